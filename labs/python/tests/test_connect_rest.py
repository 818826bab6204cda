"""Клиент Connect: повторы, отказы и чужие ответы."""

from collections.abc import Iterator
from typing import Any

import pytest
from programs import CLOSED, LIST, FakeConnect, fake_connect, listed

from connect_rest import Connect, Refused, first_line, root_cause
from terminal import Trouble

BUSY = (409, {"error_code": 409, "message": "Cannot complete request because of a conflicting operation"})


@pytest.fixture
def fake() -> Iterator[FakeConnect]:
    with fake_connect() as found:
        yield found


def test_repeats_a_request_refused_while_rebalancing(fake: FakeConnect) -> None:
    fake.say("PUT /connectors/shop/stop", BUSY, BUSY, (204, b""))
    Connect(fake.url).stop("shop")
    assert fake.requests == ["PUT /connectors/shop/stop"] * 3


def test_gives_up_on_a_rebalance_that_does_not_end(fake: FakeConnect) -> None:
    fake.say("PUT /connectors/shop/stop", BUSY)
    with pytest.raises(Refused, match=r"дольше 0.5 с \(HTTP 409\)") as caught:
        Connect(fake.url, patience=0.5).stop("shop")
    assert caught.value.code == 1
    assert 1 < len(fake.requests) < 5


def test_says_who_does_not_answer() -> None:
    with pytest.raises(Trouble, match=f"{CLOSED} не отвечает: соединение отклонено") as caught:
        Connect(CLOSED).connectors()
    assert caught.value.code == 2


@pytest.mark.parametrize("body", [b"<html>", b"[]", b"\xff"])
def test_recognises_that_it_is_not_connect(fake: FakeConnect, body: bytes) -> None:
    fake.say(LIST, (200, body))
    with pytest.raises(Trouble, match="это не Kafka Connect"):
        Connect(fake.url).connectors()


def test_says_that_connect_may_still_be_starting(fake: FakeConnect) -> None:
    fake.say(LIST, (404, b"<html>Error 404 Not Found</html>"))
    with pytest.raises(Trouble, match=r"\(HTTP 404\): Connect ещё запускается") as caught:
        Connect(fake.url).connectors()
    assert caught.value.code == 2


def test_names_the_known_connectors_when_asked_for_an_unknown_one(fake: FakeConnect) -> None:
    fake.say(LIST, (200, listed()))
    with pytest.raises(Trouble, match="коннектора shpo нет: есть shop") as caught:
        Connect(fake.url).connector("shpo")
    assert caught.value.code == 1


def test_quotes_names(fake: FakeConnect) -> None:
    fake.say("DELETE /connectors/a%2Fb%20c", (204, b""))
    Connect(fake.url).delete("a/b c")


def test_refusal_is_one_line_without_the_link_to_another_endpoint(fake: FakeConnect) -> None:
    message = (
        "invalid, 1 error(s):\nA value is required\nYou can also find the above list of errors at the endpoint `/x`"
    )
    fake.say("PUT /connectors/shop/config", (400, {"error_code": 400, "message": message}))
    with pytest.raises(Refused) as caught:
        Connect(fake.url).put("shop", {})
    assert str(caught.value) == "Connect отказал (HTTP 400): invalid, 1 error(s): A value is required"


def value(name: str, *errors: str) -> dict[str, Any]:
    return {"definition": {}, "value": {"name": name, "errors": list(errors)}}


def test_collects_validation_errors_by_setting(fake: FakeConnect) -> None:
    answer = {
        "configs": [
            value("ok"),
            value(
                "slot.name", "The 'slot.name' value is invalid: too long", "The 'slot.name' value is invalid: too long"
            ),
            value("database.hostname", "refused"),
            {"definition": {}, "value": None},  # так отвечает модуль MySQL 3.6.1
        ]
    }
    fake.say("PUT /connector-plugins/a.B/config/validate", (200, answer))
    errors = Connect(fake.url).validate("shop", {"connector.class": "a.B"})
    assert errors == [("slot.name", "too long"), ("database.hostname", "refused")]


def test_names_the_installed_classes_when_the_class_is_unknown(fake: FakeConnect) -> None:
    message = "BadRequestException: Failed to find any class that implements Connector and which name matches a.B"
    fake.say("PUT /connector-plugins/a.B/config/validate", (500, {"error_code": 500, "message": message}))
    fake.say("GET /connector-plugins", (200, [{"class": "c.D"}, {"class": "c.C"}]))
    assert Connect(fake.url).validate("shop", {"connector.class": "a.B"}) == [
        ("connector.class", "модуля нет; есть c.C, c.D")
    ]


def test_finds_the_deepest_cause_of_a_trace() -> None:
    trace = "A: wrapper\n\tat x.Y\nCaused by: B: middle\n\tat x.Y\nCaused by: C: the point\n\t... 5 more\n"
    assert (first_line(trace), root_cause(trace)) == ("A: wrapper", "C: the point")
    assert root_cause("A: alone\n\tat x.Y") == "A: alone"
    assert root_cause("") == "причина не сообщается"
