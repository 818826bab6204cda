"""Адреса и пароли стенда: из окружения, а если там нет — из labs/.env."""

import os
from pathlib import Path

ENV_FILE = Path(__file__).parents[2] / ".env"


def setting(name: str) -> str:
    """Значение по имени из labs/.env; переменная окружения важнее. Неизвестное имя — KeyError."""
    if name in os.environ:
        return os.environ[name]
    lines = ENV_FILE.read_text(encoding="utf-8").splitlines()
    values = dict(line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))
    if name not in values:
        raise KeyError(f"{name}: нет ни в окружении, ни в {ENV_FILE}; там есть {', '.join(values)}")
    return values[name]


def kafka() -> str:
    """Адрес брокера для программ на вашей машине."""
    return f"localhost:{setting('KAFKA_PORT')}"


def connect() -> str:
    """Адрес REST API Kafka Connect."""
    return f"http://localhost:{setting('CONNECT_PORT')}"


def postgres(user: str = "shop", database: str = "shop") -> str:
    """Строка подключения psycopg; пароль берётся по имени пользователя: SHOP_PASSWORD, POSTGRES_PASSWORD …"""
    password = setting(f"{user.upper()}_PASSWORD")
    return f"host=localhost port={setting('POSTGRES_PORT')} dbname={database} user={user} password={password}"
