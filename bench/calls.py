"""Callers to the line: how many new contacts a second it takes, and forty at once over real SIP.

    .venv/bin/python -m bench.calls [callers, 600]

Each caller rings over the pretend exchange's real sockets, chooses a language, says why, and is steered and queued:
three posts, signed, each event committed. The server is granian with two workers and PostgreSQL beside it. Then sipp
rings forty times in a second: each caller presses a key, is steered by text, presses another, and is rung off.
"""
from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg

from bench.deployment import ROOT, Deployment, free_port
from bench.figures import Figure
from entitle.gateways.telephony.sandbox.exchange import KEY, Exchange

ENOUGH_A_SECOND, LONGEST_MS = 14, 300
SIP_CALLS, AT_ONCE = 40, 8
SAID = ("my rent has gone up", "i have moved house", "my payment has not come", "can i talk to a person",
        "i do not agree with your decision", "where is the jobcentre appointment")
_SCENARIO = ROOT / "tests" / "journeys" / "sip" / "caller.xml"


def run(callers: int = 600) -> list[Figure]:
    """The figures of one run. Raises RuntimeError where a call is not accounted for."""
    with Deployment() as here:
        here.environment = {"ENTITLE_EXCHANGE_KEY": KEY, "ENTITLE_EXCHANGE_DOOR": here.address}
        here.start()
        exchange = Exchange(here.address)
        _ring(exchange, range(40))
        began = time.perf_counter()
        milliseconds = sorted(_ring(exchange, range(callers)))
        rate = callers / (time.perf_counter() - began)
        exchange.stop()
        _accounted_for(here, "state = 'queued'", callers + 40)
        ended = _over_sip(here)
    longest = milliseconds[int(len(milliseconds) * 0.95)]
    return [
        Figure("new contacts a second, from the first ring to a place in the queue", f"{rate:.1f}",
               wanted=f"at least {ENOUGH_A_SECOND}", met=rate >= ENOUGH_A_SECOND),
        Figure("a step of the line, p95 (p50), ms", f"{longest:.0f} ({milliseconds[len(milliseconds) // 2]:.0f})",
               wanted=f"under {LONGEST_MS}", met=longest < LONGEST_MS),
        Figure(f"of {SIP_CALLS} calls at once over SIP, answered, steered by key and text, and ended", str(ended),
               wanted=str(SIP_CALLS), met=ended == SIP_CALLS),
    ]


def _ring(exchange: Exchange, numbers: Sequence[int]) -> list[float]:
    """Milliseconds of each step of each caller."""

    def caller(number: int) -> list[float]:
        taken: list[float] = []
        began = time.perf_counter()
        call = exchange.ring(f"+4477009{number:05}")
        for step in (lambda: call.press("1"), lambda: call.speak(SAID[number % len(SAID)])):
            taken.append((time.perf_counter() - began) * 1000)
            began = time.perf_counter()
            step()
        return [*taken, (time.perf_counter() - began) * 1000]

    with ThreadPoolExecutor(AT_ONCE) as together:
        return [each for taken in together.map(caller, numbers) for each in taken]


def _over_sip(here: Deployment) -> int:
    port = free_port()
    exchange = subprocess.Popen(
        [sys.executable, "-m", "entitle.gateways.telephony.sip", "--quick", "--door", here.address, "--port",
         str(port)], env=here.surroundings, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert exchange.stdout is not None
    exchange.stdout.readline()
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "tone.al").write_bytes(b"\x55\xd5\x35\xb5" * 2000)
        subprocess.run(
            ["sipp", "-sf", _SCENARIO, "-i", "127.0.0.1", "-p", str(free_port()), "-mp", "20000", "-nostdin", "-m",
             str(SIP_CALLS), "-l", str(SIP_CALLS), "-r", str(SIP_CALLS), "-timeout", "60s", "-key", "number",
             "07700900999", "-key", "first", "1", "-key", "second", "3", "-key", "words", SAID[1],
             f"127.0.0.1:{port}"], cwd=folder, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, check=False)
    exchange.terminate()
    exchange.wait(30)
    return _count(here, "number = '07700900999' AND outcome = 'self_served'")


def _accounted_for(here: Deployment, where: str, wanted: int) -> None:
    found = _count(here, where)
    if found != wanted:
        raise RuntimeError(f"{wanted} callers rang and {found} are there")


def _count(here: Deployment, where: str) -> int:
    with psycopg.connect(**here.cluster.connection("entitle")) as owner:
        found = owner.execute(f"SELECT count(*) FROM contacts_call WHERE {where}").fetchone()
    return int(found[0]) if found else 0


if __name__ == "__main__":
    for figure in run(*map(int, sys.argv[1:])):
        print(figure)
