"""How many agents a half-hour needs, and what so many would make of it: Erlang's formula of 1917.

It has callers come at random, wait as long as it takes and be taken in turn, so where callers ring off it asks for
somewhat too many. A day that is not so is better tried out (`entitle simulate contact-centre`).
"""
from __future__ import annotations

from dataclasses import dataclass
from math import ceil, exp

from call_center_tools import erlang_c

from entitle.planning.aims import Aims

HALF_HOUR_SECONDS = 1800


@dataclass(frozen=True)
class Service:
    """What so many agents make of it. All that is for callers is empty where they cannot keep up at all."""

    agents: int
    in_time_percent: float
    mean_wait_seconds: float | None
    occupied_percent: float


@dataclass(frozen=True)
class Needed:
    """How many are needed on the telephone, how many on the rota so that they are, and what they make of it."""

    agents: int
    on_the_rota: int
    service: Service


def service_with(*, agents: int, callers: float, handling_seconds: float, within_seconds: int,
                 seconds: int = HALF_HOUR_SECONDS) -> Service:
    """What a number of agents makes of callers who come within `seconds`, each taking `handling_seconds`."""
    if handling_seconds <= 0 or seconds <= 0 or agents < 0 or callers < 0:
        raise ValueError("callers and agents are at least 0, and times more than 0")
    busy = callers * handling_seconds / seconds
    if not busy:
        return Service(agents, 100.0, 0.0, 0.0)
    if agents <= busy:
        return Service(agents, 0.0, None, 100.0)
    waits = erlang_c(busy, agents)
    spare = (agents - busy) / handling_seconds
    return Service(agents, 100 * (1 - waits * exp(-spare * within_seconds)), waits / spare, 100 * busy / agents)


def agents_needed(*, callers: float, handling_seconds: float, aims: Aims,
                  seconds: int = HALF_HOUR_SECONDS) -> Needed:
    """The fewest that meet the aims: so many answered in time, and nobody with a caller all day."""
    agents = 0
    while True:
        service = service_with(agents=agents, callers=callers, handling_seconds=handling_seconds,
                               within_seconds=aims.within_seconds, seconds=seconds)
        if service.in_time_percent >= aims.answered_percent and (
                service.occupied_percent <= aims.most_occupied_percent):
            return Needed(agents, ceil(agents * 100 / (100 - aims.away_percent)), service)
        agents = max(agents + 1, int(callers * handling_seconds / seconds))
