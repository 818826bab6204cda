"""Ожидание условия вместо пауз наугад."""

import time
from collections.abc import Callable


def until(condition: Callable[[], bool], what: str, limit: float = 180) -> None:
    """Ждёт, пока условие выполнится; не дождалось за limit секунд — AssertionError с названием условия."""
    deadline = time.monotonic() + limit
    while not condition():
        assert time.monotonic() < deadline, f"за {limit:.0f} с не наступило: {what}"
        time.sleep(0.2)
