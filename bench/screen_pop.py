"""How soon a caller is on an agent's screen, at fourteen new contacts a second.

    .venv/bin/python -m bench.screen_pop [callers, 280]

Each agent is signed in, ready, and their browser listens. Callers ring over the pretend exchange's real sockets, one
every fourteenth of a second: each presses a key and says why, is steered, queued and put through to the agent who has
been ready longest. While that agent's telephone rings their browser is told of it, and fetches what the caller said and
whose number it is, with the look written; the agent answers, picks up the telephone, and has the caller's page. The
server is granian with two workers, the stream beside it, and PostgreSQL. The exchange, the callers and the browsers are
the measure's own process, whose seconds of processor are told apart.
"""
from __future__ import annotations

import asyncio
import json
import os
import re
import sys
import threading
import time
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from bench.calls import SAID
from bench.client import Browser
from bench.deployment import Deployment, free_port
from bench.figures import Figure
from bench.processor import seconds_of, seconds_of_server
from entitle.gateways.telephony.sandbox.call import Call
from entitle.gateways.telephony.sandbox.exchange import KEY, Exchange

A_SECOND, LONGEST_MS, STEERED_MS = 14, 300, 100
_AT_ONCE = 8


@dataclass
class Screens:
    """The agents' browsers: what each was told, when, and when its pages had come. Moments of the same clock."""

    port: int
    agents: list[dict[str, str]]
    callers: dict[str, Call] = field(default_factory=dict)
    """By their number, as are the moments."""
    told: dict[str, float] = field(default_factory=dict)
    popped: dict[str, float] = field(default_factory=dict)
    opened: dict[str, float] = field(default_factory=dict)
    _seen: set[str] = field(default_factory=set)
    _fetching: list[Future[None]] = field(default_factory=list)
    _listening: int = 0

    def start(self) -> None:
        """Each says that they are ready, and listens. Returns when all do."""
        browser = Browser(self.port)
        addresses = []
        for agent in self.agents:
            begun = browser.post("/telephone/ready/begin/", session=agent["session"], ready="yes")
            standing = browser.get("/telephone/ready/standing/", session=agent["session"])
            if begun.status != 302 or standing.status != 200:
                raise RuntimeError(f"an agent could not be ready: {begun.status}, {standing.status}")
            addresses.append((json.loads(standing.body)["stream"], agent["session"]))
            if len(addresses) == 20:  # before their tokens are too old
                self._listen(addresses)
                addresses = []
        self._listen(addresses)

    def finish(self, callers: int) -> None:
        """Wait until so many callers have come to a screen, and raise what went wrong with one."""
        until = time.monotonic() + 60
        while len(self.opened) < callers and time.monotonic() < until:
            time.sleep(0.1)
        for each in list(self._fetching):
            each.result(1)

    def _listen(self, addresses: list[tuple[str, str]]) -> None:
        wanted = self._listening + len(addresses)
        threading.Thread(target=lambda: asyncio.run(self._hear(addresses)), daemon=True).start()
        until = time.monotonic() + 30
        while self._listening < wanted and time.monotonic() < until:
            time.sleep(0.01)
        if self._listening < wanted:
            raise RuntimeError("not every browser could listen")

    async def _hear(self, addresses: list[tuple[str, str]]) -> None:
        fetchers = ThreadPoolExecutor(_AT_ONCE)  # agents who are ready longest are called first: one group at a time
        await asyncio.gather(*(self._hear_one(address, session, fetchers) for address, session in addresses))

    async def _hear_one(self, address: str, session: str, fetchers: ThreadPoolExecutor) -> None:
        there = urlsplit(address)
        reader, writer = await asyncio.open_connection(there.hostname, there.port)
        writer.write(f"GET /?{there.query} HTTP/1.1\r\nHost: {there.netloc}\r\n\r\n".encode())
        async for line in reader:
            if line.startswith(b"HTTP/1.1 200"):
                self._listening += 1
            if line.startswith(b'data: {"line"'):
                told = json.loads(line[6:])
                if told["line"] not in self._seen:
                    self._seen.add(told["line"])
                    self._fetching.append(fetchers.submit(self._pop, told["line"], session, time.perf_counter()))

    def _pop(self, line: str, session: str, told: float) -> None:
        browser = Browser(self.port)
        shown = browser.get(f"/telephone/line/{line}/", session=session)
        if shown.status != 200 or "This number is theirs alone" not in shown.body:
            raise RuntimeError("the caller did not come up")
        number = re.findall(r"From (\+\d+)", shown.body)[0]
        self.told[number], self.popped[number] = told, time.perf_counter()
        answered = browser.post(f"/telephone/line/{line}/answer/", session=session, answer="yes")
        if not self.callers[number].agent_picks_up():
            raise RuntimeError("the telephone did not ring")
        if browser.get(answered.location, session=session).status != 200:
            raise RuntimeError("the caller's page did not open")
        self.opened[number] = time.perf_counter()

    def ring(self, exchange: Exchange, number: int) -> tuple[str, tuple[float, float]]:
        """The number that rang, and when its last words were begun and had been answered."""
        theirs = f"+4477008{number:05}"
        call = self.callers[theirs] = exchange.ring(theirs)
        call.press("1")
        began = time.perf_counter()
        call.speak(SAID[number % len(SAID)])
        return theirs, (began, time.perf_counter())


def run(callers: int = 280) -> list[Figure]:
    """The figures of one run. Raises RuntimeError where a caller came to no screen."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "entitle.config.settings")
    os.environ.setdefault("ENTITLE_DEMO", "1")  # the pretended exchange reads the clock here
    with Deployment() as here:
        here.environment = {"ENTITLE_EXCHANGE_KEY": KEY, "ENTITLE_EXCHANGE_DOOR": here.address,
                            "ENTITLE_CALLS_URL": f"http://127.0.0.1:{free_port()}/"}
        agents = here.ask("bench.agents", str(callers + 1))
        supervisor = here.start()
        exchange = Exchange(here.address, picked_up=False)
        screens = Screens(here.port, agents)
        screens.start()
        screens.ring(exchange, callers)  # the first of the day, not measured
        screens.finish(1)
        used = _processor(here, supervisor.pid)
        began = time.perf_counter()
        with ThreadPoolExecutor(_AT_ONCE) as together:
            rung = [together.submit(_at, began + number / A_SECOND, screens, exchange, number)
                    for number in range(callers)]
            spoke = dict(each.result() for each in rung)
        rate = callers / (time.perf_counter() - began)
        screens.finish(callers + 1)
        each = [1000 * (after - before) / callers for before, after in zip(
            used, _processor(here, supervisor.pid), strict=True)]
        exchange.stop()
    return _figures(callers, rate, spoke, screens, each)


def _processor(here: Deployment, supervisor: int) -> tuple[float, float, float]:
    """Seconds so far: of the web with the stream, of the database, and of this process, which is everybody else."""
    return seconds_of(supervisor), seconds_of_server(here.var), time.process_time()


def _figures(callers: int, rate: float, spoke: dict[str, tuple[float, float]], screens: Screens,
             used: list[float]) -> list[Figure]:
    came = [number for number in screens.opened if number in spoke]
    if len(came) != callers:
        raise RuntimeError(f"{callers} rang, {len(screens.told)} browsers were told, {len(came)} have the record")
    popped = [1000 * (screens.popped[number] - spoke[number][0]) for number in came]
    answered = [1000 * (screens.opened[number] - screens.popped[number]) for number in came]
    steered = [1000 * (after - before) for before, after in spoke.values()]
    return [
        Figure(f"new contacts a second, {callers} of them, each put through to a ready agent", f"{rate:.1f}",
               wanted=f"{A_SECOND}", met=rate >= A_SECOND * 0.98),
        Figure("from a caller's last word to it, and whose number it is, on an agent's screen, p95 (p50), ms",
               _in_words(popped), wanted=f"p95 under {LONGEST_MS}", met=_within(popped, 95) < LONGEST_MS),
        Figure("from that, an agent who answers and picks up has the caller's page, p95 (p50), ms",
               _in_words(answered)),
        Figure("a caller's words heard, steered, queued and put through over HTTP, p95 (p50), ms",
               _in_words(steered), wanted=f"p95 under {STEERED_MS}", met=_within(steered, 95) < STEERED_MS),
        Figure("milliseconds of processor a contact: web, database, and the callers and browsers themselves",
               ", ".join(f"{each:.0f}" for each in used)),
    ]


def _at(moment: float, screens: Screens, exchange: Exchange, number: int) -> tuple[str, tuple[float, float]]:
    time.sleep(max(0.0, moment - time.perf_counter()))
    return screens.ring(exchange, number)


def _within(took: list[float], percent: int) -> float:
    return sorted(took)[min(len(took) - 1, len(took) * percent // 100)]


def _in_words(took: list[float]) -> str:
    return f"{_within(took, 95):.0f} ({_within(took, 50):.0f})"


if __name__ == "__main__":
    for figure in run(*map(int, sys.argv[1:])):
        print(figure)
