"""Здоровье захвата изменений одним взглядом: коннекторы и задачи, отставание, слоты PostgreSQL, журнал MySQL.

Коды завершения: 0 — всё в порядке; 1 — что-то не так, причины названы; 2 — что-то не удалось спросить.
Размеры двоичные, как у PostgreSQL: 1 МБ = 1 048 576 байт. База, которая не запущена, — не ошибка, если к ней нет
коннекторов. Спрашивает от имени пользователя exporter, пароль — EXPORTER_PASSWORD из labs/.env.
"""

import argparse
import re
import sys
import time
from collections.abc import Callable
from functools import partial

from connect_rest import Connect
from database import Address
from health import Limits, Places, Report, look
from health_view import as_json, as_text
from terminal import NOT_ASKED, Parser, run, setting, size


# region: watch
def watch(look_again: Callable[[], Report], show: Callable[[Report], str], every: float) -> int:
    """Повторяет каждые every секунд, пока не нажмут Ctrl+C; код — по последнему отчёту."""
    code = NOT_ASKED
    try:
        while True:
            report = look_again()
            code = report.code
            if sys.stdout.isatty():
                print("\x1b[H\x1b[2J", end="")
            print(show(report), flush=True)
            time.sleep(every)
    except KeyboardInterrupt:
        return code


# endregion: watch


def address(text: str) -> Address:
    """«localhost:5432» → адрес."""
    host, _, port = text.rpartition(":")
    if not host or not port.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r}: ожидался адрес вида localhost:5432")
    return Address(host, int(port))


def period(text: str) -> float:
    """Секунды больше нуля."""
    if not re.fullmatch(r"\d+(\.\d+)?", text) or float(text) == 0:
        raise argparse.ArgumentTypeError(f"{text!r}: ожидалось число секунд больше нуля")
    return float(text)


def arguments() -> Parser:
    """Параметры и пороги."""
    parser = Parser("monitor.py", __doc__)
    add = parser.add_argument
    add(
        "--watch",
        nargs="?",
        type=period,
        const=5,
        metavar="С",
        help="повторять каждые С секунд (без числа — 5) до Ctrl+C",
    )
    add("--json", action="store_true", help="JSON вместо таблиц; с --watch — по строке на отчёт")
    add("--max-lag", type=period, default=60, metavar="С", help="отставание потока, секунды; без него — 60")
    add(
        "--max-queue",
        type=int,
        default=90,
        metavar="П",
        help="заполненность очереди коннектора, проценты; без него — 90",
    )
    add(
        "--max-retained",
        type=size,
        default=size("1GB"),
        metavar="РАЗМЕР",
        help="WAL, удержанный слотом; без него — 1GB",
    )
    add(
        "--min-safe", type=size, default=size("256MB"), metavar="РАЗМЕР", help="запас слота до потери; без него — 256MB"
    )
    add(
        "--max-binlog",
        type=size,
        default=size("100MB"),
        metavar="РАЗМЕР",
        help="непрочитанный binlog; без него — 100MB",
    )
    add("--connect", metavar="URL", help="адрес Connect; без него — localhost и порт из labs/.env, как и дальше")
    add("--metrics", metavar="URL", help="страница метрик Connect")
    add("--postgres", type=address, metavar="АДРЕС", help="адрес PostgreSQL")
    add("--mysql", type=address, metavar="АДРЕС", help="адрес MySQL")
    return parser


def places_of(given: argparse.Namespace) -> Places:
    """Названные адреса, вместо неназванных — порты стенда на вашей машине."""
    return Places(
        Connect(given.connect or f"http://localhost:{setting('CONNECT_PORT')}", timeout=10, patience=10),
        given.metrics or f"http://localhost:{setting('CONNECT_METRICS_PORT')}/metrics",
        given.postgres or Address("localhost", int(setting("POSTGRES_PORT"))),
        given.mysql or Address("localhost", int(setting("MYSQL_PORT"))),
    )


def main() -> int:
    """Смотрит один раз или с --watch повторяет."""
    given = arguments().parse_args()
    limits = Limits(given.max_lag, given.max_queue, given.max_retained, given.min_safe, given.max_binlog)
    look_again = partial(look, places_of(given), limits)
    show = as_json if given.json else as_text
    if given.watch:
        return watch(look_again, show, given.watch)
    report = look_again()
    print(show(report))
    return report.code


if __name__ == "__main__":
    run("monitor", main)
