"""Клиент REST API Kafka Connect: ровно то, что нужно connectors.py и monitor.py, на стандартной библиотеке."""

import json
import re
import time
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection, RemoteDisconnected
from socket import gaierror
from typing import Any
from urllib.parse import SplitResult, quote, urlsplit

from terminal import WRONG, Trouble

Settings = dict[str, str]
"""Настройки коннектора: Connect хранит их строками."""


@dataclass(frozen=True)
class Task:
    """Задача коннектора; trace пуст, пока она не упала."""

    id: int
    state: str
    worker: str
    trace: str = ""


@dataclass(frozen=True)
class Connector:
    """Коннектор и его состояние на один момент."""

    name: str
    state: str
    worker: str
    tasks: tuple[Task, ...]
    settings: Settings
    trace: str = ""

    @property
    def class_name(self) -> str:
        return self.settings["connector.class"]

    @property
    def database(self) -> str:
        """Какую базу читает: postgres, mysql (так же зовёт их метка plugin в метриках) или пусто."""
        return {"PostgresConnector": "postgres", "MySqlConnector": "mysql"}.get(self.class_name.rpartition(".")[2], "")


@dataclass(frozen=True)
class Offset:
    """Сохранённая позиция: чья (partition) и какая (offset); ключи выбирает коннектор."""

    partition: dict[str, Any]
    offset: dict[str, Any]


class Refused(Trouble):
    """Connect понял запрос и отказал."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message, WRONG)
        self.status = status


def first_line(trace: str) -> str:
    """Первая строка трассировки Java."""
    return trace.strip().split("\n", 1)[0] or "причина не сообщается"


def root_cause(trace: str) -> str:
    """Самая глубокая причина из трассировки: суть обычно в ней. Если причин нет — первая строка."""
    causes = [line.removeprefix("Caused by: ") for line in trace.splitlines() if line.startswith("Caused by: ")]
    return causes[-1] if causes else first_line(trace)


# region: exchange
def exchange(url: str, method: str = "GET", body: bytes | None = None, timeout: float = 10) -> tuple[int, bytes]:
    """Один запрос HTTP: состояние и тело ответа. Нет ответа — Trouble с адресом и причиной."""
    parts = address_of(url)
    connection_class = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    target = parts.path + (f"?{parts.query}" if parts.query else "")
    try:
        connection = connection_class(parts.netloc, timeout=timeout)
        try:
            connection.request(method, target, body, {"Content-Type": "application/json"} if body else {})
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()
    except (OSError, HTTPException) as error:
        address = f"{parts.scheme}://{parts.netloc}"
        raise Trouble(f"{address} не отвечает: {network_reason(error, timeout)}") from error


# endregion: exchange


def address_of(url: str) -> SplitResult:
    """Части адреса; то, что адресом быть не может, — Trouble."""
    try:
        parts = urlsplit(url)
        valid = parts.scheme in ("http", "https") and parts.hostname and (parts.port is None or parts.port > 0)
    except ValueError:
        valid = False
    if not valid:
        raise Trouble(f"{url}: ожидался адрес вида http://localhost:8083")
    return parts


def network_reason(error: Exception, timeout: float) -> str:
    """Причина сбоя сети словами."""
    match error:
        case ConnectionRefusedError():
            return "соединение отклонено. Служба запущена? docker compose ps"
        case TimeoutError():
            return f"нет ответа за {timeout:g} с"
        case gaierror():
            return "такое имя не найдено"
        case RemoteDisconnected():
            return "соединение закрыто без ответа"
        case OSError():
            return error.strerror or str(error) or type(error).__name__
        case _:
            return f"это не HTTP ({type(error).__name__})"


class Connect:
    """Kafka Connect по адресу url.

    timeout — сколько секунд ждать ответа (сам Connect отвечает не позже чем через 90 с), patience — сколько секунд
    повторять запрос, отклонённый с кодом 409: задачи перераспределяются, и запрос не выполнен.
    """

    def __init__(self, url: str, timeout: float = 100, patience: float = 30) -> None:
        address_of(url)
        self._url, self._timeout, self._patience = url.rstrip("/"), timeout, patience

    # region: retry
    def _call(self, method: str, path: str, body: Settings | None = None) -> Any:
        """Выполняет запрос и возвращает разобранный ответ. Отказ — Refused."""
        data = None if body is None else json.dumps(body).encode()
        deadline, pause = time.monotonic() + self._patience, 0.25
        while True:
            status, answer = exchange(self._url + path, method, data, self._timeout)
            if status != 409:
                return self._parsed(status, answer)
            if time.monotonic() + pause > deadline:
                what = f"Connect перераспределяет задачи дольше {self._patience:g} с (HTTP 409), повторите позже"
                raise Refused(what, status)
            time.sleep(pause)
            pause = min(pause * 2, 2)

    # endregion: retry

    def _parsed(self, status: int, answer: bytes) -> Any:
        """Содержимое ответа. Пока Connect запускается, вместо него отвечает страница HTML с кодом 404."""
        try:
            content = json.loads(answer) if answer else None
            if status < 400:
                return content
            message = message_of(content)
        except (ValueError, KeyError, TypeError) as error:
            what = "Connect ещё запускается, или это не Kafka Connect"
            raise Trouble(f"{self._url}: непонятный ответ (HTTP {status}): {what}") from error
        raise Refused(f"Connect отказал (HTTP {status}): {message}", status)

    def connectors(self) -> dict[str, Connector]:
        """Все коннекторы по именам. Только что созданного в ответе может ещё не быть."""
        found = self._call("GET", "/connectors?expand=status&expand=info")
        if not isinstance(found, dict):
            raise Trouble(f"{self._url}: это не Kafka Connect")
        return {name: connector_of(name, found[name]) for name in sorted(found)}

    def connector(self, name: str) -> Connector:
        """Один коннектор; неизвестное имя — Trouble с именами известных."""
        known = self.connectors()
        if name not in known:
            names = f"есть {', '.join(known)}" if known else "нет ни одного"
            raise Trouble(f"коннектора {name} нет: {names}", WRONG)
        return known[name]

    def validate(self, name: str, settings: Settings) -> list[tuple[str, str]]:
        """Ошибки настроек: пары «настройка, что не так». Проверка подключается к базе.

        Незнакомое имя настройки ошибкой не считается: Connect пропускает такие молча.
        """
        class_name = quote(settings["connector.class"], safe="")
        try:
            found = self._call("PUT", f"/connector-plugins/{class_name}/config/validate", {**settings, "name": name})
        except Refused as refused:
            if "Failed to find any class" not in str(refused):
                raise
            return [("connector.class", f"модуля нет; есть {', '.join(self.plugins())}")]
        values = [config["value"] for config in found["configs"] if config["value"]]
        return [
            (value["name"], error.removeprefix(f"The '{value['name']}' value is invalid: "))
            for value in values
            for error in dict.fromkeys(value["errors"])
        ]

    def plugins(self) -> list[str]:
        """Классы коннекторов, установленные в Connect."""
        return sorted({plugin["class"] for plugin in self._call("GET", "/connector-plugins")})

    def put(self, name: str, settings: Settings) -> None:
        """Создаёт коннектор или заменяет все его настройки."""
        self._call("PUT", f"{path_of(name)}/config", settings)

    def pause(self, name: str) -> None:
        """Задачи остаются, но не работают."""
        self._call("PUT", f"{path_of(name)}/pause")

    def stop(self, name: str) -> None:
        """Задачи убираются совсем; настройки и позиции остаются."""
        self._call("PUT", f"{path_of(name)}/stop")

    def resume(self, name: str) -> None:
        """Продолжает после pause и stop."""
        self._call("PUT", f"{path_of(name)}/resume")

    def restart_failed(self, name: str) -> None:
        """Перезапускает коннектор и задачи, но только упавшие."""
        self._call("POST", f"{path_of(name)}/restart?includeTasks=true&onlyFailed=true")

    def delete(self, name: str) -> None:
        """Удаляет коннектор; позиции, топики и слот остаются."""
        self._call("DELETE", path_of(name))

    def offsets(self, name: str) -> list[Offset]:
        """Сохранённые позиции; коннектор сохраняет их раз в offset.flush.interval.ms."""
        found = self._call("GET", f"{path_of(name)}/offsets")
        return [Offset(each["partition"], each["offset"]) for each in found["offsets"]]

    def reset_offsets(self, name: str) -> None:
        """Удаляет позиции. Коннектор должен быть в состоянии STOPPED, иначе Refused."""
        self._call("DELETE", f"{path_of(name)}/offsets")

    def topics(self, name: str) -> list[str]:
        """Топики, в которые коннектор писал."""
        return sorted(self._call("GET", f"{path_of(name)}/topics")[name]["topics"])


def path_of(name: str) -> str:
    return f"/connectors/{quote(name, safe='')}"


def message_of(content: Any) -> str:
    """Сообщение Connect об ошибке без хвоста, который отсылает к другому адресу."""
    return re.sub(r"\nYou can also find the above list.*", "", str(content["message"]), flags=re.DOTALL)


def connector_of(name: str, found: dict[str, Any]) -> Connector:
    status, info = found["status"], found["info"]
    tasks = (Task(each["id"], each["state"], each["worker_id"], each.get("trace", "")) for each in status["tasks"])
    head = status["connector"]
    return Connector(
        name=name,
        state=head["state"],
        worker=head["worker_id"],
        tasks=tuple(sorted(tasks, key=lambda task: task.id)),
        settings=info["config"],
        trace=head.get("trace", ""),
    )
