from collections.abc import Callable

import pytest
from confluent_kafka import Producer
from programs import run_program

from cdc import lab


def send(topic: str, *values: bytes | None) -> None:
    producer = Producer({"bootstrap.servers": lab.kafka()})
    for value in values:
        producer.produce(topic, key=b"1", value=value)
    assert producer.flush(30) == 0


def test_wrong_expression_is_one_line() -> None:
    done = run_program("events.py", "[")
    assert done.code == 2
    assert done.out == ""
    assert len(done.err.splitlines()) == 1
    assert "регулярное выражение" in done.err


def test_absent_kafka_is_one_line() -> None:
    done = run_program("events.py", ".*", KAFKA_PORT="1")
    assert done.code == 2
    assert done.err.splitlines()[-1].startswith("events.py: localhost:1:")


@pytest.mark.stack
@pytest.mark.parametrize("values", [[b"a"], [b"a", b"b", b"c"], [b"a", None, b"c"], [b"a", None], []])
def test_every_message_is_printed_but_tombstones(topic: Callable[[], str], values: list[bytes | None]) -> None:
    name = topic()
    send(name, *values)
    done = run_program("events.py", name.replace(".", "[.]"))
    assert done.out.split() == [value.decode() for value in values if value is not None]
    assert done.code == 0
    assert run_program("events.py", "--count", name).out == f"{name} {len(values)}\n"


@pytest.mark.stack
def test_the_name_is_matched_as_a_whole(topic: Callable[[], str]) -> None:
    name = topic()
    send(name, b"a")
    assert run_program("events.py", name[:-1]).out == ""
