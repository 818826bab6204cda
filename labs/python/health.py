"""Один взгляд на весь захват изменений: кого спросить, что ответили и что из этого беда."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple, TypeVar

import binlog
import metrics
import slots
from binlog import BinlogLag, binlog_problems
from connect_rest import Connect, Connector, root_cause
from database import Address, NotRunning
from metrics import Flow, flow_problems
from slots import Slot, slot_problems
from terminal import NOT_ASKED, OK, WRONG, Trouble

Answer = TypeVar("Answer")


class Places(NamedTuple):
    """Где спрашивать."""

    connect: Connect
    metrics: str
    postgres: Address
    mysql: Address


class Limits(NamedTuple):
    """Пороги: секунды, проценты, байты."""

    lag: float
    queue: int
    retained: int
    safe: int
    binlog: int


@dataclass
class Report:
    """Что увидели за один раз."""

    connectors: dict[str, Connector] | None = None
    flows: list[Flow] = field(default_factory=list)
    slots: list[Slot] = field(default_factory=list)
    binlogs: list[BinlogLag] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    unasked: list[str] = field(default_factory=list)

    @property
    def code(self) -> int:
        """Код завершения: неполный ответ важнее найденных бед — их может быть больше."""
        return NOT_ASKED if self.unasked else WRONG if self.problems else OK

    def reading(self, database: str) -> list[Connector]:
        """Коннекторы к базе database."""
        return [each for each in (self.connectors or {}).values() if each.database == database]

    def slot_owners(self) -> dict[str, str]:
        """Имя слота → имя его коннектора."""
        return {each.settings.get("slot.name", "debezium"): each.name for each in self.reading("postgres")}

    def ask(self, question: Callable[[], Answer], database: str = "") -> Answer | None:
        """Ответ на вопрос. Не удалось — запоминает почему; молчащая база без коннекторов — только заметка."""
        try:
            return question()
        except Trouble as trouble:
            spare = isinstance(trouble, NotRunning) and self.connectors is not None and not self.reading(database)
            (self.notes if spare else self.unasked).append(str(trouble))
            return None


# region: look
def look(places: Places, limits: Limits) -> Report:
    """Спрашивает всех и судит об ответах. Не ответил один — остальные всё равно будут спрошены."""
    report = Report()
    report.connectors = report.ask(places.connect.connectors)
    report.flows = flows(report, places)
    report.slots = report.ask(partial(slots.read, places.postgres), "postgres") or []
    report.binlogs = binlogs(report, places)
    report.problems = problems(report, limits)
    return report


def problems(report: Report, limits: Limits) -> list[str]:
    """Всё, что не в порядке."""
    sick = {name: connector_problems(each) for name, each in (report.connectors or {}).items()}
    found = [problem for each in sick.values() for problem in each]
    caught_up = caught_up_connectors(report)
    in_snapshot = {flow.connector for flow in report.flows if flow.snapshot_running}
    for flow in report.flows:
        if not sick[flow.connector]:
            found += flow_problems(flow, limits.lag, limits.queue, caught_up=flow.connector in caught_up)
    for slot in report.slots:
        snapshot = report.slot_owners().get(slot.name) in in_snapshot
        found += slot_problems(slot, whose(report, slot), limits.retained, limits.safe, snapshot=snapshot)
    for each in report.binlogs:
        found += binlog_problems(each, limits.binlog)
    return found


# endregion: look


def connector_problems(connector: Connector) -> list[str]:
    """RUNNING у коннектора ещё не здоровье: задача могла упасть или не появиться."""
    if connector.state == "FAILED":
        return [f"{connector.name}: FAILED: {root_cause(connector.trace)}"]
    if connector.state != "RUNNING":
        return [f"{connector.name}: {connector.state}, изменения не читаются"]
    if not connector.tasks:
        return [f"{connector.name}: RUNNING, но задач нет"]
    found = []
    for task in connector.tasks:
        if task.state != "RUNNING":
            why = f": {root_cause(task.trace)}" if task.trace else ""
            found.append(f"{connector.name}: задача {task.id} {task.state}{why}")
    return found


def caught_up_connectors(report: Report) -> set[str]:
    """Коннекторы PostgreSQL, подтвердившие почти весь WAL.

    Их отставание — прошлое: PostgreSQL не меняет MilliSecondsBehindSource, пока не придёт новая строка.
    Мегабайт запаса — на собственный пульс коннектора и служебные записи.
    """
    owners = report.slot_owners()
    caught_up = [slot for slot in report.slots if slot.active and (slot.unconfirmed or 0) < 1 << 20]
    return {owners[slot.name] for slot in caught_up if slot.name in owners}


def whose(report: Report, slot: Slot) -> str:
    """Чей слот, словами."""
    if report.connectors is None:
        return "чей он, без Connect не узнать"
    owner = report.slot_owners().get(slot.name)
    return f"слот коннектора {owner}" if owner else "ни один коннектор его не использует"


def flows(report: Report, places: Places) -> list[Flow]:
    """Потоки работающих коннекторов; метрик нет — заметка."""
    running = [each for each in (report.connectors or {}).values() if each.database and each.state == "RUNNING"]
    samples = report.ask(partial(metrics.read, places.metrics)) if running else None
    if samples is None:
        return []
    found = {
        each.name: metrics.flow(each.name, each.database, each.settings["topic.prefix"], samples) for each in running
    }
    report.notes += [f"{name}: метрик потока нет" for name, flow in found.items() if flow is None]
    return [flow for flow in found.values() if flow is not None]


def binlogs(report: Report, places: Places) -> list[BinlogLag]:
    """Позиции коннекторов MySQL против журнала сервера."""
    readers = report.reading("mysql")
    saved = {each.name: report.ask(partial(places.connect.offsets, each.name)) for each in readers}
    # Журнал — после позиций: сервер не может оказаться позади коннектора.
    logs = report.ask(partial(binlog.read, places.mysql), "mysql")
    report.notes += [f"{name}: сохранённой позиции ещё нет" for name, offsets in saved.items() if offsets == []]
    return [binlog.lag(name, offsets[0].offset, logs) for name, offsets in saved.items() if offsets and logs]
