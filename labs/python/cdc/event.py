"""Сообщение Kafka → событие Debezium."""

import json
from dataclasses import dataclass
from typing import Any

from cdc.position import Position, position_of
from cdc.values import by_schema

Row = dict[str, Any]


class BadMessage(ValueError):  # noqa: N818 — так его и называют: плохое сообщение
    """Сообщение, которое не разобрать: повторять бесполезно, ему место среди отложенных."""


@dataclass(frozen=True)
class Event:
    """Одно изменение одной строки."""

    topic: str
    key: Row
    op: str
    before: Row | None
    after: Row | None
    source: Row
    position: Position

    @property
    def row(self) -> Row | None:
        """Строка после события; None — её больше нет."""
        return None if self.op == "d" else self.after


# region: decode
UNREADABLE = (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError)


def decode(topic: str, key: bytes | None, value: bytes | None) -> Event | None:
    """Разбирает сообщение со схемой внутри или без неё.

    Возвращает None для надгробия: об удалении уже сказало событие d.
    Всё непонятное — BadMessage с причиной.
    """
    if value is None:
        return None
    try:
        return event_of(topic, payload_of(key or b"null"), payload_of(value))
    except BadMessage:
        raise
    except UNREADABLE as error:
        raise BadMessage(f"{type(error).__name__}: {error}") from error


def event_of(topic: str, key: Any, envelope: Any) -> Event:
    """Событие из разобранных ключа и конверта."""
    if not isinstance(envelope, dict) or "op" not in envelope:
        raise BadMessage("нет поля op: это не событие Debezium")
    if not isinstance(key, dict):
        raise BadMessage("нет ключа: строки таблицы не отличить")
    op, before, after = envelope["op"], envelope.get("before"), envelope.get("after")
    if op not in ("c", "u", "r", "d"):
        raise BadMessage(f"op = {op!r}; ожидались c, u, r, d")
    if op != "d" and after is None:
        raise BadMessage(f"op = {op!r}, но after пуст")
    source = envelope["source"]
    return Event(topic, key, op, before, after, source, position_of(source))


# endregion: decode


def payload_of(data: bytes) -> Any:
    """Содержимое JSON; если рядом лежит схема, значения приводятся к типам по ней."""
    document = json.loads(data)
    if isinstance(document, dict) and document.keys() == {"schema", "payload"}:
        return by_schema(document["schema"], document["payload"])
    return document
