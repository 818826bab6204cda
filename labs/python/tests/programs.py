"""Для тестов: запуск программы, как её запускает ученик, и сервер, который отвечает вместо Connect."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, NamedTuple
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import psycopg
import pytest
from confluent_kafka.admin import AdminClient
from waiting import until

from cdc.lab import connect, kafka, postgres

FOLDER = Path(__file__).parents[1]
CLOSED = "http://127.0.0.1:1"
"""Адрес, где никто не слушает."""


class Outcome(NamedTuple):
    code: int
    out: str
    err: str


def run_program(program: str, *arguments: object, answer: str = "", **environment: str) -> Outcome:
    """Запускает программу и ждёт её; answer — что «набрано» на клавиатуре. Трассировки быть не должно никогда."""
    done = subprocess.run(
        [sys.executable, FOLDER / program, *map(str, arguments)],
        input=answer,
        capture_output=True,
        text=True,
        env={**os.environ, **environment},
        timeout=120,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return Outcome(done.returncode, done.stdout, done.stderr)


class FakeConnect:
    """Отвечает по сценарию: «GET /путь» → ответы по очереди, последний повторяется. Запросы запоминает."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.answers: dict[str, list[tuple[int, Any]]] = {}
        self.requests: list[str] = []

    def say(self, request: str, *answers: tuple[int, Any]) -> None:
        self.answers[request] = list(answers)

    def reply(self, request: str) -> tuple[int, Any]:
        self.requests.append(request)
        answers = self.answers.get(request, [(404, {"error_code": 404, "message": f"no answer for {request}"})])
        return answers.pop(0) if len(answers) > 1 else answers[0]


@contextmanager
def fake_connect() -> Iterator[FakeConnect]:
    """Настоящий сервер HTTP на свободном порту 127.0.0.1."""

    class Handler(BaseHTTPRequestHandler):
        def handle_any(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            status, body = fake.reply(f"{self.command} {self.path}")
            data = body if isinstance(body, bytes) else json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        do_GET = do_PUT = do_POST = do_DELETE = handle_any  # noqa: N815 — так их зовёт http.server

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        fake = FakeConnect(f"http://127.0.0.1:{server.server_address[1]}")
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield fake
        finally:
            server.shutdown()
            thread.join()


LIST = "GET /connectors?expand=status&expand=info"


def listed(state: str = "RUNNING", *tasks: str, trace: str = "", **settings: str) -> dict[str, Any]:
    """Ответ Connect с одним коннектором shop; tasks — состояния задач."""
    return {
        "shop": {
            "status": {
                "connector": {"state": state, "worker_id": "connect:8083"},
                "tasks": [
                    {"id": number, "state": task, "worker_id": "connect:8083", "trace": trace}
                    for number, task in enumerate(tasks)
                ],
            },
            "info": {
                "config": {"connector.class": "a.MySqlConnector", "name": "shop", "topic.prefix": "my"} | settings
            },
        }
    }


def connectors(*arguments: object, answer: str = "") -> Outcome:
    return run_program("connectors.py", *arguments, answer=answer)


# Для тестов со стендом: свой коннектор со своим слотом.
NAME, SLOT, PUBLICATION = "p2-postgres", "p2_slot", "p2_publication"
Write = Callable[..., Path]


def sql(query: str) -> list[tuple[object, ...]]:
    with psycopg.connect(postgres("postgres"), autocommit=True) as connection:
        cursor = connection.execute(query.encode())
        return cursor.fetchall() if cursor.description else []


@pytest.fixture
def body(tmp_path: Path) -> Iterator[Write]:
    """Пишет файл своего коннектора с поправками; после теста убирает коннектор, слот и публикацию."""
    shop = json.loads((FOLDER.parent / "connectors" / "shop-postgres.json").read_text())
    own = {"slot.name": SLOT, "topic.prefix": "p2", "table.include.list": "shop.products", "snapshot.mode": "no_data"}

    def write(**changes: str) -> Path:
        path = tmp_path / f"{NAME}.json"
        path.write_text(json.dumps(shop | own | {key.replace("_", "."): value for key, value in changes.items()}))
        return path

    yield write
    remove(NAME, "p2", tmp_path / f"{NAME}.json")
    mine = f"FROM pg_replication_slots WHERE slot_name = '{SLOT}'"
    until(lambda: not sql(f"SELECT 1 {mine} AND active"), "слот освободился")
    sql(f"SELECT pg_drop_replication_slot(slot_name) {mine}")
    sql(f"DROP PUBLICATION IF EXISTS {PUBLICATION}")


def remove(name: str, prefix: str, body: Path) -> None:
    """Убирает коннектор, его позиции и топики.

    Позиции переживают коннектор, и следующий с тем же именем продолжил бы с них: того, кого удалил сам тест, приходится
    создать снова, остановленным.
    """
    if body.exists():
        settings = {"name": name, "config": json.loads(body.read_text()), "initial_state": "STOPPED"}
        headers = {"Content-Type": "application/json"}
        request = Request(f"{connect()}/connectors", json.dumps(settings).encode(), headers)  # noqa: S310 — адрес стенда
        with suppress(HTTPError):  # чаще всего он есть
            urlopen(request, timeout=60).close()  # noqa: S310
    connectors("stop", name)
    connectors("offsets", name, "reset", "--yes")
    connectors("delete", name, "--yes")
    admin = AdminClient({"bootstrap.servers": kafka()})
    mine = [topic for topic in admin.list_topics(timeout=30).topics if prefix in topic.split(".")]
    for future in admin.delete_topics(mine).values() if mine else []:
        future.result(30)
