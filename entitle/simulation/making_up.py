"""Makes people up: the same people for the same seed, however many are asked for."""
from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from entitle.simulation.names import FAMILIES, FEMALE, MALE, STREETS, TOWNS, WELSH_TOWNS
from entitle.simulation.person import MadeUp

_LETTERS = "ABCEGHJKLMNPRSTWXYZ"
_FIRST, _IN_A_LETTER = 100_000, 900_000


@dataclass(frozen=True)
class Births:
    """A share of the people, and the days between which they were born (the second not counted)."""

    share: int
    first: date
    last: date


A_TOWN = (
    Births(58, date(1954, 6, 1), date(1959, 8, 1)),
    Births(22, date(1959, 10, 1), date(1960, 8, 5)),
    Births(20, date(1960, 8, 5), date(1961, 12, 31)),
)
"""Out of a hundred: in payment already, about to claim, and still too young."""


def made_up_people(*, count: int, seed: int, births: tuple[Births, ...] = A_TOWN) -> Iterator[MadeUp]:
    """`count` people. Numbers run on, so none comes twice; `seed` decides everything else."""
    chance = random.Random(seed)
    shares = [band.share for band in births]
    for number in range(count):
        [band] = chance.choices(births, shares)
        yield _person(chance, number, band)


def made_up_nino(number: int) -> str:
    """Well formed, and one for each number up to 17 million."""
    letter, place = divmod(number, _IN_A_LETTER)
    return f"{_LETTERS[letter]}X{_FIRST + place * 7_919 % _IN_A_LETTER}{'ABCD'[number % 4]}"


def _person(chance: random.Random, number: int, band: Births) -> MadeUp:
    sex = chance.choice(("female", "male"))
    given, family = chance.choice(FEMALE if sex == "female" else MALE), chance.choice(FAMILIES)
    town, area = chance.choice(TOWNS)
    relationship = chance.choices(("never", "married", "divorced", "widowed"), (22, 66, 7, 5))[0]
    born_on = band.first + timedelta(days=chance.randrange((band.last - band.first).days))
    changed_on = born_on + timedelta(days=chance.randrange(8_000, 20_000)) if relationship != "never" else None
    return MadeUp(
        given=given, family=family, born_on=born_on, sex=sex, nino=made_up_nino(number),
        lines=(f"{chance.randrange(1, 240)} {chance.choice(STREETS)}", town),
        postcode=f"{area} {chance.randrange(1, 10)}{chance.choice(_LETTERS)}{chance.choice(_LETTERS)}",
        phone=f"07700900{chance.randrange(10, 1000):03d}", email=f"customer{number}@example.org",
        sort_code=f"{chance.randrange(100_000, 999_999)}", account_number=f"{10_000_000 + number}",
        language="cy" if town in WELSH_TOWNS and chance.random() < 0.35 else "en",
        letter_format="large_print" if chance.random() < 0.03 else "standard",
        phone_is_safe=chance.random() > 0.04, relationship=relationship, relationship_changed_on=changed_on,
    )
