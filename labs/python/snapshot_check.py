"""Сверка топика с таблицей: всё ли принёс инкрементальный снимок и не испортил ли он поток.

Читает топик от начала до конца, применяет события по порядку и сравнивает итог с таблицей PostgreSQL.
Писать в таблицу во время сверки нельзя: сравнивать было бы не с чем.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import psycopg
from confluent_kafka import Consumer, KafkaException, TopicPartition
from psycopg import sql

from cdc.lab import kafka, postgres

COMPARABLE = ("bigint", "boolean", "character varying", "integer", "smallint", "text")
"""Типы, которые в событии и в базе выглядят одинаково при любых настройках коннектора."""

Row = dict[str, Any]


# region: history
@dataclass
class Snapshot:
    """Чтения одного вида: incremental или блокирующего снимка."""

    keys: Counter[str] = field(default_factory=Counter)
    """Сколько раз прочитан ключ."""
    begun: int = 0
    mixed: int = 0
    """Сколько событий потока вышло между первым и последним чтением."""


@dataclass
class History:
    """Всё, что топик рассказал о строках таблицы."""

    rows: dict[str, Row] = field(default_factory=dict)
    """Строки после всех событий: ключ JSON → строка."""
    ops: Counter[str] = field(default_factory=Counter)
    snapshots: dict[str, Snapshot] = field(default_factory=dict)
    born: set[str] = field(default_factory=set)
    """Ключи, вставленные при коннекторе: снимок мог их и не застать."""
    streamed: int = 0

    def apply(self, key: str, event: dict[str, Any]) -> None:
        """Событие Debezium по порядку топика; надгробия сюда не попадают."""
        op = event["op"]
        self.ops[op] += 1
        if op == "r":
            kind = "incremental" if event["source"]["snapshot"] == "incremental" else "blocking"
            snapshot = self.snapshots.setdefault(kind, Snapshot(begun=self.streamed))
            snapshot.keys[key] += 1
            snapshot.mixed = self.streamed - snapshot.begun
        else:
            self.streamed += 1
        if op == "c":
            self.born.add(key)
        if op == "d":
            self.rows.pop(key, None)
        else:
            self.rows[key] = event["after"]

    @property
    def displaced(self) -> list[str]:
        """Живые строки старше снимка без события r: их чтение вытеснено событием потока."""
        return [k for k in self.rows if k not in self.born and not any(k in s.keys for s in self.snapshots.values())]


# endregion: history


def events(topic: str, since: int = 0) -> Iterator[tuple[str, dict[str, Any]]]:
    """Ключ и событие от смещения since до нынешнего конца, партиция за партицией."""
    consumer = reader()
    try:
        for number in consumer.list_topics(topic, 10).topics[topic].partitions:
            _, last = consumer.get_watermark_offsets(TopicPartition(topic, number), 10)
            consumer.assign([TopicPartition(topic, number, since)])
            position = since
            while position < last:
                for message in consumer.consume(1000, 1.0):
                    if error := message.error():
                        raise KafkaException(error)
                    position = (message.offset() or 0) + 1
                    if value := message.value():
                        yield canonical(json.loads(message.key() or b"null")), json.loads(value)
    finally:
        consumer.close()


def end(topic: str) -> int:
    """Смещение, которое получит следующее сообщение топика из одной партиции."""
    consumer = reader()
    try:
        return consumer.get_watermark_offsets(TopicPartition(topic, 0), 10)[1]
    finally:
        consumer.close()


def reader() -> Consumer:
    return Consumer({"bootstrap.servers": kafka(), "group.id": "snapshot-check", "enable.auto.commit": False})


def canonical(key: Any) -> str:
    """Ключ одной строкой: порядок полей не важен."""
    return json.dumps(key, sort_keys=True, ensure_ascii=False)


def table_rows(table: str) -> dict[str, Row]:
    """Строки таблицы по ключу. LookupError — таблицу сравнить нельзя."""
    with psycopg.connect(postgres()) as connection:
        columns = connection.execute(
            "SELECT column_name, data_type, column_name IN ("
            "  SELECT attname FROM pg_index JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY (indkey)"
            "  WHERE indisprimary AND indrelid = to_regclass(%(table)s))"
            " FROM information_schema.columns WHERE concat(table_schema, '.', table_name) = %(table)s",
            {"table": table},
        ).fetchall()
        if not columns:
            raise LookupError(f"таблицы {table} нет")
        for name, kind, _ in columns:
            if kind not in COMPARABLE:
                raise LookupError(f"{table}.{name}: тип {kind}; сравнить можно {', '.join(COMPARABLE)}")
        keys = [name for name, _, in_key in columns if in_key]
        if not keys:
            raise LookupError(f"у таблицы {table} нет первичного ключа: строки не различить")
        query = sql.SQL("SELECT to_jsonb(t) FROM {} AS t").format(sql.Identifier(*table.split(".")))
        return {canonical({name: row[name] for name in keys}): row for (row,) in connection.execute(query)}


def report(history: History, table: dict[str, Row]) -> tuple[str, bool]:
    """Отчёт и признак «совпало». table — строки базы по ключу."""
    lines = ["события: " + ", ".join(f"{op} {history.ops[op]}" for op in ("r", "c", "u", "d"))]
    for kind, snapshot in history.snapshots.items():
        again = snapshot.keys.total() - len(snapshot.keys)
        lines.append(
            f"{kind}: ключей {len(snapshot.keys)}, повторных чтений {again}, событий потока вперемешку {snapshot.mixed}"
        )
    if history.snapshots:
        lines.append(f"чтение вытеснено потоком: {example(history.displaced)}")
    lost = [key for key in table if key not in history.rows]
    extra = [key for key in history.rows if key not in table]
    wrong = [key for key in table if key in history.rows and history.rows[key] != table[key]]
    lines.append(f"строк {len(table)}: потеряно {example(lost)}, лишних {example(extra)}, отличается {example(wrong)}")
    return "\n".join(lines), not (lost or extra or wrong)


def example(keys: list[str]) -> str:
    """Сколько ключей и первый из них."""
    return f"{len(keys)}, например {keys[0]}" if keys else "0"


def arguments(words: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="snapshot_check.py", description="Сверяет топик Debezium с таблицей PostgreSQL."
    )
    parser.add_argument("table", help="таблица вместе со схемой: shop.reviews")
    parser.add_argument("--prefix", default="pg", help="topic.prefix коннектора (по умолчанию pg)")
    return parser.parse_args(words)


def main() -> int:
    options = arguments()
    history = History()
    try:
        rows = table_rows(options.table)
        for key, event in events(f"{options.prefix}.{options.table}"):
            history.apply(key, event)
    except (LookupError, KafkaException, psycopg.Error) as error:
        print(f"snapshot_check.py: {reason(error)}", file=sys.stderr)
        return 2
    text, same = report(history, rows)
    print(text)
    return 0 if same else 1


def reason(error: Exception) -> str:
    """Одна строка без переносов; у ошибки Kafka — её текст."""
    first = error.args[0] if error.args else error
    return " ".join(str(first.str() if hasattr(first, "str") else first).split())


if __name__ == "__main__":
    sys.exit(main())
