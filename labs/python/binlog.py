"""Позиция коннектора MySQL против журнала сервера."""

from dataclasses import dataclass

from database import Address, ask_mysql
from terminal import human


# region: behind
@dataclass(frozen=True)
class BinlogLag:
    """Где коннектор и где сервер; file и pos коннектора — сохранённые, раз в offset.flush.interval.ms."""

    connector: str
    file: str
    pos: int
    server_file: str
    server_pos: int
    behind: int | None
    """Байты журнала между ними; None — файла коннектора на сервере нет."""


def read(address: Address) -> list[tuple[str, int]]:
    """Файлы журнала и их размеры, от старых к новым.

    Размер последнего — это текущая позиция сервера, та же, что в SHOW BINARY LOG STATUS
    (до MySQL 8.2 — SHOW MASTER STATUS); здесь одна команда годится для всех версий.
    """
    return [(str(name), int(size)) for name, size, *_ in ask_mysql(address, "SHOW BINARY LOGS")]


def bytes_behind(logs: list[tuple[str, int]], file: str, pos: int) -> int | None:
    """Байты от позиции file:pos до конца журнала, через все файлы между ними; None — файл уже удалён."""
    names = [name for name, _ in logs]
    if file not in names:
        return None
    return sum(size for _, size in logs[names.index(file) :]) - pos


def lag(connector: str, offset: dict[str, object], logs: list[tuple[str, int]]) -> BinlogLag:
    """Сравнивает сохранённую позицию с журналом сервера."""
    file, pos = str(offset["file"]), int(str(offset["pos"]))
    return BinlogLag(connector, file, pos, *logs[-1], bytes_behind(logs, file, pos))


# endregion: behind


def binlog_problems(found: BinlogLag, max_behind: int) -> list[str]:
    """Что не так с позицией."""
    if found.behind is None:
        return [f"{found.connector}: файла {found.file} на сервере нет: журнал удалён, понадобится новый снимок"]
    if found.behind > max_behind:
        return [f"{found.connector}: позади {human(found.behind)} binlog, больше {human(max_behind)}"]
    return []
