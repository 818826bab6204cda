"""Нагрузка на базу магазина: вставки, обновления и удаления с заданной скоростью.

Одно зерно (--seed) — всегда одна и та же последовательность изменений. Сколько из неё уже сделано, записано
в таблице load_ledger той же транзакцией, что и сами изменения. Поэтому программу и базу можно убить в любой миг:
следующий запуск с тем же зерном продолжит ровно с того места.
"""

import argparse
import json
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any, TextIO

import psycopg
import pymysql

from cdc.lab import setting

OPS = {"c": "вставок", "u": "обновлений", "d": "удалений"}
Values = dict[str, Any]


@dataclass(frozen=True)
class Table:
    """Что писать в таблицу. id строки задаёт план, version — номер изменения строки с единицы."""

    insert: Callable[[Random, int], Values]
    update: Callable[[Random, int], Values]
    reuse_ids: bool = False


def money(random: Random) -> str:
    return f"{random.randrange(100, 10_000_000) / 100:.2f}"


def moment(random: Random) -> datetime:
    return datetime(2026, 6, 1) + timedelta(seconds=random.randrange(30 * 24 * 3600))  # noqa: DTZ001 — в базе без пояса


TABLES = {
    "orders": Table(
        insert=lambda random, _: {
            "customer_id": random.randrange(1001, 1051),
            "status": "new",
            "total": money(random),
            "created_at": (at := moment(random)),
            "updated_at": at,
        },
        update=lambda random, _: {
            "status": random.choice(["paid", "shipped", "delivered", "cancelled"]),
            "updated_at": moment(random),
        },
    ),
    # Таблица учений: номер версии в самой строке, ключ удалённой строки может вернуться.
    "drill": Table(
        insert=lambda random, version: {"version": version, "amount": money(random), "note": f"{random.random():.12f}"},
        update=lambda random, version: {"version": version, "amount": money(random)},
        reuse_ids=True,
    ),
}


# region: plan
@dataclass(frozen=True)
class Change:
    """Одно изменение одной строки; op — как в событиях Debezium: c, u, d."""

    op: str
    id: int
    version: int
    values: Values


class Plan(Iterator[Change]):
    """Бесконечная последовательность изменений одного писателя. Зависит только от настроек, а не от базы и часов.

    У каждого писателя свои ключи: писатели не ждут друг друга, и порядок изменений строки известен заранее.
    """

    def __init__(self, table: Table, mix: tuple[int, int, int], seed: int, writer: int, writers: int) -> None:
        self.table, self.mix = table, mix
        self.random = Random(f"{seed}/{writer}")  # noqa: S311 — нужна повторяемость, а не стойкость
        self.next_id, self.step = seed * 1_000_000 + writer, writers
        self.live: list[int] = []
        self.dead: list[int] = []
        self.versions: Counter[int] = Counter()

    def __next__(self) -> Change:
        op = self.random.choices("cud", self.mix)[0] if self.live else "c"
        if op == "c":
            row = self.new_id()
        else:
            place = self.random.randrange(len(self.live))
            row = self.live[place]
        self.versions[row] += 1
        version = self.versions[row]
        if op == "c":
            self.live.append(row)
            return Change(op, row, version, self.table.insert(self.random, version))
        if op == "u":
            return Change(op, row, version, self.table.update(self.random, version))
        self.live[place] = self.live[-1]
        self.live.pop()
        self.dead.append(row)
        return Change(op, row, version, {})

    def new_id(self) -> int:
        if self.table.reuse_ids and self.dead and self.random.random() < 0.3:
            return self.dead.pop(self.random.randrange(len(self.dead)))
        self.next_id += self.step
        return self.next_id - self.step


# endregion: plan


def statement(table: str, change: Change) -> tuple[str, list[Any]]:
    """Запрос и его параметры."""
    names, values = list(change.values), list(change.values.values())
    if change.op == "c":
        return (
            f"INSERT INTO {table} (id, {', '.join(names)}) VALUES ({', '.join(['%s'] * (len(names) + 1))})",
            [change.id, *values],
        )
    if change.op == "u":
        return f"UPDATE {table} SET {', '.join(f'{name} = %s' for name in names)} WHERE id = %s", [*values, change.id]
    return f"DELETE FROM {table} WHERE id = %s", [change.id]


class LoadError(Exception):
    """Нагрузку нельзя продолжать; текст — готовая строка для человека."""


@dataclass(frozen=True)
class Database:
    """Как подключаться и какие ошибки значат «попробуй ещё раз»: связь пропала, сервер гаснет, взаимная блокировка."""

    connect: Callable[[], Any]
    address: str
    again: Callable[[Exception], bool]


def postgres() -> Database:
    port = setting("POSTGRES_PORT")
    dsn = f"host=localhost port={port} dbname=shop user=shop connect_timeout=5"
    return Database(
        connect=lambda: psycopg.connect(dsn, password=setting("SHOP_PASSWORD")),
        address=f"localhost:{port}",
        # Класс OperationalError — всё, в чём виноваты не запросы.
        again=lambda error: isinstance(error, psycopg.OperationalError),
    )


# 1053 сервер гаснет, 1205 и 1213 блокировки, 2003 не подключиться, 2006 и 2013 связь пропала.
MYSQL_AGAIN = {1053, 1205, 1213, 2003, 2006, 2013}


def mysql() -> Database:
    port = setting("MYSQL_PORT")
    return Database(
        connect=lambda: pymysql.connect(
            host="127.0.0.1",
            port=int(port),
            user="shop",
            password=setting("SHOP_PASSWORD"),
            database="shop",
            connect_timeout=5,
            read_timeout=30,
        ),
        address=f"127.0.0.1:{port}",
        # InterfaceError: драйвер сам уже закрыл соединение.
        again=lambda error: (
            isinstance(error, pymysql.InterfaceError)
            or (isinstance(error, pymysql.OperationalError) and error.args[0] in MYSQL_AGAIN)
        ),
    )


DATABASES = {"postgres": postgres, "mysql": mysql}
ERRORS = (psycopg.Error, pymysql.Error)

LEDGER = """CREATE TABLE load_ledger (
  seed     integer      NOT NULL,
  writer   integer      NOT NULL,
  settings varchar(100) NOT NULL,
  done     integer      NOT NULL,
  PRIMARY KEY (seed, writer)
)"""


@dataclass
class Report:
    """Итог: что зафиксировано и сколько раз терялась связь. Пишут все писатели, поэтому под замком."""

    journal: TextIO | None = None
    ops: Counter[str] = field(default_factory=Counter)
    fates: Counter[str] = field(default_factory=Counter)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def committed(self, writer: int, changes: list[Change]) -> None:
        with self.lock:
            self.ops.update(change.op for change in changes)
            self.note([{"writer": writer, "op": c.op, "id": c.id, "version": c.version} for c in changes])

    def interrupted(self, writer: int, fate: str, statements: int) -> None:
        """Судьба: committed — транзакция успела зафиксироваться, repeated — нет, она повторится.

        statements — на сколько её команд сервер успел ответить.
        """
        with self.lock:
            self.fates[fate] += 1
            self.note([{"writer": writer, "interrupted": fate, "statements": statements}])

    def note(self, lines: list[dict[str, Any]]) -> None:
        if self.journal:
            at = time.time()
            self.journal.write("".join(f"{json.dumps({'at': at, **line})}\n" for line in lines))
            self.journal.flush()


class Writer:
    """Один писатель: своё соединение, своя часть ключей, своя строка в load_ledger."""

    def __init__(self, options: argparse.Namespace, number: int, report: Report, stop: threading.Event) -> None:
        self.options, self.number, self.report, self.stop = options, number, report, stop
        self.database = DATABASES[options.database]()
        self.plan = Plan(TABLES[options.table], options.mix, options.seed, number, options.writers)
        self.connection: Any = None
        self.done = self.statements = 0

    def open(self) -> None:
        """Подключается и находит место, на котором остановился прошлый запуск с тем же зерном."""
        self.connection = self.database.connect()
        cursor = self.connection.cursor()
        mix = "/".join(map(str, self.options.mix))
        settings = f"{self.options.table} {mix} writers={self.options.writers}"
        key = (self.options.seed, self.number)
        cursor.execute("SELECT settings, done FROM load_ledger WHERE seed = %s AND writer = %s", key)
        row = cursor.fetchone()
        if row is None:
            cursor.execute("INSERT INTO load_ledger VALUES (%s, %s, %s, 0)", (*key, settings))
        elif row[0] != settings:
            raise LoadError(
                f"seed {self.options.seed} начат с настройками «{row[0]}», а не «{settings}»: возьмите другой --seed"
            )
        self.connection.commit()
        self.done = row[1] if row else 0
        for _ in range(self.done):
            next(self.plan)

    def run(self, share: int | None, rate: float | None, deadline: float) -> None:
        """Делает share изменений или работает до deadline; rate — изменений в секунду."""
        due, left = time.monotonic(), share
        while left != 0 and not self.stop.is_set() and time.monotonic() < deadline:
            size = self.options.batch if left is None else min(self.options.batch, left)
            self.commit([next(self.plan) for _ in range(size)])
            left = left if left is None else left - size
            if rate:
                # После простоя не навёрстываем: скорость — потолок, а не среднее.
                due = max(due + size / rate, time.monotonic() - 1)
                self.stop.wait(max(0, due - time.monotonic()))

    # region: fate
    def commit(self, changes: list[Change]) -> None:
        """Фиксирует изменения ровно один раз, даже если ответ сервера о фиксации потерялся."""
        end = self.done + len(changes)
        deadline = time.monotonic() + self.options.patience
        while self.done < end:
            try:
                self.transaction(changes, end)
                self.done = end
            except ERRORS as error:
                if not self.database.again(error) or time.monotonic() > deadline:
                    raise
                # Судьба неизвестна: связь могла пропасть до фиксации, а могла сразу после неё. Помнит load_ledger.
                self.done = self.done_in_database(error)
                fate = "committed" if self.done == end else "repeated"
                self.report.interrupted(self.number, fate, self.statements)
        self.report.committed(self.number, changes)

    def transaction(self, changes: list[Change], end: int) -> None:
        cursor = self.connection.cursor()
        self.statements = 0
        for change in changes:
            query, values = statement(self.options.table, change)
            cursor.execute(query, values)
            self.statements += 1
            if cursor.rowcount != 1:
                raise LoadError(f"строки {change.id} нет в {self.options.table}: её удалила не эта программа")
        query = "UPDATE load_ledger SET done = %s WHERE seed = %s AND writer = %s AND done = %s"
        cursor.execute(query, (end, self.options.seed, self.number, self.done))
        if cursor.rowcount != 1:
            raise LoadError(f"seed {self.options.seed} занят другим запуском: возьмите другой --seed")
        self.connection.commit()

    # endregion: fate

    def done_in_database(self, cause: Exception) -> int:
        """Подключается заново, пока не получится, и узнаёт, сколько изменений зафиксировано."""
        deadline = time.monotonic() + self.options.patience
        while True:
            with suppress(*ERRORS):
                self.connection.close()
            try:
                self.connection = self.database.connect()
                cursor = self.connection.cursor()
                query = "SELECT done FROM load_ledger WHERE seed = %s AND writer = %s FOR UPDATE"
                cursor.execute(query, (self.options.seed, self.number))
                [done] = cursor.fetchone()
                self.connection.commit()
                return int(done)
            except ERRORS as error:
                if not self.database.again(error):
                    raise
                if self.stop.is_set() or time.monotonic() > deadline:
                    raise LoadError(f"нет связи с {self.database.address} дольше {self.options.patience} с") from cause
                self.stop.wait(0.2)


def make_ledger(database: Database) -> None:
    with database.connect() as connection:
        cursor = connection.cursor()
        cursor.execute("SELECT count(*) FROM information_schema.tables WHERE table_name = 'load_ledger'")
        if cursor.fetchone()[0] == 0:
            cursor.execute(LEDGER)
        connection.commit()


def run(options: argparse.Namespace) -> str:
    """Выполняет нагрузку и возвращает итог одной строкой. LoadError и ошибки драйверов — наружу."""
    make_ledger(DATABASES[options.database]())
    stop, failures = threading.Event(), list[Exception]()
    with Path(options.journal or "/dev/null").open("a", encoding="utf-8") as journal:
        report = Report(journal)
        writers = [Writer(options, number, report, stop) for number in range(options.writers)]
        for writer in writers:
            writer.open()
        begun = time.monotonic()
        deadline = begun + (options.duration or float("inf"))

        def work(writer: Writer) -> None:
            share = options.changes and len(range(writer.number, options.changes, options.writers))
            try:
                writer.run(share, options.rate and options.rate / options.writers, deadline)
            except Exception as error:  # noqa: BLE001 — ошибку писателя покажет главный поток
                failures.append(error)
                stop.set()

        threads = [threading.Thread(target=work, args=(writer,)) for writer in writers]
        for thread in threads:
            thread.start()
        try:
            for thread in threads:
                thread.join()
        except KeyboardInterrupt:
            stop.set()
            for thread in threads:
                thread.join()
    if failures:
        raise failures[0]
    return summary(options, report, time.monotonic() - begun, sum(writer.done for writer in writers))


def summary(options: argparse.Namespace, report: Report, seconds: float, done: int) -> str:
    total = report.ops.total()
    counts = ", ".join(f"{OPS[op]} {report.ops[op]}" for op in OPS)
    text = f"{options.database}.{options.table}: {total} изменений ({counts}) за {seconds:.1f} с"
    text += f", {total / max(seconds, 0.001):.0f} в секунду; по зерну {options.seed} всего {done}"
    if report.fates:
        text += f"\nтранзакций прервано {report.fates.total()}: из них зафиксировано {report.fates['committed']}"
        text += f", повторено {report.fates['repeated']}"
    return text


def arguments(words: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="load.py", description="Нагрузка на базу магазина.")
    parser.add_argument("--database", choices=DATABASES, required=True, help="в какую базу писать")
    parser.add_argument("--table", choices=TABLES, default="orders", help="в какую таблицу (по умолчанию orders)")
    amount = parser.add_mutually_exclusive_group(required=True)
    amount.add_argument("--changes", type=positive, help="сколько изменений сделать")
    amount.add_argument("--duration", type=positive, help="сколько секунд работать")
    parser.add_argument("--rate", type=positive, help="не больше изменений в секунду (по умолчанию без предела)")
    parser.add_argument("--mix", type=mix_of, default="50/40/10", help="доли вставок/обновлений/удалений")
    parser.add_argument("--seed", type=seed_of, default="1", help="зерно последовательности, от 1 до 2000")
    parser.add_argument("--writers", type=positive, default="1", help="сколько соединений пишет одновременно")
    parser.add_argument("--batch", type=positive, default="1", help="сколько изменений в одной транзакции")
    parser.add_argument("--patience", type=positive, default="120", help="сколько секунд ждать пропавшую базу")
    parser.add_argument("--journal", help="файл: каждое зафиксированное изменение строкой JSON")
    return parser.parse_args(words)


def positive(text: str) -> int:
    if not text.isdecimal() or int(text) == 0:
        raise argparse.ArgumentTypeError(f"{text}: нужно целое число больше нуля")
    return int(text)


def seed_of(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 2000:
        raise argparse.ArgumentTypeError(f"{text}: нужно целое число от 1 до 2000")
    return int(text)


def mix_of(text: str) -> tuple[int, int, int]:
    parts = text.split("/")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts) or int(parts[0]) == 0:
        raise argparse.ArgumentTypeError(f"{text}: нужны три целые доли, первая больше нуля: 50/40/10")
    inserts, updates, deletes = map(int, parts)
    return inserts, updates, deletes


def reason(error: Exception) -> str:
    """Одна строка без скобок и переносов; у PyMySQL аргументы — код и текст."""
    return " ".join(str(error.args[-1] if error.args else error).split())


def main() -> int:
    options = arguments()
    try:
        print(run(options))
    except (LoadError, KeyError, OSError, *ERRORS) as error:
        print(f"load.py: {options.database}: {reason(error)}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
