"""Место события в журнале базы: кортеж чисел, который растёт у каждого ключа."""

from collections.abc import Mapping
from typing import Any

Position = tuple[int, ...]


# region: position
def position_of(source: Mapping[str, Any]) -> Position:
    """Позиция из блока source. Сравнивать можно позиции одного ключа из одной базы.

    PostgreSQL: (lsn). Транзакции приходят в порядке фиксации, поэтому lsn растёт
    у каждой строки, но не у топика целиком. У строки снимка он может быть больше,
    чем у её следующего изменения: поток сильнее снимка, см. target.py.
    MySQL: (номер файла, место в файле, номер строки в событии binlog). У сжатой
    транзакции место одно на все её события.
    """
    match source.get("connector"):
        case "postgresql":
            return (int(source["lsn"]),)
        case "mysql":
            number = source["file"].rpartition(".")[2]
            return (int(number), int(source["pos"]), int(source["row"]))
        case other:
            raise ValueError(f"source.connector = {other!r}; ожидался postgresql или mysql")


# endregion: position
