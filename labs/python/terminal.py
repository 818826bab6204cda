"""Общее для программ, которые работают в терминале: одна строка об ошибке, справка по-русски, таблицы, размеры."""

import argparse
import os
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import NoReturn

from cdc import lab

OK, WRONG, NOT_ASKED = 0, 1, 2
"""Коды завершения: всё хорошо; Connect отказал или что-то не в порядке; спросить не удалось (адрес, файл, пароль)."""


class Trouble(Exception):  # noqa: N818 — это беда человека, а не ошибка программы
    """Беда, о которой говорят одной строкой. code — код завершения программы."""

    def __init__(self, message: str, code: int = NOT_ASKED) -> None:
        super().__init__(one_line(message))
        self.code = code


def one_line(text: str, limit: int = 400) -> str:
    """Склеивает строки через пробел и обрезает слишком длинное."""
    joined = " ".join(text.split())
    return joined if len(joined) <= limit else joined[: limit - 1] + "…"


def run(program: str, main: Callable[[], int]) -> NoReturn:
    """Выполняет main и завершает процесс с её кодом. Беду печатает в stderr одной строкой, без трассировки."""
    try:
        code = main()
        sys.stdout.flush()
    except Trouble as trouble:
        print(f"{program}: {trouble}", file=sys.stderr)
        code = trouble.code
    except KeyboardInterrupt:
        print(f"{program}: прервано", file=sys.stderr)
        code = 130
    except BrokenPipeError:  # читатель ушёл: connectors.py list | head -n 1
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = WRONG
    sys.exit(code)


def setting(name: str) -> str:
    """Значение из окружения или labs/.env; если его нет — Trouble."""
    try:
        return lab.setting(name)
    except (KeyError, OSError) as error:
        raise Trouble(f"{name}: нет ни в окружении, ни в {lab.ENV_FILE}") from error


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Заголовок и строки той же длины → столбцы через два пробела; без строк — пустая строка."""
    if not rows:
        return ""
    widths = [max(map(len, column)) for column in zip(header, *rows, strict=True)]
    return "\n".join("  ".join(map(str.ljust, line, widths)).rstrip() for line in (header, *rows))


UNITS = {"Б": 1, "КБ": 1 << 10, "МБ": 1 << 20, "ГБ": 1 << 30}


def size(text: str) -> int:
    """«512MB», «1 ГБ», «4096» → байты. Единицы двоичные, как у PostgreSQL: 1 МБ = 1 048 576 байт."""
    match = re.fullmatch(r"(\d+)\s*(\D*)", text.strip())
    unit = match and (match[2].upper().translate(str.maketrans("KMGB", "КМГБ")) or "Б")
    if match is None or unit not in UNITS:
        raise argparse.ArgumentTypeError(f"{text!r}: ожидался размер, например 512MB или 1GB")
    return int(match[1]) * UNITS[unit]


def human(amount: int) -> str:
    """Байты → «1,5 МБ»."""
    for unit in ("ГБ", "МБ", "КБ"):
        if amount >= UNITS[unit]:
            return f"{amount / UNITS[unit]:.1f} {unit}".replace(".", ",")
    return f"{amount} Б"


# argparse говорит по-английски; здесь — его сообщения, которые может увидеть ученик.
MESSAGES = (
    (r"the following arguments are required: (.+)", r"не хватает: \1"),
    (r"unrecognized arguments: (.+)", r"лишнее: \1"),
    (r"argument (.+): invalid choice: (.+) \(choose from (.+)\)", r"\1: \2; допустимо \3"),
    (r"argument (.+): expected one argument", r"\1: не хватает значения"),
    (r"argument (.+): expected at least one argument", r"\1: не хватает значения"),
    (r"argument (.+): invalid \w+ value: (.+)", r"\1: \2 — не число"),
    (r"argument (.+): ignored explicit argument (.+)", r"\1: значение \2 здесь не нужно"),
    (r"ambiguous option: (.+) could match (.+)", r"\1 — это \2?"),
    (r"argument (.+)", r"\1"),
)


class Help(argparse.RawDescriptionHelpFormatter):
    """Справка, которая начинается не с usage."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "Как вызвать: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """Разбор аргументов со справкой и ошибками по-русски; ошибка — Trouble."""

    def __init__(self, prog: str | None = None, description: str | None = None) -> None:
        super().__init__(prog=prog, description=description, formatter_class=Help, add_help=False)
        self._positionals.title, self._optionals.title = "Аргументы", "Параметры"
        self.add_argument("-h", "--help", action="help", help="эта справка")

    def error(self, message: str) -> NoReturn:
        for pattern, russian in MESSAGES:
            match = re.fullmatch(pattern, message)
            if match is not None:
                raise Trouble(f"{match.expand(russian)}. Справка: python {self.prog} --help")
        raise Trouble(f"{message}. Справка: python {self.prog} --help")
