"""Место события в журнале базы: кортеж чисел, который растёт у каждого ключа."""

import json
from collections.abc import Mapping
from typing import Any

Position = tuple[int, ...]


# region: position
def position_of(source: Mapping[str, Any]) -> Position:
    """Позиция из блока source. Сравнивать можно позиции одного ключа из одной базы.

    PostgreSQL: (lsn). Транзакции приходят в порядке фиксации, поэтому lsn растёт
    у каждой строки, но не у топика целиком. У строки снимка он может быть больше,
    чем у её следующего изменения: поток сильнее снимка, см. target.py.
    У чтения инкрементального снимка lsn пуст, место потока — второе число в sequence.
    MySQL: (номер файла, место в файле, номер строки в событии binlog). У сжатой
    транзакции место одно на все её события.
    """
    match source.get("connector"):
        case "postgresql" if source.get("snapshot") == "incremental":
            return (int(json.loads(source["sequence"])[1]),)
        case "postgresql":
            return (int(source["lsn"]),)
        case "mysql":
            number = source["file"].rpartition(".")[2]
            return (int(number), int(source["pos"]), int(source["row"]))
        case other:
            raise ValueError(f"source.connector = {other!r}; ожидался postgresql или mysql")


# endregion: position
