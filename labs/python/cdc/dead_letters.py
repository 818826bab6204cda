"""Отложенные сообщения (dead letters): то, что не разобрать, уходит в отдельный топик вместе с причиной."""

from confluent_kafka import KafkaError, KafkaException, Message, Producer


# region: dead
class DeadLetters:
    """Пишет в топик отложенных.

    Топик должен существовать: с опечаткой в имени лучше упасть, чем потерять.
    """

    def __init__(self, servers: str, topic: str) -> None:
        # Умолчание librdkafka, 1 000 000 байт, меньше, чем принимает топик: 1 048 588. Пусть решает топик.
        self._producer = Producer({"bootstrap.servers": servers, "message.max.bytes": 10_000_000})
        self._topic = topic

    def send(self, message: Message, reason: str) -> None:
        """Откладывает сообщение как есть; возвращается, когда брокер его сохранил.

        Не смог — KafkaException.
        """
        failures: list[KafkaError] = []
        self._producer.produce(
            self._topic,
            key=message.key(),
            value=message.value(),
            headers={
                "reason": reason,
                "source": f"{message.topic()}:{message.partition()}:{message.offset()}",
            },
            on_delivery=lambda error, _: failures.append(error) if error else None,
        )
        self._producer.flush()
        if failures:
            raise KafkaException(failures[0])


# endregion: dead
