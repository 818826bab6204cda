"""Из сообщения выходит событие, надгробие или понятный отказ."""

import json
from typing import Any

import pytest

from cdc.event import BadMessage, decode
from cdc.position import position_of

POSTGRES = {"connector": "postgresql", "lsn": 42}
MYSQL = {"connector": "mysql", "file": "binlog.000012", "pos": 345, "row": 1}
INCREMENTAL = {"connector": "postgresql", "snapshot": "incremental", "sequence": '["40", "41"]', "lsn": None}


def message(**changes: Any) -> bytes:
    return json.dumps({"op": "c", "before": None, "after": {"id": 1}, "source": POSTGRES} | changes).encode()


def test_change_becomes_an_event() -> None:
    event = decode("pg.shop.orders", b'{"id": 1}', message())
    assert event is not None
    assert (event.topic, event.key, event.op, event.after) == ("pg.shop.orders", {"id": 1}, "c", {"id": 1})
    assert event.position == (42,)


def test_read_of_an_incremental_snapshot_has_the_position_of_the_stream() -> None:
    event = decode("pg.shop.orders", b'{"id": 1}', message(op="r", source=INCREMENTAL))
    assert event is not None
    assert event.position == (41,)
    assert position_of(MYSQL | {"snapshot": "incremental"}) == position_of(MYSQL)


def test_tombstone_is_no_event() -> None:
    assert decode("t", b'{"id": 1}', None) is None


def test_message_with_schemas_is_unwrapped_and_typed() -> None:
    key = {"schema": {"type": "struct", "fields": [{"field": "id", "type": "int32"}]}, "payload": {"id": 7}}
    after = {
        "type": "struct",
        "field": "after",
        "fields": [{"field": "at", "type": "int32", "name": "io.debezium.time.Date"}],
    }
    fields = [after, {"field": "op", "type": "string"}]
    source = [{"field": "connector", "type": "string"}, {"field": "lsn", "type": "int64"}]
    fields.append({"field": "source", "type": "struct", "fields": source})
    payload = {"op": "c", "after": {"at": 1}, "source": POSTGRES}
    value = {"schema": {"type": "struct", "fields": fields}, "payload": payload}
    event = decode("t", json.dumps(key).encode(), json.dumps(value).encode())
    assert event is not None
    assert event.key == {"id": 7}
    assert str((event.after or {})["at"]) == "1970-01-02"


@pytest.mark.parametrize(
    ("key", "value", "reason"),
    [
        (b'{"id": 1}', b"not JSON", "JSONDecodeError"),
        (b'{"id": 1}', b'"\xff"', "UnicodeDecodeError"),
        (b'{"id": 1}', b"[" * 100_000, "RecursionError"),
        (b'{"id": 1}', b"[1]", "нет поля op"),
        (b'{"id": 1}', message(op="t"), "op = 't'; ожидались c, u, r, d"),
        (b'{"id": 1}', message(after=None), "after пуст"),
        (b'{"id": 1}', message(source={}), "source.connector = None; ожидался postgresql или mysql"),
        (b'{"id": 1}', message(source={"connector": "postgresql"}), "KeyError: 'lsn'"),
        (b'{"id": 1}', message(source=POSTGRES | {"lsn": None}), "TypeError"),
        (b'{"id": 1}', message(op="r", source=INCREMENTAL | {"sequence": None}), "TypeError"),
        (b'{"id": 1}', message(op="r", source=INCREMENTAL | {"sequence": "[null, null]"}), "TypeError"),
        (b'{"id": 1}', message(source=None), "AttributeError"),
        (None, message(), "нет ключа"),
        (b"7", message(), "нет ключа"),
    ],
)
def test_bad_message_says_what_is_wrong(key: bytes | None, value: bytes, reason: str) -> None:
    with pytest.raises(BadMessage, match=reason.replace("[", r"\[")):
        decode("t", key, value)


def test_time_outside_of_pythons_calendar_is_a_bad_message() -> None:
    field = {"field": "at", "type": "int64", "name": "io.debezium.time.MicroTimestamp"}
    value = {"schema": {"type": "struct", "fields": [field]}, "payload": {"at": 9223372036825200000}}
    with pytest.raises(BadMessage, match="OverflowError"):
        decode("t", b'{"id": 1}', json.dumps(value).encode())


def test_mysql_files_are_ordered_by_number() -> None:
    later = MYSQL | {"file": "binlog.1000000", "pos": 4, "row": 0}
    assert position_of(MYSQL) == (12, 345, 1)
    assert position_of(later) > position_of(MYSQL)


def test_rows_of_one_mysql_event_follow_each_other() -> None:
    assert position_of(MYSQL) < position_of(MYSQL | {"row": 2})
