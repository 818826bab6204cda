"""Общее для тестов на стенде: своя база, свои топики, свой коннектор; после теста ничего не остаётся."""

import json
import urllib.request
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import psycopg
import pytest
from confluent_kafka.admin import AdminClient
from confluent_kafka.cimpl import NewTopic
from waiting import until

from cdc import lab


@pytest.fixture
def database() -> Iterator[str]:
    """Пустая база пользователя shop."""
    name = f"test_{uuid.uuid4().hex[:8]}"
    with psycopg.connect(lab.postgres("postgres", "postgres"), autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name} OWNER shop")
        yield name
        admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def topic() -> Iterator[Callable[[], str]]:
    """Создаёт топики из одной партиции."""
    admin = AdminClient({"bootstrap.servers": lab.kafka()})
    made: list[str] = []

    def make() -> str:
        name = f"test.{uuid.uuid4().hex[:8]}"
        admin.create_topics([NewTopic(name, 1, 1)])[name].result(30)
        made.append(name)
        return name

    yield make
    for future in admin.delete_topics(made).values():
        future.result(30)


@pytest.fixture
def connector() -> Iterator[Callable[[dict[str, str]], str]]:
    """Запускает коннектор PostgreSQL и возвращает его topic.prefix, он же имя и начало имён топиков."""
    names: list[str] = []

    def start(config: dict[str, str]) -> str:
        name = f"t{uuid.uuid4().hex[:8]}"
        names.append(name)
        rest("PUT", f"/connectors/{name}/config", config | {"topic.prefix": name, "slot.name": name})
        return name

    yield start
    for name in names:
        remove(name)


def rest(method: str, path: str, body: object = None) -> Any:
    request = urllib.request.Request(lab.connect() + path, method=method)  # noqa: S310 — адрес стенда
    if body is not None:
        request.data = json.dumps(body).encode()
        request.add_header("Content-Type", "application/json")
    with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
        return json.loads(answer.read() or b"null")


def remove(name: str) -> None:
    """Убирает коннектор вместе с позицией, слотом и топиками."""
    rest("PUT", f"/connectors/{name}/stop")
    until(lambda: rest("GET", f"/connectors/{name}/status")["tasks"] == [], "задача завершилась")
    rest("DELETE", f"/connectors/{name}/offsets")
    rest("DELETE", f"/connectors/{name}")
    with psycopg.connect(lab.postgres("postgres", "postgres"), autocommit=True) as admin:
        drop = (
            "SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE slot_name = %s AND NOT active"
        )
        until(lambda: admin.execute(drop, [name]).rowcount == 1, "слот освободился")
    kafka = AdminClient({"bootstrap.servers": lab.kafka()})
    ours = [topic for topic in kafka.list_topics(timeout=30).topics if name in topic]
    for future in kafka.delete_topics(ours).values():
        future.result(30)
