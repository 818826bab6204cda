"""Что становится с пачкой: применено, повтор, надгробие или отложено."""

import json
from collections.abc import Sequence
from typing import Any

import pytest
from confluent_kafka import Message
from psycopg import DataError, OperationalError

from cdc.dead_letters import DeadLetters
from cdc.event import Event
from cdc.replica import Replica
from cdc.target import Target


class Memory(Target):
    """Копия в памяти с тем же правилом, что и в базе."""

    def __init__(self) -> None:
        self.latest: dict[str, Event] = {}
        self.failure: Exception | None = None

    def apply(self, events: Sequence[Event]) -> int:
        if self.failure:
            raise self.failure
        if any((event.after or {}).get("name") == "\0" for event in events):
            raise DataError("unsupported Unicode escape sequence")
        changed = 0
        for event in events:
            key = json.dumps(event.key)
            old = self.latest.get(key)
            if (
                old is None
                or old.position < event.position
                or (old.position == event.position and old.row != event.row)
                or (old.op == "r" and event.op != "r")
            ):
                self.latest[key] = event
                changed += 1
        return changed


def names(memory: Memory) -> dict[int, str]:
    return {event.key["id"]: (event.after or {})["name"] for event in memory.latest.values()}


class Aside(DeadLetters):
    def __init__(self) -> None:
        self.reasons: list[str] = []

    def send(self, _: Message, reason: str) -> None:
        self.reasons.append(reason)


def change(key: int, lsn: int, name: str = "x", op: str = "u") -> Message:
    return message(key, lsn, op, name, {"connector": "postgresql", "lsn": lsn})


def read(key: int, lsn: int, name: str) -> Message:
    """Чтение инкрементального снимка, отданное, когда поток дошёл до lsn."""
    sequence = json.dumps([str(lsn - 1), str(lsn)])
    source = {"connector": "postgresql", "snapshot": "incremental", "sequence": sequence, "lsn": None}
    return message(key, lsn, "r", name, source)


def message(key: int, offset: int, op: str, name: str, source: dict[str, Any]) -> Message:
    value = {"op": op, "after": {"id": key, "name": name}, "source": source}
    return Message("t", 0, offset, json.dumps({"id": key}).encode(), json.dumps(value).encode())


@pytest.fixture
def memory() -> Memory:
    return Memory()


@pytest.fixture
def aside() -> Aside:
    return Aside()


@pytest.fixture
def replica(memory: Memory, aside: Aside) -> Replica:
    return Replica(memory, aside)


def test_repeated_batch_changes_nothing(replica: Replica, memory: Memory) -> None:
    batch = [change(1, 10), change(2, 11), change(1, 12)]
    replica.handle(batch)
    before = dict(memory.latest)
    replica.handle(batch)
    assert memory.latest == before
    assert (replica.applied, replica.repeated) == (3, 3)


def test_smaller_position_of_another_key_is_no_repetition(replica: Replica) -> None:
    replica.handle([change(2, 20), change(1, 10)])
    assert (replica.applied, replica.repeated) == (2, 0)


def test_change_with_a_position_behind_the_snapshot_is_no_repetition(replica: Replica, memory: Memory) -> None:
    batch = [change(1, 30, op="r"), change(1, 20), change(1, 25, "last")]
    replica.handle(batch)
    assert (replica.applied, replica.repeated) == (3, 0)
    replica.handle(batch[2:])
    assert (replica.applied, replica.repeated) == (3, 1)
    replica.handle(batch)
    assert [event.after for event in memory.latest.values()] == [{"id": 1, "name": "last"}]


def test_read_of_an_incremental_snapshot_replaces_what_the_stream_told_before_it(
    replica: Replica, memory: Memory, aside: Aside
) -> None:
    replica.handle(
        [change(1, 10, "old", op="r"), change(1, 20, "changed"), read(1, 30, "repaired"), read(2, 30, "new")]
    )
    assert names(memory) == {1: "repaired", 2: "new"}
    assert (replica.applied, replica.repeated, aside.reasons) == (4, 0, [])


def test_long_transaction_committed_after_an_incremental_read_wins_with_its_smaller_lsn(
    replica: Replica, memory: Memory
) -> None:
    batch = [change(1, 10, "first"), read(1, 30, "first"), change(1, 20, "long")]
    replica.handle(batch)
    assert names(memory) == {1: "long"}
    replica.handle(batch)
    assert names(memory) == {1: "long"}
    replica.handle([read(1, 40, "long, read again")])
    assert names(memory) == {1: "long, read again"}


def test_read_at_the_place_of_the_change_that_closed_its_window_does_not_win(replica: Replica, memory: Memory) -> None:
    replica.handle([read(1, 30, "old"), change(1, 30, "new")])
    assert names(memory) == {1: "new"}


def test_read_from_before_the_applied_change_is_a_repetition(replica: Replica, memory: Memory) -> None:
    replica.handle([change(1, 50, "newer"), read(1, 30, "older")])
    assert names(memory) == {1: "newer"}
    assert (replica.applied, replica.repeated) == (1, 1)


def test_tombstone_is_counted_and_passed_by(replica: Replica, aside: Aside) -> None:
    replica.handle([Message("t", 0, 1, b'{"id": 1}', None)])
    assert (replica.tombstones, aside.reasons) == (1, [])


def test_message_that_is_not_understood_does_not_stop_the_others(replica: Replica, aside: Aside) -> None:
    replica.handle([change(1, 10), Message("t", 0, 11, b"{}", b"?"), change(2, 12)])
    assert replica.applied == 2
    assert aside.reasons == ["JSONDecodeError: Expecting value: line 1 column 1 (char 0)"]


def test_value_that_the_database_refuses_is_found_and_set_aside_alone(replica: Replica, aside: Aside) -> None:
    replica.handle([change(1, 10), change(2, 11, "\0"), change(3, 12)])
    assert (replica.applied, replica.dead) == (2, 1)
    assert aside.reasons == ["база не приняла: unsupported Unicode escape sequence"]


def test_unreachable_database_sets_nothing_aside(replica: Replica, memory: Memory, aside: Aside) -> None:
    memory.failure = OperationalError("connection refused")
    with pytest.raises(OperationalError):
        replica.handle([change(1, 10)])
    assert aside.reasons == []
