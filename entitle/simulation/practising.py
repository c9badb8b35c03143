"""Made-up callers for staff to practise on: they answer any question of any benefit, and are in no table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from entitle.facts.fact import to_json
from entitle.questions.kinds import Choice, Repeat
from entitle.questions.kinds.kind import Asked
from entitle.simulation.person import MadeUp


def _caller(number: int, given: str, family: str, born_on: date, *where: str, language: str = "en") -> MadeUp:
    return MadeUp(
        given=given, family=family, born_on=born_on, sex="female", nino=f"SX9900{number:02d}A", lines=where[:-1],
        postcode=where[-1], phone=f"0770090{9000 + number:04d}", email=f"practice{number}@example.org",
        sort_code="404784", account_number=f"{79_000_000 + number}", language=language)


CALLERS = (
    _caller(1, "Nia", "d’Arcy-Jones", date(1991, 3, 14), "3 Heol y Bont", "Cardiff", "CF10 1AA"),
    _caller(2, "Róisín", "O'Neill", date(1958, 11, 2), "18 Mill Lane", "Derby", "DE1 1AA"),
    _caller(3, "Gwenllian", "Llŷr", date(1984, 6, 30), "7 Stryd Fawr", "Bangor", "LL57 1AA", language="cy"),
)
_OF_THEIRS: Mapping[str, Callable[[MadeUp], Any]] = {
    "person.born_on": lambda person: person.born_on, "person.phone": lambda person: person.phone,
    "person.phone_is_safe": lambda person: True, "person.sex": lambda person: person.sex,
    "person.language": lambda person: person.language, "person.letter_format": lambda person: person.letter_format,
    "person.relationship": lambda person: person.relationship,
}
_BY_KIND: Mapping[str, Callable[[MadeUp], Any]] = {
    "name": lambda person: person.name, "nino": lambda person: person.nino, "address": lambda person: person.address,
    "postcode": lambda person: person.postcode, "email": lambda person: person.email,
    "phone": lambda person: person.phone, "bank_account": lambda person: person.account,
    "yes_no": lambda person: False, "money": lambda person: 12_050, "count": lambda person: 1,
    "date": lambda person: date(2026, 3, 2), "text": lambda person: "It is hard on most days.",
}


def says(person: MadeUp, question: Asked) -> Any:
    """Their answer as it is stored: of their own life where it is known, else one that does; None to leave it blank."""
    if isinstance(question.kind, Repeat):
        return [{part.fact: says(person, part) for part in question.kind.questions}]
    if question.fact in _OF_THEIRS:
        return to_json(_OF_THEIRS[question.fact](person))
    if question.optional:
        return None
    if isinstance(question.kind, Choice):
        return question.kind.choices[0].value
    return to_json(_BY_KIND[question.kind.name](person))
