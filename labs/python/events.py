"""Печатает содержимое топиков от первого сообщения до последнего и завершается: быстрее, чем запускать JVM.

python events.py 'pg[.]shop[.].*'          значения, по строке на сообщение; надгробия пропущены
python events.py --count 'pg[.]shop[.].*'  сколько сообщений в каждом топике
"""

import argparse
import re
from collections.abc import Iterator

from confluent_kafka import OFFSET_BEGINNING, Consumer, KafkaException, TopicPartition

from cdc import lab
from terminal import OK, Parser, Trouble, run

PATIENCE = 20.0
"""Столько секунд ждём очередного сообщения, прежде чем признать, что топик не читается."""

ANSWER = 10.0
"""Столько секунд ждём ответа брокера о топиках и их границах."""

SETTINGS = {"group.id": "events", "enable.auto.commit": False, "fetch.wait.max.ms": 10}
"""С обычным fetch.wait.max.ms, 500, переход к следующей партиции ждёт ответа на запрос о прочитанной до конца."""


def pattern(text: str) -> re.Pattern[str]:
    """Регулярное выражение для имени топика целиком."""
    try:
        return re.compile(text)
    except re.error as error:
        raise argparse.ArgumentTypeError(f"{text!r}: ожидалось регулярное выражение, а в нём {error}") from error


def partitions(consumer: Consumer, names: re.Pattern[str]) -> list[TopicPartition]:
    """Партиции топиков, имя которых подходит целиком, по порядку имён и номеров."""
    topics = consumer.list_topics(timeout=ANSWER).topics
    chosen = sorted(name for name in topics if names.fullmatch(name))
    return [
        TopicPartition(name, number, OFFSET_BEGINNING) for name in chosen for number in sorted(topics[name].partitions)
    ]


def bounds(consumer: Consumer, partition: TopicPartition) -> tuple[int, int]:
    """Смещение первого сообщения и смещение за последним."""
    low, high = consumer.get_watermark_offsets(partition, timeout=ANSWER)
    return low, high


def values(consumer: Consumer, partition: TopicPartition) -> Iterator[str]:
    """Значения сообщений партиции до того конца, который был виден в начале; надгробий нет."""
    low, high = bounds(consumer, partition)
    if low == high:
        return
    consumer.assign([partition])
    offset = low - 1
    while offset < high - 1:
        message = consumer.poll(PATIENCE)
        if message is None:
            raise Trouble(f"{partition.topic}: за {PATIENCE:g} с не пришло ни одного сообщения, ждали до {high}")
        if error := message.error():
            raise Trouble(f"{partition.topic}: {error.str()}")
        offset, value = message.offset() or 0, message.value()
        if value is not None and offset < high:
            yield value.decode() if isinstance(value, bytes) else str(value)


def main() -> int:
    parser = Parser(description="сообщения топиков Kafka")
    parser.add_argument("--count", action="store_true", help="напечатать число сообщений, а не сами сообщения")
    parser.add_argument("topics", type=pattern, help="регулярное выражение; сравнивается с именем топика целиком")
    chosen = parser.parse_args()
    consumer = Consumer(SETTINGS | {"bootstrap.servers": lab.kafka()})
    try:
        counts: dict[str, int] = {}
        for partition in partitions(consumer, chosen.topics):
            if chosen.count:
                low, high = bounds(consumer, partition)
                counts[partition.topic] = counts.get(partition.topic, 0) + high - low
            else:
                for value in values(consumer, partition):
                    print(value)
        for topic, count in counts.items():
            print(topic, count)
    except KafkaException as error:
        raise Trouble(f"{lab.kafka()}: {error.args[0].str()}") from error
    finally:
        consumer.close()
    return OK


if __name__ == "__main__":
    run("events.py", main)
