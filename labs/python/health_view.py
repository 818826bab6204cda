"""Отчёт о здоровье: таблицы для человека и JSON для программ."""

import json
from dataclasses import asdict
from datetime import UTC, datetime

from health import Report
from terminal import OK, human, table


# region: show
def as_text(report: Report) -> str:
    """Отчёт для человека: таблицы, заметки, вывод."""
    parts = [show(report) for show in (connectors_table, flows_table, slots_table, binlog_table)]
    parts.append("\n".join(f"заметка: {note}" for note in report.notes))
    parts.append("\n".join(f"не удалось спросить: {each}" for each in report.unasked))
    parts.append("\n".join(f"не в порядке: {each}" for each in report.problems))
    if report.code == OK:
        parts.append("всё в порядке")
    return "\n\n".join(part for part in parts if part)


def as_json(report: Report) -> str:
    """Тот же отчёт одной строкой JSON; размеры в байтах, время в UTC."""
    content = asdict(report) | {"code": report.code, "at": datetime.now(UTC).isoformat(timespec="seconds")}
    content["connectors"] = [
        {"name": each.name, "state": each.state, "tasks": [asdict(task) for task in each.tasks]}
        for each in (report.connectors or {}).values()
    ]
    return json.dumps(content, ensure_ascii=False, default=str)


# endregion: show


def connectors_table(report: Report) -> str:
    if not report.connectors:
        return "" if report.connectors is None else "коннекторов нет"
    return table(
        ("КОННЕКТОР", "СОСТОЯНИЕ", "ЗАДАЧИ"),
        [
            (each.name, each.state, ", ".join(f"{task.id} {task.state}" for task in each.tasks) or "нет")
            for each in report.connectors.values()
        ],
    )


def flows_table(report: Report) -> str:
    return table(
        ("ПОТОК", "СОЕДИНЕНИЕ", "ОТСТАВАНИЕ", "ПОСЛЕДНЕЕ СОБЫТИЕ", "ОЧЕРЕДЬ", "СНИМОК"),
        [
            (
                each.connector,
                "есть" if each.connected else "нет",
                seconds(each.behind_ms),
                f"{seconds(each.idle_ms)} назад" if each.idle_ms >= 0 else "не было",
                f"{each.queue_percent} %",
                "идёт" if each.snapshot_running else "не идёт",
            )
            for each in report.flows
        ],
    )


def slots_table(report: Report) -> str:
    owners = report.slot_owners()
    return table(
        ("СЛОТ", "ЧИТАЕТ", "WAL", "УДЕРЖАНО", "НЕ ПОДТВЕРЖДЕНО", "ДО ПОТЕРИ"),
        [
            (
                each.name,
                owners.get(each.name, "другая программа") if each.active else "никто",
                each.wal_status or "—",
                amount(each.retained),
                amount(each.unconfirmed),
                amount(each.safe),
            )
            for each in report.slots
        ],
    )


def binlog_table(report: Report) -> str:
    return table(
        ("BINLOG", "ПОЗИЦИЯ КОННЕКТОРА", "ПОЗИЦИЯ СЕРВЕРА", "ПОЗАДИ"),
        [
            (
                each.connector,
                f"{each.file}:{each.pos}",
                f"{each.server_file}:{each.server_pos}",
                "файл удалён" if each.behind is None else human(each.behind),
            )
            for each in report.binlogs
        ],
    )


def amount(value: int | None) -> str:
    """Размер или прочерк."""
    return "—" if value is None else human(value)


def seconds(milliseconds: int) -> str:
    """Миллисекунды → «1,5 с»; отрицательное число значит, что ещё не измеряли."""
    return f"{milliseconds / 1000:.1f} с".replace(".", ",") if milliseconds >= 0 else "не измерено"
