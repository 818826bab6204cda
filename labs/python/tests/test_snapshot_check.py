"""Сверка топика с таблицей видит потерю, лишнее, старое поверх нового и вытесненные чтения."""

from typing import Any

from programs import run_program

from snapshot_check import History, report


def told(*events: tuple[str, int, str | None]) -> History:
    """История из событий (op, id, текст строки)."""
    history = History()
    for op, number, text in events:
        source = {"snapshot": "incremental" if op == "r" else "false"}
        after = None if op == "d" else row(number, text)
        history.apply(key(number), {"op": op, "after": after, "source": source})
    return history


def key(number: int) -> str:
    return f'{{"id": {number}}}'


def row(number: int, text: str | None) -> dict[str, Any]:
    return {"id": number, "body": text}


def table(**rows: str) -> dict[str, dict[str, Any]]:
    return {key(int(name[1:])): row(int(name[1:]), text) for name, text in rows.items()}


def test_equal_state_passes() -> None:
    text, same = report(told(("r", 1, "a"), ("u", 1, "b"), ("r", 2, "c"), ("d", 2, None)), table(k1="b"))
    assert same
    assert "потеряно 0, лишних 0, отличается 0" in text


def test_a_read_after_a_newer_update_differs() -> None:
    text, same = report(told(("u", 1, "new"), ("r", 1, "old")), table(k1="new"))
    assert not same
    assert 'отличается 1, например {"id": 1}' in text


def test_lost_and_extra_rows_are_found() -> None:
    text, same = report(told(("r", 2, "x")), table(k1="a"))
    assert not same
    assert 'потеряно 1, например {"id": 1}, лишних 1, например {"id": 2}' in text


def test_a_read_that_the_stream_displaced_is_counted() -> None:
    history = told(("u", 1, "b"), ("r", 2, "c"), ("c", 3, "new"))
    assert history.displaced == [key(1)]


def test_repeated_reads_and_stream_events_between_them_are_counted() -> None:
    history = told(("u", 9, "before"), ("r", 1, "a"), ("u", 1, "b"), ("r", 1, "b"), ("u", 1, "after"))
    snapshot = history.snapshots["incremental"]
    assert snapshot.keys.total() == 2
    assert snapshot.mixed == 1


def test_missing_argument_is_explained() -> None:
    outcome = run_program("snapshot_check.py")
    assert outcome.code == 2
    assert "table" in outcome.err
