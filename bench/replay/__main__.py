"""The day that broke the old system, replayed: over real sockets, and through the procedures in several processes.

    .venv/bin/python -m bench.replay sockets [attempts, 15000]
"""
from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from bench.deployment import Deployment, free_port
from bench.replay.arrivals import OPEN_SECONDS, agents_for, arrivals
from bench.replay.day import Day
from bench.replay.living import KILLS, OPENS, RINGERS_ONE_IN, Lived, Replay
from bench.replay.web_desk import WebDesk
from entitle.gateways import sandboxes
from entitle.gateways.telephony.sandbox.exchange import ACCOUNT, KEY, Exchange

SEED = 2003
LINES_AN_AGENT = 1.3
"""For each who speaks a third of one who waits; whoever rings then is blocked by the exchange."""


def over_sockets(attempts: int, *, within: float = OPEN_SECONDS, kills: Any = KILLS, progress: Any = None) -> Lived:
    """The day over the pretend exchange's sockets and the agents' own pages, on a whole installation."""
    outside = sandboxes.start(ports=dict.fromkeys(sandboxes.PORTS, 0))
    port = free_port()
    exchange = Exchange(f"http://127.0.0.1:{port}", lines=int(LINES_AN_AGENT * agents_for(attempts, within=within)))
    with tempfile.TemporaryDirectory() as folder:
        clock = Path(folder) / "clock.json"
        day = Day(OPENS, clock)
        day.pass_by(1)
        environment = {**outside.settings, **surroundings(exchange), "ENTITLE_CLOCK_FILE": str(clock)}
        os.environ.update({"ENTITLE_CLOCK_FILE": str(clock)})
        with Deployment(environment=environment, port=port) as here:
            agents = agents_for(attempts, within=within)
            people = here.ask("bench.replay.staff", str(agents + max(1, agents // RINGERS_ONE_IN)))
            supervisor = here.start(queues="calls,sweeps,messages").pid
            desks = [WebDesk(port, **each) for each in people]
            callers = arrivals(attempts, seed=SEED, within=within)
            return Replay(here, supervisor, day, exchange, desks, callers, kills=kills,
                          progress=progress or (lambda rung, now: None)).live()


def surroundings(exchange: Exchange) -> Mapping[str, str]:
    """What leads an installation to an exchange."""
    return {"ENTITLE_EXCHANGE_KEY": KEY, "ENTITLE_EXCHANGE_ACCOUNT": ACCOUNT, "ENTITLE_EXCHANGE_API": exchange.api.url,
            "ENTITLE_EXCHANGE_DOOR": exchange.door}


def main(how: str = "sockets", attempts: str = "15000", hours: str = "8") -> int:
    """0 where everything is accounted for."""
    with Progress(TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed} of {task.total} rang"),
                  TimeElapsedColumn()) as bar:
        task = bar.add_task("the day", total=int(attempts))
        lived = over_sockets(int(attempts), within=float(hours) * 3600, progress=lambda rung, now: bar.update(
            task, completed=rung, description=f"{int(9 + now // 3600):02}:{int(now % 3600 // 60):02}"))
    print(lived)
    return bool(lived.account.problems)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
