"""Who claims on which day and by which door: decided before the first day begins, the same for the same seed."""
from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from entitle.kernel.periods import add_months
from entitle.law.amount import day_number
from entitle.schemes.state_pension.rulebook import RULES
from entitle.simulation.cast import CAST, Member
from entitle.simulation.person import MadeUp

_DOORS, _SHARES = ("telephone", "online", "paper"), (52, 33, 15)
_ASKED_FOR_PROOF = 0.07


@dataclass(frozen=True)
class Planned:
    """One claim to come. `username` is the sign-in of whoever claims online."""

    person: MadeUp
    door: str
    username: str = ""
    asked_for_proof: bool = False
    member: Member | None = None


def plan_claims(people: Sequence[MadeUp], *, days: Sequence[date], claims: int, seed: int) -> list[list[Planned]]:
    """The claims of each day: the cast's on their own days, and the others' spread over all."""
    chance = random.Random(seed)
    by_day: list[list[Planned]] = [[] for _ in days]
    for member in CAST:
        by_day[min(member.day, len(days) - 1)].append(Planned(member.person, member.door, member.key, member=member))
    can = who_can_claim(people, on=days[-1])
    for number, person in enumerate(chance.sample(can, min(claims, len(can)))):
        door = chance.choices(_DOORS, _SHARES)[0]
        by_day[chance.randrange(len(days))].append(
            Planned(person, door, f"customer{number + 1}", asked_for_proof=chance.random() < _ASKED_FOR_PROOF))
    return by_day


def who_can_claim(people: Sequence[MadeUp], *, on: date) -> list[MadeUp]:
    """Those who reach pension age within four months, or did so within the last year: by the rules themselves."""
    run = RULES.run({"person.born_on": [person.born_on for person in people],
                     "person.sex": [person.sex for person in people]}, on=on, want=("pension_age_on",))
    ages = run.values["pension_age_on"]
    first, last = day_number(on - timedelta(days=360)), day_number(add_months(on, 3))
    return [person for person, day in zip(people, ages, strict=True) if first <= day <= last]
