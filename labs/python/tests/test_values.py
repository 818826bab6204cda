"""Числа и время разбираются так, как их передаёт Debezium."""

import base64
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from cdc.values import BY_NAME, by_schema, decimal_of

PRICE = {"type": "bytes", "name": "org.apache.kafka.connect.data.Decimal", "parameters": {"scale": "2"}}


@pytest.mark.parametrize(
    ("text", "scale", "expected"),
    [
        ("EaOg", 2, "11560.00"),
        ("/w==", 2, "-0.01"),
        ("AA==", 2, "0.00"),
        ("AP8=", 0, "255"),
        ("AQ==", -3, "1E+3"),
    ],
)
def test_decimal_is_a_signed_big_endian_number_with_a_scale(text: str, scale: int, expected: str) -> None:
    assert decimal_of(text, scale) == Decimal(expected)


def test_long_numeric_keeps_every_digit() -> None:
    unscaled = int("9" * 38)
    data = unscaled.to_bytes(16, "big", signed=True)
    assert decimal_of(base64.b64encode(data).decode(), 10) == Decimal("9" * 28 + "." + "9" * 10)


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("io.debezium.time.Date", 20486, date(2026, 2, 2)),
        ("io.debezium.time.Timestamp", 1770019200123, datetime(2026, 2, 2, 8, 0, 0, 123000)),
        ("io.debezium.time.MicroTimestamp", -1, datetime(1969, 12, 31, 23, 59, 59, 999999)),
        ("io.debezium.time.NanoTimestamp", 1_000_000_999, datetime(1970, 1, 1, 0, 0, 1)),
        ("io.debezium.time.ZonedTimestamp", "2026-02-02T11:00:00+03:00", datetime(2026, 2, 2, 8, tzinfo=UTC)),
        ("io.debezium.time.MicroTime", -3_600_000_000, timedelta(hours=-1)),
        ("io.debezium.time.IsoDate", "2026-02-02Z", date(2026, 2, 2)),
        ("io.debezium.time.IsoTimestamp", "2026-02-02T08:00:00Z", datetime(2026, 2, 2, 8)),
        ("org.apache.kafka.connect.data.Timestamp", 0, datetime(1970, 1, 1)),
        ("io.debezium.data.VariableScaleDecimal", {"scale": 3, "value": "BNI="}, Decimal("1.234")),
    ],
)
def test_named_type_becomes_its_python_type(name: str, value: object, expected: object) -> None:
    assert BY_NAME[name](value) == expected


def test_struct_is_converted_field_by_field() -> None:
    schema = {
        "type": "struct",
        "fields": [
            {"field": "price", **PRICE},
            {"field": "tags", "type": "array", "items": {"type": "string"}},
            {"field": "gone", "type": "int32"},
        ],
    }
    row = by_schema(schema, {"price": "EaOg", "tags": ["a"], "gone": None})
    assert row == {"price": Decimal("11560.00"), "tags": ["a"], "gone": None}
