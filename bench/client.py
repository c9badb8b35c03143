"""A customer's browser, as little of it as it takes: a few connections kept open, a request at a time on each."""
from __future__ import annotations

import http.client
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import TypeVar
from urllib.parse import urlencode

CONNECTIONS = 8
_TOKEN = "b" * 32
Item = TypeVar("Item")


@dataclass(frozen=True)
class Answer:
    """What came back: the status, where it leads, the page, and after how many seconds."""

    status: int
    location: str
    body: str
    seconds: float


class Browser:
    """One connection to one server. After an error it is opened again by the next request."""

    def __init__(self, port: int, timeout: float = 30) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)

    def get(self, path: str, *, session: str = "") -> Answer:
        return self._send("GET", path, session, {})

    def post(self, path: str, *, session: str = "", **fields: str) -> Answer:
        return self._send("POST", path, session, {**fields, "csrfmiddlewaretoken": _TOKEN})

    def _send(self, method: str, path: str, session: str, fields: dict[str, str]) -> Answer:
        headers = {"Cookie": f"sessionid={session}; csrftoken={_TOKEN}"}
        if fields:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        began = time.perf_counter()
        try:
            self._connection.request(method, path, urlencode(fields) or None, headers)
            got = self._connection.getresponse()
            body = got.read().decode(errors="replace")
        except (OSError, http.client.HTTPException):
            self._connection.close()
            raise
        return Answer(got.status, got.headers.get("Location", ""), body, time.perf_counter() - began)


@dataclass(frozen=True)
class Measured:
    """Requests answered in some seconds, and how long each took, shortest first."""

    seconds: float
    took: tuple[float, ...]

    @property
    def rate(self) -> float:
        """A second."""
        return len(self.took) / self.seconds

    def within(self, percent: float) -> float:
        """Milliseconds within which so many in a hundred were answered."""
        return self.took[min(len(self.took) - 1, int(len(self.took) * percent / 100))] * 1000

    def __add__(self, other: Measured) -> Measured:
        return Measured(self.seconds + other.seconds, tuple(sorted(self.took + other.took)))


NOTHING = Measured(0, ())


def measure(
    port: int, items: Iterable[Item], request: Callable[[Browser, Item], Answer], *, wanted: int = 200,
    connections: int = CONNECTIONS,
) -> Measured:
    """Make a request for each item, over some connections at once. Raises RuntimeError for an answer not wanted."""
    waiting: SimpleQueue[Item] = SimpleQueue()
    for item in items:
        waiting.put(item)

    def browse(_: int) -> list[float]:
        browser, took = Browser(port), []
        while True:
            try:
                item = waiting.get_nowait()
            except Empty:
                return took
            answer = request(browser, item)
            if answer.status != wanted:
                raise RuntimeError(f"{answer.status} for {item}: {answer.body[:500]}")
            took.append(answer.seconds)

    began = time.perf_counter()
    with ThreadPoolExecutor(connections) as pool:
        took = sorted(seconds for each in pool.map(browse, range(connections)) for seconds in each)
    return Measured(time.perf_counter() - began, tuple(took))
