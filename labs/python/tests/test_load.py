import json
import threading
from argparse import Namespace
from collections import Counter
from itertools import islice
from pathlib import Path
from typing import Any

import psycopg
import pytest

import load
from load import TABLES, Change, Database, LoadError, Plan, Report, Writer, arguments, statement


def plan(
    seed: int = 7, writer: int = 0, mix: tuple[int, int, int] = (50, 40, 10), table: str = "drill"
) -> list[Change]:
    return list(islice(Plan(TABLES[table], mix, seed, writer, 4), 2000))


def test_one_seed_one_sequence() -> None:
    assert plan(seed=7) == plan(seed=7)
    assert plan(seed=7) != plan(seed=8)


def test_writers_share_no_keys() -> None:
    keys = [{change.id for change in plan(writer=writer)} for writer in range(4)]
    assert sum(map(len, keys)) == len(set.union(*keys))


def test_shares_are_kept() -> None:
    counts = Counter(change.op for change in plan(mix=(60, 30, 10)))
    assert counts["c"] == pytest.approx(1200, rel=0.1)
    assert counts["u"] == pytest.approx(600, rel=0.1)
    assert counts["d"] == pytest.approx(200, rel=0.2)
    assert {change.op for change in plan(mix=(1, 0, 0))} == {"c"}


@pytest.mark.parametrize("table", TABLES)
def test_changes_of_a_row_follow_one_another(table: str) -> None:
    versions: Counter[int] = Counter()
    live: set[int] = set()
    for change in plan(table=table):
        versions[change.id] += 1
        assert change.version == versions[change.id]
        assert (change.op == "c") == (change.id not in live)
        (live.discard if change.op == "d" else live.add)(change.id)


def test_deleted_key_returns_only_in_the_drill() -> None:
    assert any(change.op == "c" and change.version > 1 for change in plan())
    assert not any(change.op == "c" and change.version > 1 for change in plan(table="orders"))


def test_statements() -> None:
    assert statement("t", Change("c", 5, 1, {"a": 1, "b": "x"})) == (
        "INSERT INTO t (id, a, b) VALUES (%s, %s, %s)",
        [5, 1, "x"],
    )
    assert statement("t", Change("u", 5, 2, {"a": 1})) == ("UPDATE t SET a = %s WHERE id = %s", [1, 5])
    assert statement("t", Change("d", 5, 3, {})) == ("DELETE FROM t WHERE id = %s", [5])


class Server:
    """База, которая помнит зафиксированное и рвёт связь там, где велено."""

    def __init__(self) -> None:
        self.rows: list[Any] = []
        self.done = 0
        self.breaks: list[str] = []
        self.refuses = False

    def connect(self) -> "Session":
        if self.refuses:
            raise psycopg.OperationalError("connection refused")
        return Session(self)


class Session:
    """Соединение и курсор сразу."""

    rowcount = 1

    def __init__(self, server: Server) -> None:
        self.server = server
        self.pending: list[Any] = []
        self.done = server.done

    def cursor(self) -> "Session":
        return self

    def close(self) -> None:
        pass

    def execute(self, query: str, values: Any) -> None:
        if self.server.breaks[:1] == ["before"]:
            self.server.breaks.pop(0)
            raise psycopg.OperationalError("server closed the connection")
        if query.startswith("UPDATE load_ledger"):
            self.done = values[0]
            self.rowcount = 1 if values[3] == self.server.done else 0
        elif not query.startswith("SELECT"):
            self.pending.append(values)

    def fetchone(self) -> tuple[int]:
        return (self.server.done,)

    def commit(self) -> None:
        if self.pending:
            self.server.rows += self.pending
            self.server.done = self.done
            self.pending = []
            if self.server.breaks[:1] == ["after"]:
                self.server.breaks.pop(0)
                raise psycopg.OperationalError("server closed the connection")


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return tmp_path / "journal.jsonl"


@pytest.fixture
def writer(server: Server, journal: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    database = Database(server.connect, "localhost:1", lambda error: isinstance(error, psycopg.OperationalError))
    monkeypatch.setitem(load.DATABASES, "postgres", lambda: database)
    options = Namespace(database="postgres", table="drill", mix=(50, 40, 10), seed=7, writers=1, batch=5, patience=1)
    with journal.open("w") as file:
        made = Writer(options, 0, Report(file), threading.Event())
        made.connection = server.connect()
        yield made


@pytest.mark.parametrize(("moment", "fate"), [("before", "repeated"), ("after", "committed")])
def test_lost_connection_neither_loses_nor_doubles(
    writer: Writer, server: Server, journal: Path, moment: str, fate: str
) -> None:
    server.breaks = [moment]
    writer.run(20, None, float("inf"))
    assert len(server.rows) == 20
    assert server.done == 20
    assert writer.report.fates == {fate: 1}
    lines = [json.loads(line) for line in journal.read_text().splitlines()]
    assert [line["interrupted"] for line in lines if "interrupted" in line] == [fate]
    expected = list(islice(Plan(TABLES["drill"], (50, 40, 10), 7, 0, 1), 20))
    assert [(x["op"], x["id"], x["version"]) for x in lines if "op" in x] == [(c.op, c.id, c.version) for c in expected]


def test_database_that_does_not_return(writer: Writer, server: Server) -> None:
    server.breaks, server.refuses = ["before"], True
    with pytest.raises(LoadError, match="нет связи с localhost:1 дольше 1 с"):
        writer.run(20, None, float("inf"))


def test_two_runs_with_one_seed(writer: Writer, server: Server) -> None:
    server.done = 3
    with pytest.raises(LoadError, match="seed 7 занят другим запуском"):
        writer.run(5, None, float("inf"))


def test_wrong_query_is_not_repeated(writer: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise psycopg.errors.UndefinedTable("нет таблицы drill")

    monkeypatch.setattr(writer.connection, "execute", fail)
    with pytest.raises(psycopg.errors.UndefinedTable):
        writer.run(5, None, float("inf"))


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--changes", "0"], "0: нужно целое число больше нуля"),
        (["--changes", "5", "--mix", "1/2"], "1/2: нужны три целые доли"),
        (["--changes", "5", "--mix", "0/2/1"], "первая больше нуля"),
        (["--changes", "5", "--seed", "2001"], "нужно целое число от 1 до 2000"),
        (["--changes", "5", "--duration", "5"], "not allowed with"),
        ([], "one of the arguments --changes --duration is required"),
    ],
)
def test_wrong_options(words: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        arguments(["--database", "postgres", *words])
    assert message in capsys.readouterr().err


def test_database_error_is_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("POSTGRES_PORT", "1")
    monkeypatch.setattr("sys.argv", ["load.py", "--database", "postgres", "--changes", "1"])
    assert load.main() == 1
    [line] = capsys.readouterr().err.splitlines()
    assert line.startswith("load.py: postgres: connection failed")
