"""The day that broke the old system, replayed: over real sockets, and through the procedures in several processes.

    .venv/bin/python -m bench.replay sockets|procedures [attempts, 15000|150000] [hours, 8]
    .venv/bin/python -m bench.replay rates
"""
from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from bench.deployment import Deployment, free_port
from bench.replay.arrivals import OPEN_SECONDS, agents_for, arrivals
from bench.replay.day import OUTAGE_PACE, Day
from bench.replay.installed import Installed
from bench.replay.living import KILLS, OPENS, Lived, Replay, ringers_of
from bench.replay.report import told
from bench.replay.serving import ProcedureDesk, Processes
from bench.replay.web_desk import WebDesk
from entitle.gateways import sandboxes
from entitle.gateways.telephony.sandbox.exchange import ACCOUNT, KEY, Exchange

SEED, PROCESSES, SAY_EVERY = 2003, 4, 15
LINES_AN_AGENT = 1.3
"""For each who speaks a third of one who waits; whoever rings then is blocked by the exchange."""
ATTEMPTS = {"sockets": 15_000, "procedures": 150_000}
Shown = Callable[[int, float], None]


def live(how: str, attempts: int, *, within: float = OPEN_SECONDS, kills: Sequence[tuple[float, str]] = KILLS,
         progress: Shown = lambda rung, now: None) -> Lived:
    """The day on a whole installation: over 'sockets', or by the 'procedures' in processes of their own."""
    port = free_port()
    exchange = Exchange(f"http://127.0.0.1:{port}", lines=int(LINES_AN_AGENT * agents_for(attempts, within=within)))
    with _installation(exchange, port) as (here, day):
        exchange.now, exchange.picked_up = lambda: day.instant, False
        exchange.soon = lambda act: day.after(0, act)
        day.pace = max(1, OUTAGE_PACE * within / OPEN_SECONDS)
        agents = agents_for(attempts, within=within)
        ringers = ringers_of(agents)
        people = here.ask("bench.replay.staff", str(agents + ringers))
        agency = Installed(here, here.start(queues=",".join(Installed.queues)).pid)
        desks = [WebDesk(port, **each) for each in people]
        replay = Replay(agency, day, exchange, desks, arrivals(attempts, seed=SEED, within=within),
                        ringers=ringers, kills=kills, progress=progress)
        if how == "sockets":
            return replay.live()
        with Processes(here, PROCESSES, now=lambda: day.instant) as processes:
            exchange.post_by(processes)
            replay.desks = [*desks[:ringers], *(
                ProcedureDesk(processes, each.user_id, each.name) for each in desks[ringers:])]
            return replay.live()


@contextmanager
def _installation(exchange: Exchange, port: int) -> Iterator[tuple[Deployment, Day]]:
    outside = sandboxes.start(ports=dict.fromkeys(sandboxes.PORTS, 0))
    try:
        with tempfile.TemporaryDirectory() as folder:
            day = Day(OPENS, Path(folder) / "clock.json")
            day.pass_by(1)
            os.environ["ENTITLE_CLOCK_FILE"] = str(day.clock_file)
            environment = {**outside.settings, **_leads_to(exchange), "ENTITLE_CLOCK_FILE": str(day.clock_file)}
            with Deployment(environment=environment, port=port) as here:
                yield here, day
    finally:
        exchange.stop()
        outside.stop()


def _leads_to(exchange: Exchange) -> Mapping[str, str]:
    return {"ENTITLE_EXCHANGE_KEY": KEY, "ENTITLE_EXCHANGE_ACCOUNT": ACCOUNT, "ENTITLE_EXCHANGE_API": exchange.api.url,
            "ENTITLE_EXCHANGE_DOOR": exchange.door}


def main(how: str = "sockets", attempts: str = "", hours: str = "8") -> int:
    """0 where everything is accounted for."""
    if how == "rates":
        return _rates()
    wanted = int(attempts or ATTEMPTS[how])
    lived = live(how, wanted, within=float(hours) * 3600, progress=_shown(wanted))
    print(told(lived))
    return bool(lived.account.problems)


def _rates(offered: int = 10_000, blocked: int = 2_000) -> int:
    """What the desk says of a day on which so many rang and so many were blocked; 0 where it is both rates."""
    with Deployment() as here:
        said = here.ask("bench.replay.rates", str(offered), str(blocked))
    print(f"{offered:,} rang, {blocked:,} of them blocked. The desk's page of calls: {said}")
    return "60.0% of all" not in said or "75.0% were: the difference, 15.0 points" not in said


def _shown(wanted: int) -> Shown:
    """A line of progress now and then."""
    began, said = time.monotonic(), [0.0]

    def show(rung: int, now: float) -> None:
        since = time.monotonic() - began
        if since - said[0] >= SAY_EVERY:
            said[0] = since
            print(f"{OPENS + timedelta(seconds=now):%H:%M} of the day, {rung:,} of {wanted:,} rang, {since:.0f} s",
                  file=sys.stderr, flush=True)

    return show


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
