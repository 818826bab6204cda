"""Обработка пачки: разобрать, применить к копии, непонятное отложить."""

from confluent_kafka import Message
from psycopg import DataError

from cdc.dead_letters import DeadLetters
from cdc.event import BadMessage, Event, decode
from cdc.target import Target


# region: replica
class Replica:
    """Держит копию таблиц и считает, что произошло с сообщениями."""

    def __init__(self, target: Target, dead_letters: DeadLetters) -> None:
        self._target, self._dead_letters = target, dead_letters
        self.applied = self.repeated = self.tombstones = self.dead = 0

    def handle(self, messages: list[Message]) -> None:
        """Пачка одной транзакцией. База отвергла значение — по одному, чтобы найти виновника."""
        events = [(message, event) for message in messages if (event := self._decode(message))]
        try:
            self._apply([event for _, event in events])
        except DataError:
            for message, event in events:
                try:
                    self._apply([event])
                except DataError as error:
                    reason = error.diag.message_primary or error
                    self._set_aside(message, f"база не приняла: {reason}")

    def _decode(self, message: Message) -> Event | None:
        try:
            event = decode(message.topic() or "", message.key(), message.value())
        except BadMessage as error:
            self._set_aside(message, str(error))
            return None
        self.tombstones += event is None
        return event

    def _apply(self, events: list[Event]) -> None:
        applied = self._target.apply(events)
        self.applied += applied
        self.repeated += len(events) - applied

    def _set_aside(self, message: Message, reason: str) -> None:
        self._dead_letters.send(message, reason)
        self.dead += 1


# endregion: replica
