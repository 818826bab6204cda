"""monitor.py: суждения об ответах и взгляд на стенд."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pymysql
import pytest
from programs import (
    CLOSED,
    FOLDER,
    LIST,
    NAME,
    SLOT,
    Outcome,
    Write,
    body,
    connectors,
    fake_connect,
    listed,
    remove,
    run_program,
    sql,
)
from waiting import until

from binlog import BinlogLag, binlog_problems, bytes_behind, lag
from cdc.lab import setting
from connect_rest import Connector, Task
from health import Report, caught_up_connectors, connector_problems
from metrics import Flow, flow, flow_problems, parse
from slots import Slot, slot_problems
from terminal import human, size

__all__ = ["body"]  # подготовка тестов: pytest находит её по имени

NOWHERE = ["--postgres", "127.0.0.1:1", "--mysql", "127.0.0.1:1"]


def monitor(*arguments: object, **environment: str) -> Outcome:
    return run_program("monitor.py", *arguments, **environment)


# Коннекторы и задачи.
def connector(state: str, *tasks: Task, trace: str = "") -> Connector:
    return Connector("shop", state, "connect:8083", tasks, {"connector.class": "a.PostgresConnector"}, trace)


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        (connector("RUNNING", Task(0, "RUNNING", "w")), []),
        (connector("RUNNING"), ["shop: RUNNING, но задач нет"]),
        (connector("STOPPED"), ["shop: STOPPED, изменения не читаются"]),
        (connector("FAILED", trace="A: a\nCaused by: B: b"), ["shop: FAILED: B: b"]),
        (
            connector("RUNNING", Task(0, "RUNNING", "w"), Task(1, "FAILED", "w", "A: a\nCaused by: B: b")),
            ["shop: задача 1 FAILED: B: b"],
        ),
        (connector("RUNNING", Task(0, "UNASSIGNED", "w")), ["shop: задача 0 UNASSIGNED"]),
    ],
)
def test_running_without_running_tasks_is_not_health(seen: Connector, expected: list[str]) -> None:
    assert connector_problems(seen) == expected


# Метрики.
PAGE = """# HELP debezium_metrics_Connected x
debezium_metrics_Connected{context="streaming",name="pg",plugin="postgres"} 1.0
debezium_metrics_Connected{context="streaming",name="pg",plugin="mysql"} 0.0
debezium_metrics_MilliSecondsBehindSource{context="streaming",name="pg",plugin="postgres"} 1500.0
debezium_metrics_MilliSecondsSinceLastEvent{context="streaming",name="pg",plugin="postgres"} 2.5E3
debezium_metrics_QueueTotalCapacity{context="streaming",name="pg",plugin="postgres"} 8192.0
debezium_metrics_QueueRemainingCapacity{context="streaming",name="pg",plugin="postgres"} 2048.0
debezium_metrics_SnapshotRunning{context="snapshot",name="pg",plugin="postgres"} 1.0
debezium_metrics_RowsScanned{context="snapshot",name="pg",plugin="postgres",table="a \\"b\\""} 7.0
process_cpu_seconds_total 1.5
"""
CALM = Flow("shop", True, 0, 0, 0, False, False)  # noqa: FBT003 — так короче


def test_reads_the_metrics_of_one_connector() -> None:
    samples = parse(PAGE)
    assert len(samples) == 9
    assert flow("shop", "postgres", "pg", samples) == Flow("shop", True, 1500, 2500, 75, True, False)  # noqa: FBT003
    assert flow("shop", "postgres", "other", samples) is None


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"behind_ms": 60_000}, []),
        ({"behind_ms": 60_001}, ["отставание 60 с"]),
        ({"behind_ms": -1}, []),
        ({"queue_percent": 90}, []),
        ({"queue_percent": 91}, ["очередь заполнена на 91 %"]),
        ({"connected": False}, ["нет соединения"]),
        ({"connected": False, "snapshot_running": True}, []),
        ({"snapshot_aborted": True}, ["снимок прерван"]),
    ],
)
def test_judges_a_flow_by_its_thresholds(changes: dict[str, Any], expected: list[str]) -> None:
    found = flow_problems(replace(CALM, **changes), 60, 90, caught_up=False)
    assert len(found) == len(expected)
    assert all(part in problem for part, problem in zip(expected, found, strict=True))


def test_the_lag_of_the_last_row_is_past_once_the_log_is_read() -> None:
    assert flow_problems(replace(CALM, behind_ms=90_000), 60, 90, caught_up=True) == []


# Слоты.
HEALTHY = Slot("shop_slot", True, None, "reserved", None, 2 << 30, 4096, 100)  # noqa: FBT003


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"active": False}, ["shop_slot никто не читает, удержано 4,0 КБ WAL (чей-то)"]),
        ({"retained": (1 << 30) + 1}, ["удерживает 1,0 ГБ WAL"]),
        ({"safe": 1000}, ["до потери 1000 Б"]),
        ({"safe": -5}, ["до потери 0 Б"]),
        ({"safe": None}, []),
        ({"wal_status": "unreserved"}, ["unreserved"]),
        (
            {"wal_status": "lost", "invalidation_reason": "wal_removed", "active": False, "retained": None},
            ["потерян (wal_removed)"],
        ),
    ],
)
def test_judges_a_slot(changes: dict[str, Any], expected: list[str]) -> None:
    found = slot_problems(replace(HEALTHY, **changes), "чей-то", 1 << 30, 256 << 20, snapshot=False)
    assert len(found) == len(expected)
    assert all(part in problem for part, problem in zip(expected, found, strict=True))


def test_an_unread_slot_is_normal_while_the_snapshot_runs() -> None:
    assert slot_problems(replace(HEALTHY, active=False), "", 1 << 30, 0, snapshot=True) == []


def test_caught_up_are_those_whose_slot_is_confirmed_almost_to_the_end() -> None:
    report = Report(connectors={"shop": connector("RUNNING")}, slots=[replace(HEALTHY, name="debezium")])
    assert caught_up_connectors(report) == {"shop"}
    for changes in ({"unconfirmed": 2 << 20}, {"active": False}):
        report.slots = [replace(HEALTHY, name="debezium", **changes)]
        assert caught_up_connectors(report) == set()


# Журнал MySQL.
LOGS = [("mysql-bin.000007", 1000), ("mysql-bin.000008", 500), ("mysql-bin.000009", 300)]


def test_bytes_behind_are_counted_through_all_files_between() -> None:
    assert bytes_behind(LOGS, "mysql-bin.000009", 300) == 0
    assert bytes_behind(LOGS, "mysql-bin.000009", 100) == 200
    assert bytes_behind(LOGS, "mysql-bin.000007", 900) == 100 + 500 + 300
    assert bytes_behind(LOGS, "mysql-bin.000006", 4) is None


def test_judges_a_binlog_position() -> None:
    found = lag("shop", {"file": "mysql-bin.000008", "pos": 4}, LOGS)
    assert found == BinlogLag("shop", "mysql-bin.000008", 4, "mysql-bin.000009", 300, 796)
    assert binlog_problems(found, 796) == []
    assert binlog_problems(found, 795) == ["shop: позади 796 Б binlog, больше 795 Б"]
    assert "файла mysql-bin.000008 на сервере нет" in binlog_problems(replace(found, behind=None), 1 << 40)[0]


# Программа целиком, без стенда.
@pytest.mark.parametrize(("text", "expected"), [("0", 0), ("512MB", 512 << 20), ("1 ГБ", 1 << 30), ("4kb", 4096)])
def test_sizes_are_binary(text: str, expected: int) -> None:
    assert size(text) == expected


def test_human_sizes() -> None:
    assert [human(amount) for amount in (0, 1023, 1536, 1 << 30)] == ["0 Б", "1023 Б", "1,5 КБ", "1,0 ГБ"]


def test_silent_databases_without_connectors_are_only_noted() -> None:
    with fake_connect() as fake:
        fake.say(LIST, (200, {}))
        done = monitor("--connect", fake.url, *NOWHERE)
    assert done.code == 0, done
    assert "коннекторов нет" in done.out
    assert "заметка: PostgreSQL не отвечает по адресу 127.0.0.1:1" in done.out
    assert "заметка: MySQL не отвечает по адресу 127.0.0.1:1" in done.out


def test_a_silent_database_with_a_connector_could_not_be_asked() -> None:
    with fake_connect() as fake:
        fake.say(LIST, (200, listed("RUNNING", "RUNNING")))
        fake.say("GET /metrics", (200, b"up 1\n"))
        fake.say("GET /connectors/shop/offsets", (200, {"offsets": []}))
        done = monitor("--connect", fake.url, "--metrics", f"{fake.url}/metrics", *NOWHERE)
    assert done.code == 2
    assert "не удалось спросить: MySQL не отвечает" in done.out
    assert "заметка: PostgreSQL не отвечает" in done.out


def test_an_unreachable_connect_could_not_be_asked() -> None:
    done = monitor("--connect", CLOSED, *NOWHERE, "--json")
    report = json.loads(done.out)
    assert (done.code, report["code"]) == (2, 2)
    assert len(report["unasked"]) == 3


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--watch", "0"], "--watch: '0': ожидалось число секунд больше нуля"),
        (["--max-lag", "nan"], "--max-lag: 'nan': ожидалось число секунд больше нуля"),
        (["--max-retained", "5x"], "--max-retained: '5x': ожидался размер"),
        (["--mysql", "localhost"], "--mysql: 'localhost': ожидался адрес вида localhost:5432"),
        (["now"], "лишнее: now"),
    ],
)
def test_wrong_arguments_are_one_russian_line(arguments: list[str], expected: str) -> None:
    done = monitor(*arguments)
    assert (done.code, done.out) == (2, "")
    assert expected in done.err
    assert len(done.err.splitlines()) == 1


def test_watch_repeats_until_interrupted_and_keeps_the_last_code() -> None:
    with fake_connect() as fake:
        fake.say(LIST, (200, {}), (200, listed("STOPPED")))
        fake.say("GET /connectors/shop/offsets", (200, {"offsets": []}))
        command = [
            sys.executable,
            str(FOLDER / "monitor.py"),
            "--watch",
            "0.1",
            "--json",
            "--connect",
            fake.url,
            *NOWHERE,
        ]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            codes = [json.loads(process.stdout.readline())["code"] for _ in range(3)]
            process.send_signal(signal.SIGINT)
            _, errors = process.communicate(timeout=30)
    assert codes == [0, 2, 2]
    assert (process.returncode, errors) == (2, "")


# Дальше — со стендом (нужен профиль mysql) без чужих бед.
def problems(*arguments: str) -> list[str]:
    report = json.loads(monitor("--json", *arguments).out)
    assert report["unasked"] == []
    return [str(problem) for problem in report["problems"]]


@pytest.mark.stack
def test_is_quiet_when_all_is_well_then_sees_a_stopped_connector_and_a_forgotten_slot(body: Write) -> None:
    connectors("apply", body())
    until(lambda: monitor().code == 0, "монитор спокоен")
    seen = monitor().out
    assert seen.endswith("всё в порядке\n")
    assert any(line.split()[:3] == [SLOT, NAME, "reserved"] for line in seen.splitlines())

    connectors("stop", NAME)
    stopped = monitor()
    assert stopped.code == 1
    assert f"не в порядке: {NAME}: STOPPED, изменения не читаются" in stopped.out
    assert f"слот {SLOT} никто не читает" in stopped.out
    assert f"(слот коннектора {NAME})" in stopped.out

    connectors("delete", NAME, "--yes")
    forgotten = problems()
    assert len(forgotten) == 1
    assert forgotten[0].startswith(f"слот {SLOT} никто не читает")
    assert forgotten[0].endswith("(ни один коннектор его не использует)")

    sql(f"SELECT pg_drop_replication_slot('{SLOT}')")
    assert problems() == []


@pytest.mark.stack
def test_the_lag_frozen_after_a_pause_is_shown_but_no_longer_a_problem(body: Write) -> None:
    connectors("apply", body())
    until(lambda: "lsn: " in connectors("offsets", NAME, "show").out, "позиция сохранена: с неё и продолжит")
    connectors("stop", NAME)
    sql("UPDATE shop.products SET price = price")
    connectors("resume", NAME)

    def frozen() -> list[int]:
        flows = json.loads(monitor("--json").out)["flows"]
        return [each["behind_ms"] for each in flows if each["connector"] == NAME and each["behind_ms"] > 0]

    until(lambda: bool(frozen()), "строки прочитаны")
    assert frozen()[0] > 100, "строки ждали, пока коннектор стоял"
    assert not [problem for problem in problems("--max-lag", "0.1") if problem.startswith(NAME)]


@pytest.mark.stack
def test_retained_wal_grows_until_the_threshold_is_crossed(body: Write) -> None:
    connectors("apply", body())
    connectors("stop", NAME)
    # Таблица не входит в публикацию: WAL растёт, а другим коннекторам стенда она не видна.
    sql("CREATE TABLE public.p2_wal AS SELECT generate_series(1, 50000)")
    sql("DROP TABLE public.p2_wal")
    assert any("удерживает" in problem for problem in problems("--max-retained", "1MB"))
    assert not [problem for problem in problems() if "удерживает" in problem]


@pytest.mark.stack
def test_wrong_password_could_not_be_asked() -> None:
    done = monitor(EXPORTER_PASSWORD="wrong")  # noqa: S106
    assert done.code == 2
    assert "PostgreSQL localhost:5432, пользователь exporter: FATAL: password authentication failed" in done.out


MYSQL = "p2-mysql"


def root(query: str) -> list[tuple[Any, ...]]:
    with (
        pymysql.connect(
            host="localhost", port=int(setting("MYSQL_PORT")), user="root", password=setting("MYSQL_ROOT_PASSWORD")
        ) as connection,
        connection.cursor() as cursor,
    ):
        cursor.execute(query)
        return list(cursor.fetchall())


@pytest.fixture
def mysql_body(tmp_path: Path) -> Iterator[Path]:
    """Файл своего коннектора MySQL; после теста коннектора и его позиций нет."""
    shop = json.loads((FOLDER.parent / "connectors" / "shop-mysql.json").read_text())
    own = {
        "topic.prefix": "p2my",
        "database.server.id": "5499",
        "schema.history.internal.kafka.topic": "schema-history.p2my",
        "snapshot.mode": "no_data",
    }
    path = tmp_path / f"{MYSQL}.json"
    path.write_text(json.dumps(shop | own))
    yield path
    remove(MYSQL, "p2my", path)


@pytest.mark.stack
def test_counts_binlog_behind_through_several_files(mysql_body: Path) -> None:
    assert connectors("apply", mysql_body).code == 0
    until(lambda: "file: mysql-bin" in connectors("offsets", MYSQL, "show").out, "позиция сохранена")
    connectors("stop", MYSQL)
    before = seen_binlog()
    for _ in range(2):
        root("FLUSH BINARY LOGS")
        root("UPDATE shop.debezium_heartbeat SET at = now(3)")
    after = seen_binlog()
    file, position, *_ = root("SHOW BINARY LOG STATUS")[0]
    assert (after["server_file"], after["server_pos"]) == (file, position)
    assert int(after["server_file"][-6:]) - int(before["server_file"][-6:]) == 2
    sizes = {row[0]: row[1] for row in root("SHOW BINARY LOGS") if row[0] >= after["file"]}
    assert after["behind"] == sum(sizes.values()) - after["pos"]
    assert after["behind"] > before["behind"]
    assert f"{MYSQL}: позади {human(after['behind'])} binlog" in monitor("--max-binlog", "1").out


def seen_binlog() -> dict[str, Any]:
    found: list[dict[str, Any]] = json.loads(monitor("--json").out)["binlogs"]
    return next(each for each in found if each["connector"] == MYSQL)
