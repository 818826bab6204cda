"""Числа и время: из того, что передал Debezium, в типы Python."""

import base64
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 — timestamp без пояса и в Python остаётся без пояса


# region: decimal
def decimal_of(text: str, scale: int) -> Decimal:
    """decimal.handling.mode=precise: целое в дополнительном коде, старший байт первый, записано base64."""
    unscaled = int.from_bytes(base64.b64decode(text, validate=True), "big", signed=True)
    return Decimal(f"{unscaled}E{-scale}")  # scaleb() округлил бы до 28 знаков


# endregion: decimal


# region: time
def date_of(days: int) -> date:
    """Дни от 1970-01-01."""
    return EPOCH.date() + timedelta(days=days)


def timestamp_of(micros: int) -> datetime:
    """Микросекунды от 1970-01-01 без часового пояса: timestamp в PostgreSQL, datetime в MySQL."""
    return EPOCH + timedelta(microseconds=micros)


def instant_of(text: str) -> datetime:
    """Строка ISO 8601 с поясом: timestamptz в PostgreSQL, timestamp в MySQL. Результат в UTC."""
    return datetime.fromisoformat(text).astimezone(UTC)


# endregion: time


def decimal_in_struct(value: Mapping[str, Any]) -> Decimal:
    """numeric без точности в PostgreSQL: масштаб у каждого значения свой."""
    return decimal_of(value["value"], value["scale"])


Convert = Callable[[Any], Any]

# region: names
# Имя типа в схеме → преобразование. time передаётся длительностью: в MySQL бывает и -838:59:59.
BY_NAME: dict[str, Convert] = {
    "io.debezium.data.VariableScaleDecimal": decimal_in_struct,
    "io.debezium.time.Date": date_of,
    "io.debezium.time.Time": lambda millis: timedelta(milliseconds=millis),
    "io.debezium.time.MicroTime": lambda micros: timedelta(microseconds=micros),
    "io.debezium.time.NanoTime": lambda nanos: timedelta(microseconds=nanos // 1000),
    "io.debezium.time.Timestamp": lambda millis: timestamp_of(millis * 1000),
    "io.debezium.time.MicroTimestamp": timestamp_of,
    "io.debezium.time.NanoTimestamp": lambda nanos: timestamp_of(nanos // 1000),
    "io.debezium.time.ZonedTimestamp": instant_of,
    "io.debezium.time.IsoDate": lambda text: date.fromisoformat(text.removesuffix("Z")),
    "io.debezium.time.IsoTimestamp": lambda text: datetime.fromisoformat(text).replace(tzinfo=None),
    "org.apache.kafka.connect.data.Date": date_of,
    "org.apache.kafka.connect.data.Time": lambda millis: timedelta(milliseconds=millis),
    "org.apache.kafka.connect.data.Timestamp": lambda millis: timestamp_of(millis * 1000),
}
# endregion: names


def by_schema(schema: Mapping[str, Any], value: Any) -> Any:
    """Значение по схеме, которую JsonConverter кладёт в сообщение при schemas.enable=true."""
    if value is None:
        return None
    name = schema.get("name")
    if name == "org.apache.kafka.connect.data.Decimal":
        return decimal_of(value, int(schema["parameters"]["scale"]))
    if name in BY_NAME:
        return BY_NAME[name](value)
    match schema["type"]:
        case "struct":
            return {field["field"]: by_schema(field, value.get(field["field"])) for field in schema["fields"]}
        case "array":
            return [by_schema(schema["items"], item) for item in value]
    return value
