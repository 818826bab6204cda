"""connectors.py: ошибки до стенда и работа со стендом."""

import json
from pathlib import Path

import pytest
from programs import (
    CLOSED,
    LIST,
    NAME,
    PUBLICATION,
    SLOT,
    Write,
    body,
    connectors,
    fake_connect,
    listed,
    run_program,
    sql,
)
from waiting import until

from connector_file import difference

__all__ = ["body"]  # подготовка тестов: pytest находит её по имени

GOOD = {"connector.class": "a.B", "tasks.max": "1"}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('{\n  "a": "b"\n  "c": "d"\n}', ":3:3: не JSON: ожидалась запятая"),
        ('{\n  "a": "b",\n}', ":3:1: не JSON: ожидалось имя настройки в двойных кавычках"),
        ("", ":1:1: не JSON: ожидалось значение"),
        ("[]", ": ожидался объект с настройками коннектора"),
        ('{"tasks.max": 1}', ": tasks.max: ожидалась строка, а не 1"),
        ('{"a": {"b": "c"}}', ': a: ожидалась строка, а не {"b": "c"}'),
        ('{"a": "1", "a": "2"}', ": a: названо дважды"),
        ('{"name": "x", "config": {}}', ": это тело для POST"),
        ('{"a": "1"}', ": нет connector.class"),
        ('{"connector.class": "a.B", "name": "other"}', ": name не совпадает с именем файла"),
    ],
)
def test_a_wrong_file_is_named_with_the_place_and_changes_nothing(tmp_path: Path, content: str, expected: str) -> None:
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    good.write_text(json.dumps(GOOD))
    bad.write_text(content)
    with fake_connect() as fake:
        done = connectors("apply", good, bad, "--connect", fake.url)
    assert done.code == 2
    assert f"connectors: {bad}{expected}" in done.err
    assert len(done.err.splitlines()) == 1
    assert fake.requests == []


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    binary = tmp_path / "binary.json"
    binary.write_bytes(b"\xff\xfe")
    assert "no.json: файла нет" in connectors("apply", tmp_path / "no.json").err
    assert "binary.json: не текст в UTF-8" in connectors("apply", binary).err
    assert connectors("apply", tmp_path).code == 2


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], "не хватает: команда"),
        (["start"], "команда: 'start'; допустимо 'list', 'apply'"),
        (["apply"], "не хватает: ФАЙЛ"),
        (["list", "x"], "лишнее: x"),
        (["list", "--timeout", "soon"], "--timeout: 'soon' — не число"),
        (["list", "--connect"], "--connect: не хватает значения"),
        (["list", "--connect", "connect:8083"], "ожидался адрес вида http://localhost:8083"),
        (["list", "--connect", "http://127.0.0.1:x"], "ожидался адрес вида http://localhost:8083"),
        (["list", "--connect", CLOSED], f"{CLOSED} не отвечает: соединение отклонено"),
    ],
)
def test_wrong_arguments_and_silence_are_one_russian_line(arguments: list[str], expected: str) -> None:
    done = connectors(*arguments)
    assert (done.code, done.out) == (2, "")
    assert expected in done.err
    assert len(done.err.splitlines()) == 1


def test_help_is_in_russian() -> None:
    done = connectors("apply", "--help")
    assert done.code == 0
    assert done.out.startswith("Как вызвать: connectors.py apply")
    assert not {"usage:", "options:", "positional"} & set(done.out.split())


def test_unknown_connector_is_answered_with_the_known_names() -> None:
    with fake_connect() as fake:
        fake.say(LIST, (200, listed()))
        done = connectors("stop", "shop", "shpo", "--connect", fake.url)
    assert (done.code, done.err) == (1, "connectors: коннектора shpo нет: есть shop\n")
    assert fake.requests == [LIST, LIST], "shop не должен остановиться, пока не известны все имена"


def test_waiting_is_bounded() -> None:
    with fake_connect() as fake:
        fake.say(LIST, (200, listed("RUNNING")))
        fake.say("PUT /connectors/shop/resume", (202, b""))
        done = connectors("resume", "shop", "--timeout", "0.5", "--connect", fake.url)
    assert done.code == 1
    assert "за 0.5 с не пришёл в устойчивое состояние, сейчас RUNNING, задач нет" in done.err


@pytest.mark.parametrize(
    ("answer", "expected"), [("", "подтвердить некому"), ("нет\n", "отменено"), ("\n", "отменено")]
)
def test_does_not_reset_or_delete_without_consent(answer: str, expected: str) -> None:
    with fake_connect() as fake:
        fake.say(LIST, (200, listed("STOPPED")))
        fake.say("GET /connectors/shop/offsets", (200, {"offsets": []}))
        fake.say("GET /connectors/shop/topics", (200, {"shop": {"topics": []}}))
        for command in (["offsets", "shop", "reset"], ["delete", "shop"]):
            done = connectors(*command, "--connect", fake.url, answer=answer)
            assert done.code == 1
            assert expected in done.err
    assert not [request for request in fake.requests if request.startswith("DELETE")]


def test_difference_shows_what_changes_and_hides_passwords() -> None:
    old = {"name": "shop", "a": "1", "gone": "x", "database.password": "old", "same": "s"}
    new = {"a": "2", "added": "", "database.password": "${env:DEBEZIUM_PASSWORD}", "same": "s"}
    assert difference(old, new) == [
        "~ a: 1 → 2",
        "+ added: (пусто)",
        "~ database.password: ******** → ${env:DEBEZIUM_PASSWORD}",
        "- gone: x",
    ]


# Дальше — со стендом.
@pytest.mark.stack
def test_apply_creates_then_changes_then_finds_nothing_to_do(body: Write) -> None:
    created = connectors("apply", body())
    assert created.code == 0, created
    assert created.out.startswith(f"{NAME}: новый\n  + connector.class: io.debezium")
    assert created.out.endswith(f"{NAME}: RUNNING, задача 0 RUNNING\n")

    again = connectors("apply", body())
    assert (again.code, again.out) == (0, f"{NAME}: без изменений\n{NAME}: RUNNING, задача 0 RUNNING\n")

    shown = connectors("apply", "--dry-run", body(max_batch_size="512"))
    changed = connectors("apply", body(max_batch_size="1024"))
    assert (shown.code, shown.out) == (0, f"{NAME}: изменения\n  + max.batch.size: 512\n")
    assert (changed.code, changed.out.splitlines()[1]) == (0, "  + max.batch.size: 1024")

    assert NAME in connectors("list").out


@pytest.mark.stack
def test_apply_refuses_wrong_settings_by_name(body: Write) -> None:
    done = connectors("apply", body(slot_name="Wrong-Slot", max_batch_size="many", database_password="wrong"))  # noqa: S106
    assert done.code == 1
    assert f"{NAME}: slot.name: Valid replication slot name must contain only" in done.err
    assert f"{NAME}: max.batch.size: An integer is expected" in done.err
    assert done.err.endswith("ничего не изменено\n")
    assert NAME not in connectors("list").out

    done = connectors("apply", body(database_password="wrong"))  # noqa: S106
    assert f"{NAME}: database.hostname: Error while validating connector config: FATAL: password" in done.err
    done = connectors("apply", body(connector_class="io.debezium.Nothing"))
    assert f"{NAME}: connector.class: модуля нет; есть io.debezium.connector.mysql.MySqlConnector" in done.err


@pytest.mark.stack
def test_restart_revives_a_failed_task_and_leaves_a_running_one_alone(body: Write) -> None:
    failed = connectors("apply", body(publication_name=PUBLICATION))
    assert failed.code == 1
    reason = "org.apache.kafka.connect.errors.ConnectException: Publication autocreation is disabled"
    assert f"{NAME}: RUNNING, задача 0 FAILED\n  задача 0: {reason}" in failed.out
    assert f"не в порядке: {NAME}: задача 0 FAILED: {reason}" in run_program("monitor.py").out

    sql(f"CREATE PUBLICATION {PUBLICATION} FOR TABLE shop.products, shop.debezium_signal, shop.debezium_heartbeat")
    revived = connectors("restart", NAME)
    assert (revived.code, revived.out.splitlines()) == (
        0,
        [f"{NAME}: перезапуск, упали: 0", f"{NAME}: RUNNING, задача 0 RUNNING"],
    )
    assert connectors("restart", NAME).out == f"{NAME}: упавших задач нет, RUNNING, задача 0 RUNNING\n"


@pytest.mark.stack
def test_pause_stop_and_offsets(body: Write) -> None:
    connectors("apply", body())
    assert connectors("pause", NAME).out == f"{NAME}: PAUSED, задача 0 PAUSED\n"
    assert connectors("resume", NAME).code == 0
    sql("UPDATE shop.products SET price = price")
    refused = connectors("offsets", NAME, "reset", "--yes")
    assert refused.code == 1
    assert f"сначала: python connectors.py stop {NAME}" in refused.err

    until(lambda: "lsn: " in connectors("offsets", NAME, "show").out, "позиция сохранена")
    assert connectors("stop", NAME).out == f"{NAME}: STOPPED, задач нет\n"
    shown = connectors("offsets", NAME, "show").out
    assert shown.startswith(f'{NAME}: {{"server": "p2"}}\n')
    assert "lsn: " in shown
    assert connectors("offsets", NAME, "reset", answer="да\n").code == 0
    assert connectors("offsets", NAME, "show").out == f"{NAME}: сохранённых позиций нет\n"


@pytest.mark.stack
def test_delete_says_what_stays_and_the_slot_does_stay(body: Write) -> None:
    connectors("apply", body())
    done = connectors("delete", NAME, "--yes")
    assert done.code == 0
    assert f"слот {SLOT}: держит WAL, пока не выполните SELECT pg_drop_replication_slot('{SLOT}')" in done.out
    assert "публикация shop_publication" in done.out
    assert sql(f"SELECT slot_name FROM pg_replication_slots WHERE slot_name = '{SLOT}'")
    assert connectors("delete", NAME, "--yes").code == 1
