"""Who rings, when, why, and how long they bear it: the day's arrival file, made from a seed."""
from __future__ import annotations

from dataclasses import dataclass
from random import Random

OPEN_SECONDS = 8 * 3600
"""From nine to five. A shorter form lives the first minutes of such a day alone."""
HANDLING_SECONDS = 400
"""What a call takes of an agent: joining, speaking, wrapping up, and the breath before the next."""
TIMES_CAPACITY = 3
SHAPE = (10, 13, 14, 13, 11, 9, 8, 7, 7, 8, 9, 8, 7, 6, 5, 4)
"""Arrivals of each half-hour beside one another: a Monday's peak at half past nine and its echo after lunch."""
RINGS_OFF, CALL_BACK, STAYS = "rings off", "asks to be rung back", "stays"
SAID = (
    "my rent has gone up", "i have moved house", "my payment has not come", "can i talk to a person",
    "i do not agree with your decision", "where is the jobcentre appointment", "i have run out of money",
    "my husband has died", "i want to claim pension credit", "dw i isio siarad am fy mudd-dal",
)
IN_DANGER = ("i am going to kill myself tonight", "he hits me and i am scared to go home",
             "i do not want to live any more")


@dataclass(frozen=True)
class Arrival:
    """One attempt, `at` seconds after the lines open. `patience` and `gone_after` are seconds; 0 is never."""

    number: int
    at: float
    phone: str
    language: str
    key: str
    words: str
    patience: float
    then: str
    gone_after: float
    goes_online: bool

    @property
    def is_in_danger(self) -> bool:
        return self.words in IN_DANGER


def arrivals(attempts: int, *, seed: int, within: float = OPEN_SECONDS) -> list[Arrival]:
    """So many, in the order in which they ring, `within` so many seconds."""
    chance = Random(f"arrivals {seed}")
    wide = within / len(SHAPE)
    halves = chance.choices(range(len(SHAPE)), weights=SHAPE, k=attempts)
    rings = sorted(wide * (half + chance.random()) for half in halves)
    return [_arrival(number, at, chance) for number, at in enumerate(rings)]


def agents_for(attempts: int, *, within: float = OPEN_SECONDS) -> int:
    """How many agents could take one call in three of them, were the calls spread evenly."""
    return max(2, round(attempts / TIMES_CAPACITY * HANDLING_SECONDS / within))


def _arrival(number: int, at: float, chance: Random) -> Arrival:
    words = chance.choice(SAID) if chance.random() < 0.3 else ""
    if chance.random() < 0.01:
        words = chance.choice(IN_DANGER)
    in_danger = words in IN_DANGER
    return Arrival(
        number=number, at=at, phone=f"+447{number:09}", language="2" if chance.random() < 0.05 else "1",
        key="" if words else chance.choice("0011123345"), words=words,
        patience=0 if in_danger else chance.expovariate(1 / 420),
        then=chance.choices((RINGS_OFF, CALL_BACK, STAYS), weights=(50, 35, 15))[0],
        gone_after=chance.uniform(1, 12) if chance.random() < 0.04 and not in_danger else 0,
        goes_online=chance.random() < 0.4)
