"""Настройки коннектора в файле: чтение с понятными ошибками и сравнение с тем, что уже работает."""

import json
import re
from pathlib import Path
from typing import Any

from connect_rest import Settings
from terminal import Trouble

JSON_ERRORS = {
    "Expecting value": "ожидалось значение",
    "Expecting ',' delimiter": "ожидалась запятая",
    "Expecting ':' delimiter": "ожидалось двоеточие",
    "Expecting property name enclosed in double quotes": "ожидалось имя настройки в двойных кавычках",
    "Illegal trailing comma before end of object": "лишняя запятая перед концом объекта",
    "Unterminated string starting at": "строка не закрыта кавычкой",
    "Extra data": "лишнее после конца объекта",
    "Invalid control character at": "перевод строки или другой управляющий знак внутри строки",
}


# region: load
def load(path: Path) -> tuple[str, Settings]:
    """Имя коннектора (имя файла без .json) и его настройки; любая ошибка в файле — Trouble."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=without_repeats)
    except json.JSONDecodeError as error:
        what = JSON_ERRORS.get(error.msg, error.msg)
        raise Trouble(f"{path}:{error.lineno}:{error.colno}: не JSON: {what}") from error
    except UnicodeDecodeError as error:
        raise Trouble(f"{path}: не текст в UTF-8") from error
    except OSError as error:
        raise Trouble(f"{path}: {'файла нет' if isinstance(error, FileNotFoundError) else error.strerror}") from error
    except ValueError as error:
        raise Trouble(f"{path}: {error}") from error
    return path.stem, settings_of(path, content)


def settings_of(path: Path, content: Any) -> Settings:
    """Проверяет, что в файле объект строк, названы класс и то же имя, что у файла."""
    if not isinstance(content, dict):
        raise Trouble(f"{path}: ожидался объект с настройками коннектора")
    if content.keys() == {"name", "config"}:
        raise Trouble(f"{path}: это тело для POST; оставьте только то, что в config: имя коннектора — имя файла")
    for key, value in content.items():
        if not isinstance(value, str):
            raise Trouble(f"{path}: {key}: ожидалась строка, а не {json.dumps(value, ensure_ascii=False)}")
    if "connector.class" not in content:
        raise Trouble(f"{path}: нет connector.class")
    if content.pop("name", path.stem) != path.stem:
        raise Trouble(f"{path}: name не совпадает с именем файла; уберите его или переименуйте файл")
    return content


# endregion: load


def without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Объект JSON; настройка, названная дважды, — ошибка: json молча взял бы последнюю."""
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"{key}: названо дважды")
        found[key] = value
    return found


# region: diff
def difference(old: Settings, new: Settings) -> list[str]:
    """Чем new отличается от old: «+» добавлено, «-» убрано, «~» изменено. Пароли скрыты; name не сравнивается."""
    lines = []
    for key in sorted((old.keys() | new.keys()) - {"name"}):
        before, after = shown(key, old.get(key)), shown(key, new.get(key))
        if key not in old:
            lines.append(f"+ {key}: {after}")
        elif key not in new:
            lines.append(f"- {key}: {before}")
        elif old[key] != new[key]:
            lines.append(f"~ {key}: {before} → {after}")
    return lines


def shown(key: str, value: str | None) -> str:
    """Значение для вывода. Пароль виден, только если это ссылка вида ${env:ИМЯ}."""
    if value and re.search(r"password|secret|credential", key, re.IGNORECASE) and not re.fullmatch(r"\$\{.+}", value):
        return "********"
    return value or "(пусто)"


# endregion: diff
