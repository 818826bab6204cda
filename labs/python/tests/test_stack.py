"""Библиотека на настоящих PostgreSQL, Kafka и Debezium: pytest -m stack."""

import json
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import psycopg
import pytest
from confluent_kafka import Consumer, KafkaException, Message, Producer
from waiting import until

from cdc import lab
from cdc.dead_letters import DeadLetters
from cdc.event import Event, decode
from cdc.target import Target

pytestmark = pytest.mark.stack

FOLDER = Path(__file__).parents[1]


def change(op: str, lsn: int, name: str = "x") -> Event:
    after = None if op == "d" else {"id": 1, "name": name}
    return Event("t", {"id": 1}, op, None, after, {}, (lsn,))


@pytest.fixture
def target(database: str) -> Iterator[Target]:
    opened = Target(lab.postgres(database=database))
    yield opened
    opened.close()


def rows(database: str, query: str = "SELECT key, position, data FROM replica") -> list[tuple[object, ...]]:
    with psycopg.connect(lab.postgres(database=database)) as connection:
        return connection.execute(query).fetchall()


def send(topic: str, *values: bytes) -> None:
    producer = Producer({"bootstrap.servers": lab.kafka()})
    for value in values:
        producer.produce(topic, key=b'{"id": 1}', value=value)
    assert producer.flush(30) == 0


def read(topic: str, count: int, limit: float = 60) -> list[Message]:
    """Первые сообщения топика; не дождалось — AssertionError."""
    config = {"bootstrap.servers": lab.kafka(), "group.id": uuid.uuid4().hex, "auto.offset.reset": "earliest"}
    consumer = Consumer(config | {"enable.auto.commit": False, "topic.metadata.refresh.interval.ms": 500})
    consumer.subscribe([topic])
    found: list[Message] = []
    deadline = time.monotonic() + limit
    while len(found) < count:
        assert time.monotonic() < deadline, f"{topic}: за {limit:.0f} с пришло {len(found)} из {count}"
        found += [message for message in consumer.consume(count, timeout=1) if not message.error()]
    consumer.close()
    return found


def test_target_keeps_the_latest_position_whatever_is_repeated(database: str, target: Target) -> None:
    history = [change("c", 10, "a"), change("u", 20, "b"), change("u", 30, "c")]
    assert target.apply(history) == 3
    assert target.apply(history) == 0
    assert target.apply([change("u", 25, "late")]) == 0
    assert rows(database) == [({"id": 1}, [30], {"id": 1, "name": "c"})]


def test_repetition_does_not_bring_a_deleted_row_back(database: str, target: Target) -> None:
    assert target.apply([change("c", 10), change("d", 20)]) == 2
    assert target.apply([change("c", 10)]) == 0
    assert target.apply([change("c", 30)]) == 1
    assert rows(database) == [({"id": 1}, [30], {"id": 1, "name": "x"})]


def test_change_replaces_the_row_of_the_snapshot_whatever_its_position(database: str, target: Target) -> None:
    history = [change("r", 30, "old"), change("u", 20, "b"), change("u", 25, "c")]
    assert target.apply(history) == 3
    assert target.apply(history[1:]) == 0
    target.apply(history)
    assert rows(database) == [({"id": 1}, [25], {"id": 1, "name": "c"})]
    assert target.apply([change("r", 40, "again")]) == 1


def test_changes_of_one_compressed_transaction_have_one_position(database: str, target: Target) -> None:
    history = [change("u", 10, "a"), change("u", 10, "b"), change("d", 10), change("c", 10, "d")]
    assert target.apply(history) == 4
    assert target.apply(history[-1:]) == 0
    target.apply(history)
    assert rows(database) == [({"id": 1}, [10], {"id": 1, "name": "d"})]


def test_batch_with_a_refused_value_leaves_no_trace(database: str, target: Target) -> None:
    with pytest.raises(psycopg.DataError):
        target.apply([change("c", 10), change("u", 20, "\0")])
    assert rows(database) == []


def test_decimal_and_time_are_kept_as_text(database: str, target: Target) -> None:
    after = {"price": Decimal("1.10"), "at": datetime(2026, 2, 2, 8)}
    target.apply([Event("t", {"id": 1}, "c", None, after, {}, (1,))])
    assert rows(database, "SELECT data FROM replica") == [({"price": "1.10", "at": "2026-02-02 08:00:00"},)]


def test_dead_letter_carries_the_message_and_the_reason(topic: Callable[[], str]) -> None:
    source, dead = topic(), topic()
    send(source, b"?")
    DeadLetters(lab.kafka(), dead).send(read(source, 1)[0], "почему")
    letter = read(dead, 1)[0]
    assert (letter.key(), letter.value()) == (b'{"id": 1}', b"?")
    assert dict(letter.headers() or []) == {"reason": "почему".encode(), "source": f"{source}:0:0".encode()}


def test_dead_letter_may_be_as_large_as_a_topic_takes(topic: Callable[[], str]) -> None:
    source, dead = topic(), topic()
    producer = Producer({"bootstrap.servers": lab.kafka(), "message.max.bytes": 2_000_000})
    producer.produce(source, value=b"?" * 1_040_000)
    assert producer.flush(30) == 0
    DeadLetters(lab.kafka(), dead).send(read(source, 1)[0], "почему")
    assert len(read(dead, 1)[0].value() or b"") == 1_040_000


def test_dead_letters_need_their_topic(topic: Callable[[], str]) -> None:
    source = topic()
    send(source, b"?")
    letters = DeadLetters(lab.kafka(), "test.no-such-topic")
    with pytest.raises(KafkaException, match="Unknown topic"):
        letters.send(read(source, 1)[0], "почему")


def consumer(*options: str) -> list[str]:
    return [sys.executable, "consumer.py", *options]


def finish(argv: Sequence[str]) -> tuple[int, str]:
    done = subprocess.run(argv, cwd=FOLDER, capture_output=True, text=True, timeout=120, check=False)
    return done.returncode, done.stdout


def test_consumer_killed_before_commit_repeats_without_harm(database: str, topic: Callable[[], str]) -> None:
    source, dead = topic(), topic()
    values = [{"op": "c", "after": {"n": n}, "source": {"connector": "postgresql", "lsn": n}} for n in range(1, 4)]
    send(source, *(json.dumps(value).encode() for value in values))
    options = ["--topics", source, "--group", source, "--database", database, "--dead-letters", dead]
    status, said = finish(consumer(*options, "--kill-before-commit"))
    assert status == -signal.SIGKILL
    assert "применено 3, повторов 0" in said
    state = rows(database)
    status, said = finish(consumer(*options, "--until-idle", "2"))
    assert (status, state) == (0, rows(database))
    assert "применено 0, повторов 3" in said
    status, said = finish(consumer(*options, "--until-idle", "2"))
    assert "применено" not in said


def test_terminated_consumer_commits_and_leaves(database: str, topic: Callable[[], str], tmp_path: Path) -> None:
    source, dead = topic(), topic()
    send(source, b"?")
    options = ["--topics", source, "--group", source, "--database", database, "--dead-letters", dead]
    log = tmp_path / "log"
    with log.open("w") as output, subprocess.Popen(consumer(*options), cwd=FOLDER, stdout=output) as running:
        try:
            until(lambda: "отложено 1" in log.read_text(), "потребитель отложил сообщение")
            running.terminate()
            assert running.wait(30) == 0
        finally:
            running.kill()
    assert "применено" not in finish(consumer(*options, "--until-idle", "2"))[1]


def test_schemas_in_messages_give_the_values_of_the_database(connector: Callable[[dict[str, str]], str]) -> None:
    config = json.loads((FOLDER.parent / "connectors" / "shop-postgres.json").read_text())
    prefix = connector(
        config
        | {
            "table.include.list": "shop.orders",
            "decimal.handling.mode": "precise",
            "key.converter": "org.apache.kafka.connect.json.JsonConverter",
            "value.converter": "org.apache.kafka.connect.json.JsonConverter",
            "key.converter.schemas.enable": "true",
            "value.converter.schemas.enable": "true",
        }
    )
    query = "SELECT id, customer_id, status, total, created_at, updated_at FROM orders ORDER BY id"
    with psycopg.connect(lab.postgres()) as connection:
        expected = connection.execute(query).fetchall()
    messages = read(f"{prefix}.shop.orders", len(expected))
    events = [decode("t", message.key(), message.value()) for message in messages]
    found = [tuple(event.after.values()) for event in events if event and event.after]
    assert sorted(found) == expected
    assert isinstance(found[0][3], Decimal)
