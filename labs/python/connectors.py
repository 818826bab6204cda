"""Управление коннекторами Kafka Connect из терминала.

Коды завершения: 0 — сделано; 1 — Connect отказал, задача упала или вы не подтвердили; 2 — спросить не удалось:
ошибка в файле или аргументах, Connect недоступен.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from connect_rest import Connect, Connector, Settings, first_line, root_cause
from connector_file import difference, load
from terminal import OK, WRONG, Parser, Trouble, run, setting, table

CALM = 3.0
"""Столько секунд состояние не должно меняться, чтобы ему верить: сразу после PUT Connect показывает прежнее,
а Debezium сначала сообщает RUNNING и только потом подключается к базе."""


def show_list(connect: Connect) -> int:
    """Таблица коннекторов."""
    rows = [
        (
            each.name,
            each.class_name.rpartition(".")[2],
            each.state,
            ", ".join(f"{task.id} {task.state}" for task in each.tasks) or "нет",
            each.worker,
        )
        for each in connect.connectors().values()
    ]
    print(table(("ИМЯ", "КЛАСС", "СОСТОЯНИЕ", "ЗАДАЧИ", "УЗЕЛ"), rows) or "коннекторов нет")
    return OK


# region: apply
def apply(connect: Connect, files: list[Path], timeout: float, *, dry_run: bool) -> int:
    """Приводит коннекторы к файлам. Пока хоть один файл неверен, не меняет ничего."""
    wanted = dict(load(path) for path in files)
    if len(wanted) < len(files):
        raise Trouble("два файла с одним именем — это один и тот же коннектор")
    errors = [
        f"{name}: {key}: {error}"
        for name, settings in wanted.items()
        for key, error in connect.validate(name, settings)
    ]
    if errors:
        print("\n".join(errors), file=sys.stderr)
        raise Trouble(f"ошибок в настройках: {len(errors)}, ничего не изменено", WRONG)
    existing = connect.connectors()
    codes = [apply_one(connect, name, wanted[name], existing.get(name), timeout, dry_run=dry_run) for name in wanted]
    return max(codes)


def apply_one(
    connect: Connect, name: str, wanted: Settings, existing: Connector | None, timeout: float, *, dry_run: bool
) -> int:
    """Показывает разницу, отправляет настройки, если она есть, и ждёт, что получится."""
    changes = difference(existing.settings if existing else {}, wanted)
    print(f"{name}: {'без изменений' if not changes else 'изменения' if existing else 'новый'}")
    for line in changes:
        print(f"  {line}")
    if dry_run:
        return OK
    if changes:
        connect.put(name, wanted)
    return report(wait(connect, name, timeout, calm=CALM if changes else 0))


# endregion: apply


# region: wait
def wait(connect: Connect, name: str, timeout: float, calm: float = 0, state: str = "") -> Connector:
    """Ждёт, пока коннектор придёт в устойчивое состояние (state, если названо) и пробудет в нём calm секунд."""
    deadline, since, last = time.monotonic() + timeout, time.monotonic(), ""
    while True:
        current = connect.connectors().get(name)
        now, summary = time.monotonic(), states(current)
        if summary != last:
            last, since = summary, now
        if (
            current
            and is_settled(current)
            and current.state in (state or current.state, "FAILED")
            and now - since >= calm
        ):
            return current
        if now >= deadline:
            raise Trouble(f"{name}: за {timeout:g} с не пришёл в устойчивое состояние, сейчас {summary}", WRONG)
        time.sleep(0.2)


def is_settled(connector: Connector) -> bool:
    """Задачи не расходятся с коннектором: работают или упали, приостановлены, убраны."""
    tasks = {task.state for task in connector.tasks} - {"FAILED"}
    match connector.state:
        case "RUNNING":
            return bool(connector.tasks) and tasks <= {"RUNNING"}
        case "PAUSED":
            return tasks <= {"PAUSED"}
        case "STOPPED":
            return not connector.tasks
        case other:
            return other == "FAILED"


# endregion: wait


def states(connector: Connector | None) -> str:
    """Состояние одной строкой."""
    if connector is None:
        return "состояния ещё нет"
    tasks = ", ".join(f"задача {task.id} {task.state}" for task in connector.tasks)
    return f"{connector.state}, {tasks or 'задач нет'}"


def report(connector: Connector) -> int:
    """Печатает, чем кончилось; код 1, если что-то упало."""
    print(f"{connector.name}: {states(connector)}")
    failures = [(f"задача {task.id}", task.trace) for task in connector.tasks if task.state == "FAILED"]
    if connector.state == "FAILED":
        failures.insert(0, ("коннектор", connector.trace))
    for who, trace in failures:
        print(f"  {who}: {first_line(trace)}")
        if root_cause(trace) != first_line(trace):
            print(f"    причина: {root_cause(trace)}")
    if failures:
        print(f"  устраните причину, затем: python connectors.py restart {connector.name}")
    return WRONG if failures else OK


def change_state(connect: Connect, names: list[str], timeout: float, act: Callable[[str], None], state: str) -> int:
    """pause, resume, stop: сначала проверяет все имена, потом действует и ждёт."""
    for name in names:
        connect.connector(name)
    for name in names:
        act(name)
    return max(
        report(wait(connect, name, timeout, state=state, calm=CALM if state == "RUNNING" else 0)) for name in names
    )


def restart(connect: Connect, names: list[str], timeout: float) -> int:
    """Перезапускает упавшее; работающее не трогает."""
    codes = []
    for connector in [connect.connector(name) for name in names]:
        failed = [str(task.id) for task in connector.tasks if task.state == "FAILED"]
        if not failed and connector.state != "FAILED":
            print(f"{connector.name}: упавших задач нет, {states(connector)}")
            codes.append(OK)
            continue
        print(f"{connector.name}: перезапуск, упали: {', '.join(failed) or 'коннектор'}")
        connect.restart_failed(connector.name)
        codes.append(report(wait(connect, connector.name, timeout, calm=CALM)))
    return max(codes)


# region: offsets
def show_offsets(connect: Connect, name: str) -> int:
    """Сохранённые позиции; числа, которые трудно прочесть, пояснены."""
    connect.connector(name)
    saved = connect.offsets(name)
    if not saved:
        print(f"{name}: сохранённых позиций нет")
    for each in saved:
        print(f"{name}: {json.dumps(each.partition, ensure_ascii=False)}")
        for key in sorted(each.offset):
            print(f"  {key}: {explained(key, each.offset[key])}")
    return OK


def explained(key: str, value: Any) -> str:
    """LSN — ещё и так, как его пишет PostgreSQL, время — по UTC."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    if key.startswith("lsn") and isinstance(value, int):
        return f"{text} = {value >> 32:X}/{value & 0xFFFFFFFF:X}"
    scale = {"ts_sec": 1, "ts_ms": 1000, "ts_usec": 1_000_000}.get(key)
    if scale and isinstance(value, int):
        return f"{text} = {datetime.fromtimestamp(value // scale, UTC):%Y-%m-%d %H:%M:%S} UTC"
    return text


def reset_offsets(connect: Connect, name: str, *, sure: bool) -> int:
    """Сбрасывает позиции остановленного коннектора; работающего — отказ с подсказкой."""
    connector = connect.connector(name)
    if connector.state != "STOPPED":
        hint = f"сначала: python connectors.py stop {name}"
        raise Trouble(f"{name} в состоянии {connector.state}, а сбросить позиции можно только в STOPPED; {hint}", WRONG)
    show_offsets(connect, name)
    print("После сброса коннектор начнёт так, как велит snapshot.mode: с initial он прочитает таблицы заново.")
    confirm(f"Сбросить позиции {name}?", sure=sure)
    connect.reset_offsets(name)
    print(f"{name}: позиции сброшены; запустить: python connectors.py resume {name}")
    return OK


# endregion: offsets


# region: delete
def delete(connect: Connect, name: str, *, sure: bool) -> int:
    """Удаляет коннектор, сказав, что останется после него."""
    connector = connect.connector(name)
    print("Останется, если было создано:")
    for line in leftovers(connect, connector):
        print(f"  {line}")
    confirm(f"Удалить коннектор {name}?", sure=sure)
    connect.delete(name)
    print(f"{name}: удалён")
    return OK


def leftovers(connect: Connect, connector: Connector) -> list[str]:
    """Что переживёт коннектор."""
    settings, lines = connector.settings, []
    if connector.state != "STOPPED" or connect.offsets(connector.name):  # работающий сохранит их, останавливаясь
        lines.append("позиции: новый коннектор с этим именем продолжит с них; сбросить можно только до удаления")
    if connector.database == "postgres" and settings.get("slot.drop.on.stop") != "true":
        slot = settings.get("slot.name", "debezium")
        lines.append(f"слот {slot}: держит WAL, пока не выполните SELECT pg_drop_replication_slot('{slot}')")
    if connector.database == "postgres":
        lines.append(f"публикация {settings.get('publication.name', 'dbz_publication')}")
    if "schema.history.internal.kafka.topic" in settings:
        lines.append(f"топик истории схем {settings['schema.history.internal.kafka.topic']}")
    topics = connect.topics(connector.name)
    return [*lines, f"топики: {', '.join(topics) or 'нет'}"]


# endregion: delete


def confirm(question: str, *, sure: bool) -> None:
    """Спрашивает, если не дан --yes. Не подтвердили — Trouble."""
    if sure:
        return
    try:
        answer = input(f"{question} [да/нет] ")
    except EOFError:
        print()
        raise Trouble("подтвердить некому: добавьте --yes", WRONG) from None
    if answer.strip().lower() not in ("да", "д", "yes", "y"):
        raise Trouble("отменено, ничего не изменено", WRONG)


Action = Callable[[Connect, argparse.Namespace], int]


def arguments() -> Parser:
    """Команды, их параметры и то, что они делают."""
    parser = Parser("connectors.py", __doc__)
    commands = parser.add_subparsers(title="Команды", required=True, metavar="команда")

    def command(name: str, text: str, action: Action) -> argparse.ArgumentParser:
        found = commands.add_parser(name, help=text, description=text)
        found.set_defaults(action=action)
        found.add_argument("--connect", metavar="URL", help="адрес Connect; без него — localhost и порт из labs/.env")
        found.add_argument("--timeout", type=float, default=60, metavar="С", help="сколько секунд ждать; без него — 60")
        return found

    def named(name: str, text: str, action: Action) -> argparse.ArgumentParser:
        found = command(name, text, action)
        found.add_argument("names", nargs="+", metavar="ИМЯ")
        return found

    command("list", "коннекторы: имя, класс, состояние, задачи, узел", lambda connect, _: show_list(connect))
    found = command(
        "apply",
        "создать или изменить по файлам; имя коннектора — имя файла",
        lambda connect, given: apply(connect, given.files, given.timeout, dry_run=given.dry_run),
    )
    found.add_argument("files", nargs="+", type=Path, metavar="ФАЙЛ")
    found.add_argument("--dry-run", action="store_true", help="проверить и показать разницу, ничего не меняя")
    named(
        "pause",
        "приостановить: задачи остаются, но не работают",
        lambda connect, given: change_state(connect, given.names, given.timeout, connect.pause, "PAUSED"),
    )
    named(
        "resume",
        "продолжить после pause или stop",
        lambda connect, given: change_state(connect, given.names, given.timeout, connect.resume, "RUNNING"),
    )
    named(
        "stop",
        "остановить: задачи убираются, настройки и позиции остаются",
        lambda connect, given: change_state(connect, given.names, given.timeout, connect.stop, "STOPPED"),
    )
    named(
        "restart",
        "перезапустить только то, что упало",
        lambda connect, given: restart(connect, given.names, given.timeout),
    )
    found = command("offsets", "сохранённые позиции: показать или сбросить (у остановленного)", offsets)
    found.add_argument("name", metavar="ИМЯ")
    found.add_argument("what", choices=["show", "reset"], metavar="show|reset")
    found.add_argument("--yes", action="store_true", help="не спрашивать подтверждения")
    found = command(
        "delete",
        "удалить коннектор; перед этим сказать, что останется",
        lambda connect, given: delete(connect, given.name, sure=given.yes),
    )
    found.add_argument("name", metavar="ИМЯ")
    found.add_argument("--yes", action="store_true", help="не спрашивать подтверждения")
    return parser


def offsets(connect: Connect, given: argparse.Namespace) -> int:
    """offsets ИМЯ show и offsets ИМЯ reset."""
    if given.what == "show":
        return show_offsets(connect, given.name)
    return reset_offsets(connect, given.name, sure=given.yes)


def main() -> int:
    """Разбирает аргументы и выполняет команду."""
    given = arguments().parse_args()
    action: Action = given.action
    return action(Connect(given.connect or f"http://localhost:{setting('CONNECT_PORT')}"), given)


if __name__ == "__main__":
    run("connectors", main)
