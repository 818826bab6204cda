"""Метрики Debezium: чтение страницы /metrics и показатели одного коннектора."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from connect_rest import exchange
from terminal import Trouble


class Sample(NamedTuple):
    """Одно значение: имя, метки, число."""

    name: str
    labels: dict[str, str]
    value: float


SAMPLE = re.compile(r"(?P<name>[a-zA-Z_:][\w:]*)(?:\{(?P<labels>.*)\})? (?P<value>\S+)")
LABEL = re.compile(r'(\w+)="((?:[^"\\]|\\.)*)"')


# region: parse
def parse(text: str) -> list[Sample]:
    """Текстовый формат Prometheus; пояснения (#) и непонятные строки пропускаются."""
    matches = (SAMPLE.match(line) for line in text.splitlines() if not line.startswith("#"))
    return [Sample(m["name"], dict(LABEL.findall(m["labels"] or "")), float(m["value"])) for m in matches if m]


def read(url: str) -> list[Sample]:
    """Метрики с адреса url; не ответил или ответил не тем — Trouble."""
    status, answer = exchange(url)
    samples = parse(answer.decode(errors="replace")) if status == 200 else []
    if not samples:
        raise Trouble(f"{url}: здесь нет метрик (HTTP {status})")
    return samples


# endregion: parse


# region: flow
@dataclass(frozen=True)
class Flow:
    """Как идёт поток одного коннектора."""

    connector: str
    connected: bool
    behind_ms: int
    """Отставание последнего обработанного события; -1 — событий ещё не было."""
    idle_ms: int
    """Сколько прошло с последнего события; -1 — событий ещё не было."""
    queue_percent: int
    snapshot_running: bool
    snapshot_aborted: bool


def flow(connector: str, database: str, prefix: str, samples: list[Sample]) -> Flow | None:
    """Показатели коннектора базы database (метка plugin) с topic.prefix = prefix; None — их ещё нет."""
    wanted = {"plugin": database, "name": prefix}
    values = {
        (sample.labels["context"], sample.name.removeprefix("debezium_metrics_")): sample.value
        for sample in samples
        if "context" in sample.labels and sample.labels | wanted == sample.labels and "table" not in sample.labels
    }
    if ("streaming", "Connected") not in values:
        return None

    def streaming(attribute: str) -> float:
        return values.get(("streaming", attribute), -1)

    capacity = max(streaming("QueueTotalCapacity"), 1)
    return Flow(
        connector=connector,
        connected=streaming("Connected") == 1,
        behind_ms=int(streaming("MilliSecondsBehindSource")),
        idle_ms=int(streaming("MilliSecondsSinceLastEvent")),
        queue_percent=round(100 * (1 - streaming("QueueRemainingCapacity") / capacity)),
        snapshot_running=values.get(("snapshot", "SnapshotRunning")) == 1,
        snapshot_aborted=values.get(("snapshot", "SnapshotAborted")) == 1,
    )


def flow_problems(flow: Flow, max_lag_s: float, max_queue_percent: int, *, caught_up: bool) -> list[str]:
    """Что не так с потоком; caught_up — журнал прочитан, и прошлое отставание уже ничего не значит.

    Пока идёт снимок, поток ещё не подключён, и это нормально.
    """
    found = []
    if flow.snapshot_aborted:
        found.append(f"{flow.connector}: снимок прерван")
    if not flow.connected and not flow.snapshot_running:
        found.append(f"{flow.connector}: нет соединения с базой (Connected = 0)")
    if flow.behind_ms > max_lag_s * 1000 and not caught_up:
        found.append(f"{flow.connector}: отставание {flow.behind_ms / 1000:.0f} с больше {max_lag_s:g} с")
    if flow.queue_percent > max_queue_percent:
        found.append(f"{flow.connector}: очередь заполнена на {flow.queue_percent} %: Kafka не успевает принимать")
    return found


# endregion: flow
