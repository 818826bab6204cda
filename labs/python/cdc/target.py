"""Копия таблиц в PostgreSQL. Строка и её позиция меняются одной командой, поэтому повтор ничего не портит."""

import json
from collections.abc import Sequence

import psycopg
from psycopg.types.json import Jsonb

from cdc.event import Event, Row

# region: table
TABLE = """
CREATE TABLE IF NOT EXISTS replica (
  topic    text     NOT NULL,
  key      jsonb    NOT NULL,
  position bigint[] NOT NULL,
  op       text     NOT NULL,  -- r: строка из снимка
  data     jsonb,              -- NULL: строка удалена, позиция удаления остаётся
  PRIMARY KEY (topic, key)
)"""

UPSERT = """
INSERT INTO replica AS old (topic, key, position, op, data) VALUES (%s, %s, %s, %s, %s)
ON CONFLICT (topic, key) DO UPDATE
  SET position = EXCLUDED.position, op = EXCLUDED.op, data = EXCLUDED.data
  WHERE old.position < EXCLUDED.position
     OR (old.position = EXCLUDED.position AND old.data IS DISTINCT FROM EXCLUDED.data)
     OR (old.op = 'r' AND EXCLUDED.op <> 'r')"""
# endregion: table


class Target:
    """Таблица replica: последнее состояние каждого ключа каждого топика."""

    def __init__(self, dsn: str) -> None:
        self._connection = psycopg.connect(dsn, autocommit=True)
        self._connection.execute(TABLE)

    # region: apply
    def apply(self, events: Sequence[Event]) -> int:
        """Применяет события одной транзакцией.

        Возвращает, сколько из них изменили копию; остальные — повторы.
        """
        if not events:
            return 0
        rows = [(e.topic, jsonb(e.key), list(e.position), e.op, jsonb(e.row)) for e in events]
        with self._connection.transaction(), self._connection.cursor() as cursor:
            cursor.executemany(UPSERT, rows)
            return cursor.rowcount

    # endregion: apply

    def close(self) -> None:
        self._connection.close()


def jsonb(row: Row | None) -> Jsonb | None:
    """Decimal и время, которых нет в JSON, записываются строками."""
    return None if row is None else Jsonb(row, dumps=lambda value: json.dumps(value, default=str))
