"""A short day by the procedures, in this process and one database, with one kill."""
from __future__ import annotations

from pathlib import Path
from typing import Any

from bench.replay.arrivals import agents_for, arrivals
from bench.replay.day import Day
from bench.replay.in_process import InProcess
from bench.replay.living import OPENS, Lived, Replay
from bench.replay.serving import ProcedureDesk
from bench.replay.staff import join
from entitle.gateways.telephony.sandbox.exchange import ACCOUNT, KEY, Exchange

SEED, LINES_AN_AGENT = 2003, 2
DOOR = "http://127.0.0.1:9"


def live(attempts: int, *, within: float, settings: Any, folder: Path) -> Lived:
    """The day, and what it left. `settings` are this process's, led to a pretend exchange."""
    agents, agency = agents_for(attempts, within=within), InProcess()
    day = Day(OPENS, folder / "clock.json", leave=agency.leave)
    exchange = Exchange(DOOR, lines=int(LINES_AN_AGENT * agents), poster=agency, picked_up=False,
                        soon=lambda act: day.after(0, act), now=lambda: day.instant)
    settings.ENTITLE_EXCHANGE_KEY, settings.ENTITLE_EXCHANGE_ACCOUNT = KEY, ACCOUNT
    settings.ENTITLE_EXCHANGE_API, settings.ENTITLE_EXCHANGE_DOOR = exchange.api.url, DOOR
    rings = arrivals(attempts, seed=SEED, within=within)
    desks = [ProcedureDesk(agency, each["user_id"], each["name"]) for each in join(agents + 1)]
    try:
        return Replay(agency, day, exchange, desks, rings, together=4, kills=((0.6, "database"),)).live()
    finally:
        exchange.stop()
