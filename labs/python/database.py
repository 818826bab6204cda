"""Запросы к базам стенда от имени пользователя exporter: ему видна статистика, но не данные."""

from typing import Any, NamedTuple, TypeVar

import psycopg
import pymysql
from psycopg.rows import class_row

from terminal import Trouble, setting

Row = TypeVar("Row")


class NotRunning(Trouble):
    """По этому адресу никто не отвечает."""


class Address(NamedTuple):
    """Где слушает база."""

    host: str
    port: int

    def __str__(self) -> str:
        return f"{self.host}:{self.port}"


def ask_postgres(address: Address, query: str, row: type[Row]) -> list[Row]:
    """Строки запроса; столбцы называются как поля row. Отказ базы — Trouble с её последними словами."""
    try:
        with psycopg.connect(
            host=address.host,
            port=address.port,
            dbname="shop",
            user="exporter",
            password=setting("EXPORTER_PASSWORD"),
            connect_timeout=5,
            options="-c statement_timeout=5s",
        ) as connection:
            return connection.cursor(row_factory=class_row(row)).execute(query.encode()).fetchall()
    except psycopg.Error as error:
        last = str(error).strip().splitlines()[-1].rpartition("failed: ")[2]
        if isinstance(error, psycopg.OperationalError) and error.sqlstate is None and not last.startswith("FATAL"):
            raise NotRunning(f"PostgreSQL не отвечает по адресу {address}") from error
        raise Trouble(f"PostgreSQL {address}, пользователь exporter: {last}") from error


NO_ANSWER = (2003, 2006, 2013)
"""Коды ошибок клиента MySQL: не соединился, сервер ушёл, соединение оборвалось."""


def ask_mysql(address: Address, query: str) -> list[tuple[Any, ...]]:
    """Строки запроса. Отказ базы — Trouble с её словами."""
    try:
        with (
            pymysql.connect(
                host=address.host,
                port=address.port,
                user="exporter",
                password=setting("EXPORTER_PASSWORD"),
                connect_timeout=5,
                read_timeout=5,
            ) as connection,
            connection.cursor() as cursor,
        ):
            cursor.execute(query)
            return list(cursor.fetchall())
    except pymysql.MySQLError as error:
        if error.args[0] in NO_ANSWER:
            raise NotRunning(f"MySQL не отвечает по адресу {address}") from error
        raise Trouble(f"MySQL {address}, пользователь exporter: {error.args[-1]}") from error
