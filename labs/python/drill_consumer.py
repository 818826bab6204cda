"""Потребитель для учений «ничего не потеряно»: держит копию таблиц и записывает всё, что ему доставили.

Копия — таблица replica (cdc/target.py), запись — файл --raw: по строке JSON на каждую доставку, до применения.
По записи судит другая программа, поэтому ошибка в разборе или применении её не обманет.
"""

import argparse
import json
import os
import signal
import sys
from pathlib import Path
from typing import TextIO

import psycopg
from confluent_kafka import Consumer, KafkaException, Message

from cdc import lab
from cdc.event import BadMessage, decode
from cdc.loop import Loop, place, settings
from cdc.target import Target


def record(raw: TextIO, messages: list[Message]) -> None:
    """Записывает доставки как есть, вместе с номером процесса."""
    for message in messages:
        topic, partition, offset = place(message)
        line = {
            "process": os.getpid(),
            "topic": topic,
            "partition": partition,
            "offset": offset,
            # Топики учений созданы с LogAppendTime: это время записи в журнал брокера, мс.
            "appended": message.timestamp()[1],
            "key": text(message.key()),
            "value": text(message.value()),
        }
        raw.write(f"{json.dumps(line, ensure_ascii=False)}\n")
    raw.flush()


def text(data: bytes | str | None) -> str | None:
    return data.decode() if isinstance(data, bytes) else data


def read(options: argparse.Namespace, raw: TextIO) -> None:
    """Читает, пока в каждом топике не встретится строка, которой он кончается."""
    target = Target(lab.postgres(database=options.database))
    # Смерть потребителя брокер замечает по тишине; на учениях ждать её по умолчанию незачем.
    quick = {"session.timeout.ms": 6000, "topic.metadata.refresh.interval.ms": 500}
    consumer = Consumer(settings(lab.kafka(), options.group) | quick)
    unfinished, batches = set(options.topics), 0

    def handle(messages: list[Message]) -> None:
        nonlocal unfinished
        record(raw, messages)
        events = [event for m in messages if (event := decode(place(m)[0], m.key(), m.value()))]
        target.apply(events)
        unfinished -= {event.topic for event in events if event.key == {"id": options.until}}

    def before_commit() -> None:
        nonlocal batches
        batches += 1
        if batches == options.kill_at:
            os.kill(os.getpid(), signal.SIGKILL)
        if not unfinished:
            loop.stop()

    loop = Loop(consumer, handle)
    loop.run(options.topics, before_commit)
    target.close()


def main() -> int:
    parser = argparse.ArgumentParser(prog="drill_consumer.py", description="Потребитель для учений.")
    parser.add_argument("--topics", nargs="+", required=True, help="что читать")
    parser.add_argument("--group", required=True, help="группа потребителей")
    parser.add_argument("--database", required=True, help="база PostgreSQL, в которой лежит копия")
    parser.add_argument("--raw", required=True, help="файл записи: строка JSON на каждую доставку")
    parser.add_argument("--until", type=int, required=True, help="id строки, которой кончается каждый топик")
    parser.add_argument("--kill-at", type=int, help="умереть на этой пачке: уже применена, ещё не подтверждена")
    options = parser.parse_args()
    try:
        with Path(options.raw).open("a", encoding="utf-8") as raw:
            read(options, raw)
    except (BadMessage, KafkaException, KeyError, OSError, psycopg.Error) as error:
        print(f"drill_consumer.py: {' '.join(str(error).split())}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
