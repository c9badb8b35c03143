"""A dozen customers with names and stories, in the demonstration, the tests, the handbook and the pictures.

All are invented, and so are their numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from entitle.simulation.person import MadeUp

_ABROAD = [
    {
        "state_pension.country_abroad": "Poland",
        "state_pension.abroad_from_on": date(1979, 9, 1),
        "state_pension.abroad_until_on": date(1985, 6, 30),
    }
]


@dataclass(frozen=True)
class Member:
    """One of the cast: what their National Insurance record says, how they claim, on which working day (0 the first),
    and how it should come out ('entitled', 'refused' or the reason for handing it off).
    """

    key: str
    person: MadeUp
    door: str
    day: int
    story: str
    comes_out: str
    years: int = 35
    transitional: bool = False
    signs_in: bool = False

    @property
    def record(self) -> dict[str, Any]:
        return {
            "qualifying_years": self.years,
            "has_transitional_record": self.transitional,
            "reduced_rate_election": False,
        }


def _person(
    given: str, family: str, born_on: date, sex: str, nino: str, where: tuple[str, ...], number: int, **more: Any
) -> MadeUp:
    answers: Mapping[str, Any] = more.pop("answers", {})
    return MadeUp(
        given=given,
        family=family,
        born_on=born_on,
        sex=sex,
        nino=nino,
        lines=where[:-1],
        postcode=where[-1],
        phone=f"0770090{number:04d}",
        email=f"cast{number}@example.org",
        sort_code="404784",
        account_number=f"{70_000_000 + number}",
        answers=answers,
        **more,
    )


CAST = (
    Member(
        "olwen",
        _person(
            "Olwen",
            "Llŷr",
            date(1960, 5, 24),
            "female",
            "SX471900A",
            ("7 Stryd Fawr", "Bangor", "LL57 1AA"),
            1,
            language="cy",
            relationship="married",
            relationship_changed_on=date(1984, 6, 2),
        ),
        "online",
        0,
        "Claims online, in Welsh; everything is straightforward and the rules decide it that day.",
        "entitled",
        signs_in=True,
    ),
    Member(
        "sean",
        _person(
            "Seán",
            "O'Neill",
            date(1960, 6, 11),
            "male",
            "SX471921B",
            ("12 Chapel Lane", "Preston", "PR1 2AB"),
            2,
            relationship="married",
            relationship_changed_on=date(1990, 4, 7),
        ),
        "telephone",
        0,
        "Claims by telephone; his apostrophe goes in and comes out whole.",
        "entitled",
        years=31,
    ),
    Member(
        "aoife",
        _person(
            "Aoife",
            "Ní Dhomhnaill",
            date(1960, 6, 20),
            "female",
            "SX471942C",
            ("3 Orchard Close", "Leeds", "LS6 3BB"),
            3,
        ),
        "paper",
        1,
        "Writes on paper; a record from before 2016, so a specialist works it out.",
        "transitional_record",
        transitional=True,
    ),
    Member(
        "henry",
        _person(
            "Henry",
            "d’Arcy-Jones",
            date(1959, 8, 20),
            "male",
            "SX471963D",
            ("Mill House, Mill Road", "Exeter", "EX4 4QQ"),
            4,
            answers={"state_pension.when_to_start": "later", "state_pension.starts_later_on": date(2026, 8, 19)},
        ),
        "telephone",
        1,
        "Put it off for 52 weeks, so that it grew.",
        "entitled",
        signs_in=True,
    ),
    Member(
        "precious",
        _person(
            "Precious",
            "Okafor",
            date(1960, 7, 2),
            "female",
            "SX471984A",
            ("88 Victoria Terrace", "Lewisham", "SE13 5TT"),
            5,
        ),
        "online",
        2,
        "Came to the country at 58 and has 7 years: a person, not a machine, tells her no, and why.",
        "refused",
        years=7,
        signs_in=True,
    ),
    Member(
        "gurpreet",
        _person(
            "Gurpreet",
            "Kaur",
            date(1960, 7, 15),
            "female",
            "SX471905B",
            ("41 Park View", "Birmingham", "B13 8LL"),
            6,
            relationship="widowed",
            relationship_changed_on=date(2021, 11, 3),
        ),
        "telephone",
        2,
        "Widowed: she may have rights through her husband, so a person checks.",
        "marriage_based_rights",
    ),
    Member(
        "margaret",
        _person(
            "Margaret",
            "Whitfield",
            date(1960, 6, 29),
            "female",
            "SX471926C",
            ("2 Canal Side", "Stoke-on-Trent", "ST4 6NN"),
            7,
            letter_format="large_print",
            answers={"person.access_needs": "Hard of hearing: speak slowly, and write it down too."},
        ),
        "telephone",
        3,
        "Recently bereaved of her sister and forgetful; her daughter Ruth is her appointee.",
        "entitled",
        years=28,
    ),
    Member(
        "tomasz",
        _person(
            "Tomasz",
            "Zieliński",
            date(1960, 7, 21),
            "male",
            "SX471947D",
            ("19 Station Road", "Norwich", "NR3 1EE"),
            8,
            relationship="married",
            relationship_changed_on=date(1988, 8, 20),
            answers={"state_pension.lived_abroad": True, "state_pension.countries_abroad": _ABROAD},
        ),
        "online",
        3,
        "Worked six years in Poland, so a specialist asks there.",
        "time_abroad",
        signs_in=True,
    ),
    Member(
        "fatima",
        _person(
            "Fatima",
            "al-Sayed",
            date(1960, 7, 8),
            "female",
            "SX471968A",
            ("5 High Street", "Bradford", "BD8 7CC"),
            9,
            phone_is_safe=False,
        ),
        "telephone",
        4,
        "Someone else answers her phone: it is never rung and never texted.",
        "entitled",
        years=22,
    ),
    Member(
        "dafydd",
        _person(
            "Dafydd",
            "Prys",
            date(1960, 5, 4),
            "male",
            "SX471908B",
            ("Tŷ Gwyn, Heol y Bont", "Aberystwyth", "SY23 2AB"),
            10,
            language="cy",
        ),
        "paper",
        0,
        "His payday is the Monday of the bank holiday, so his money comes on the Friday before.",
        "entitled",
    ),
    Member(
        "joan",
        _person("Joan", "Black", date(1960, 7, 3), "female", "SX471989C", ("PO Box 40", "Hull", "HU5 9ZZ"), 11),
        "telephone",
        4,
        "Her record is restricted: most staff cannot find that she has one.",
        "entitled",
    ),
    Member(
        "winston",
        _person(
            "Winston",
            "Clarke",
            date(1960, 5, 30),
            "male",
            "SX471931D",
            ("27 Meadow Way", "Leicester", "LE2 4FF"),
            12,
            relationship="married",
            relationship_changed_on=date(1986, 3, 15),
        ),
        "telephone",
        0,
        "Dies in the second week: his wife says so once, and nothing more is sent to him.",
        "entitled",
    ),
)


def member(key: str) -> Member:
    """One of the cast, by key. Raises StopIteration for a name that is not in it."""
    return next(each for each in CAST if each.key == key)
