"""Разбирает сообщения pgoutput (протокол версии 1, его просит Debezium) и печатает каждое одной строкой.

Читает со стандартного ввода вывод psql -At с bytea из pg_logical_slot_peek_binary_changes в последнем столбце.
Столбцы перед ним печатает как есть.
"""

import struct
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

EPOCH = datetime(2000, 1, 1, tzinfo=UTC)  # начало отсчёта времени в PostgreSQL
SHOWN = 24  # столько знаков значения печатаем, дальше — только длина


class Reader:
    """Идёт по байтам сообщения: числа старшим байтом вперёд, строки до нулевого байта."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def number(self, form: str) -> int:
        """Число по букве struct: b — 1 байт, h — 2, i и I (без знака) — 4, q — 8."""
        (value,) = struct.unpack_from(f">{form}", self.data, self.at)
        self.at += struct.calcsize(f">{form}")
        return int(value)

    def take(self, size: int) -> bytes:
        self.at += size
        return self.data[self.at - size : self.at]

    def letter(self) -> str:
        return chr(self.take(1)[0])

    def text(self) -> str:
        return self.take(self.data.index(0, self.at) - self.at + 1)[:-1].decode()

    def lsn(self) -> str:
        value = self.number("q")
        return f"{value >> 32:X}/{value & 0xFFFFFFFF:X}"

    def time(self) -> str:
        return (EPOCH + timedelta(microseconds=self.number("q"))).isoformat()


@dataclass(frozen=True)
class Relation:
    """Таблица, как её описало сообщение R."""

    name: str
    columns: list[str]


class Decoder:
    """Помнит описания таблиц: сообщения о строках называют таблицу только номером."""

    def __init__(self) -> None:
        self.relations: dict[int, Relation] = {}

    def decode(self, data: bytes) -> str:
        """Одно сообщение — одна строка. ValueError — сообщение не из протокола версии 1 или таблица не описана."""
        read = Reader(data)
        match kind := read.letter():
            case "B":
                said = f"commit_lsn={read.lsn()} time={read.time()} xid={read.number('I')}"
            case "C":
                said = f"flags={read.number('b')} commit_lsn={read.lsn()} end_lsn={read.lsn()} time={read.time()}"
            case "R":
                said = self.describe(read)
            case "I" | "U" | "D":
                relation = self.known(read.number("I"))
                said = relation.name
                while read.at < len(data):  # K — старый ключ, O — вся старая строка, N — новая строка
                    said += f" {read.letter()}({self.row(read, relation)})"
            case "T":
                count, options = read.number("i"), read.number("b")  # 1 — CASCADE, 2 — RESTART IDENTITY
                said = f"{' '.join(self.known(read.number('I')).name for _ in range(count))} options={options}"
            case "M":
                flags, lsn, prefix = read.number("b"), read.lsn(), read.text()
                content = read.take(read.number("i")).decode(errors="backslashreplace")
                said = f"transactional={flags} lsn={lsn} prefix={prefix} content={content}"
            case "O":
                said = f"lsn={read.lsn()} origin={read.text()}"
            case "Y":
                said = f"oid={read.number('I')} {read.text()}.{read.text()}"
            case _:
                raise ValueError(f"сообщение типа {kind!r}; в протоколе версии 1 есть B, C, R, I, U, D, T, M, O, Y")
        return f"{kind} {said}"

    # region: row
    def row(self, read: Reader, relation: Relation) -> str:
        """Колонки строки: n — NULL или не прислано, u — TOAST не менялся и не прислан, t — текст, b — двоичное."""
        count = read.number("h")
        if count != len(relation.columns):
            raise ValueError(f"{relation.name}: в строке {count} колонок, в сообщении R их {len(relation.columns)}")
        return " ".join(f"{name}={self.value(read)}" for name in relation.columns)

    def value(self, read: Reader) -> str:
        match kind := read.letter():
            case "n" | "u":
                return kind
            case "t":
                return short(read.take(read.number("i")).decode())
            case "b":
                return "b" + short(read.take(read.number("i")).hex())
            case _:
                raise ValueError(f"значение вида {kind!r}; бывают n, u, t, b")

    # endregion: row

    def describe(self, read: Reader) -> str:
        """R: номер таблицы, имя, REPLICA IDENTITY (d, f, i, n) и колонки; звёздочка — колонка из REPLICA IDENTITY."""
        oid, schema, table, identity = read.number("I"), read.text(), read.text(), read.letter()
        columns, shown = [], []
        for _ in range(read.number("h")):
            in_identity, name, _type, _modifier = read.number("b"), read.text(), read.number("I"), read.number("i")
            columns.append(name)
            shown.append(name + "*" * in_identity)
        self.relations[oid] = Relation(f"{schema}.{table}", columns)
        return f"{schema}.{table} identity={identity} ({' '.join(shown)})"

    def known(self, oid: int) -> Relation:
        if oid not in self.relations:
            raise ValueError(f"таблица {oid} не описана: до строки не было её сообщения R")
        return self.relations[oid]


def short(value: str) -> str:
    """Значение в кавычках; от длинного — начало и длина в знаках."""
    return f"'{value}'" if len(value) <= SHOWN else f"'{value[:SHOWN]}…' ({len(value)})"


def lines(source: Iterable[str]) -> Iterator[str]:
    """Строки psql — в строки для чтения. ValueError — в последнем столбце не bytea или сообщение не разобрать."""
    decoder = Decoder()
    for line in source:
        *before, data = line.rstrip("\n").split("|")
        if not data.startswith("\\x"):
            raise ValueError(f"строка {line.rstrip()[:60]!r}: последним столбцом нужен data из слота pgoutput")
        yield " ".join([*before, decoder.decode(bytes.fromhex(data[2:]))])


if __name__ == "__main__":
    try:
        for said in lines(sys.stdin):
            print(said, flush=True)
    except ValueError as error:
        sys.exit(f"pgoutput.py: {error}")
