"""Цикл чтения: взять пачку, обработать, подтвердить. В этом порядке."""

import signal
import sys
import time
from collections.abc import Callable, Iterable
from typing import Any

from confluent_kafka import Consumer, KafkaException, Message, TopicPartition

Handle = Callable[[list[Message]], None]
Action = Callable[[], None]


# region: settings
def settings(servers: str, group: str) -> dict[str, Any]:
    """Настройки потребителя, который подтверждает сам."""
    return {
        "bootstrap.servers": servers,
        "group.id": group,
        "enable.auto.commit": False,
        "auto.offset.reset": "earliest",
        "partition.assignment.strategy": "cooperative-sticky",
        "session.timeout.ms": 10_000,
        "topic.metadata.refresh.interval.ms": 10_000,
        "error_cb": lambda error: print(f"Kafka: {error.str()}", file=sys.stderr),
    }


# endregion: settings


# region: loop
class Loop:
    """Читает, пока не попросят остановиться: между пачками, а не посреди неё."""

    def __init__(self, consumer: Consumer, handle: Handle, batch: int = 500) -> None:
        self._consumer, self._handle, self._batch = consumer, handle, batch
        self._running = True

    def stop(self, *_: object) -> None:
        self._running = False

    def run(self, topics: list[str], before_commit: Action = lambda: None, idle: float = 0) -> None:
        """Работает до Ctrl+C, SIGTERM, stop() или, если задано, idle секунд без сообщений.

        Ошибка обработки выходит наружу: необработанное не подтверждено и повторится.
        """
        signal.signal(signal.SIGINT, self.stop)
        signal.signal(signal.SIGTERM, self.stop)
        given, taken, lost = shown("получены"), shown("отданы"), shown("потеряны")
        self._consumer.subscribe(topics, on_assign=given, on_revoke=taken, on_lost=lost)
        last = time.monotonic()
        try:
            while self._running:
                messages = valid(self._consumer.consume(self._batch, timeout=1.0))
                if messages:
                    self._handle(messages)
                    before_commit()
                    commit(self._consumer, messages)
                if messages or not self._consumer.assignment():
                    last = time.monotonic()
                elif idle and time.monotonic() - last > idle:
                    break
        finally:
            self._consumer.close()


# endregion: loop


def shown(what: str) -> Callable[[Consumer, list[TopicPartition]], None]:
    """Сообщает о партициях, которые группа дала или забрала."""

    def tell(_: Consumer, partitions: list[TopicPartition]) -> None:
        names = sorted(f"{partition.topic}[{partition.partition}]" for partition in partitions)
        print(f"{what}: {' '.join(names) or 'ни одной'}", flush=True)

    return tell


def valid(messages: Iterable[Message]) -> list[Message]:
    """Отделяет сообщения от ошибок клиента. Неустранимая ошибка — KafkaException, от прочих клиент оправится сам."""
    kept = []
    for message in messages:
        error = message.error()
        if error is None:
            kept.append(message)
        elif error.fatal():
            raise KafkaException(error)
        else:
            print(f"Kafka: {error.str()}", file=sys.stderr)
    return kept


def place(message: Message) -> tuple[str, int, int]:
    """Топик, партиция и номер прочитанного сообщения; у прочитанного они есть всегда."""
    topic, partition, offset = message.topic(), message.partition(), message.offset()
    assert topic is not None
    assert partition is not None
    assert offset is not None
    return topic, partition, offset


# region: commit
def commit(consumer: Consumer, messages: Iterable[Message]) -> None:
    """Подтверждает пачку: в каждой партиции — номер следующего сообщения.

    Сбой не страшен: пачка повторится.
    """
    following = {place(message)[:2]: place(message)[2] + 1 for message in messages}
    offsets = [TopicPartition(*where, offset) for where, offset in following.items()]
    try:
        consumer.commit(offsets=offsets, asynchronous=False)
    except KafkaException as error:
        print(f"не подтверждено, повторится: {error.args[0].str()}", file=sys.stderr)


# endregion: commit
