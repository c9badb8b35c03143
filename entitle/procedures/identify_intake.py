"""Whose is a claim that was sent on: the one record there is, or one opened for someone who has none."""
from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from entitle.claims.models import Intake
from entitle.claims.problem import Problem
from entitle.customers import operations as customers
from entitle.customers import queries
from entitle.customers.models import Customer
from entitle.facts.fact import from_json
from entitle.history import operations as history
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import SYSTEM, Reference
from entitle.procedures.read_sent import read_sent
from entitle.questions.bank.first_contact import SENT_AS, SENT_ON
from entitle.questions.kinds.answering import Checks

_KNOWN_BY = ("person.name", "person.born_on", "person.nino")
_NAME_DIFFERS = (
    "The record with this National Insurance number has another name. Put right the number or the name as sent; or, "
    "once you know that it is theirs, enter the record's reference.")
_BORN_DIFFERS = (
    "The record with this National Insurance number has another date of birth. Put right the number or the date as "
    "sent; or, once you know that it is theirs, enter the record's reference.")
_LIKE = "People on record may be the same person ({codes}). Enter the reference of theirs, or say that they have none."
_LIKE_HIDDEN = "A record that you may not open may be theirs. Ask a special customer officer to settle this."


def identify_intake(*, intake: Intake, language: str, as_at: Instant) -> tuple[Customer | None, list[Problem]]:
    """By their number, if name and birth agree with it; a new record for someone like nobody; else what is to be
    settled, and nobody.

    Nobody is taken for someone they only resemble: where there is no number to tell by, a person says who they are.
    """
    who, problems = _who(intake, as_at)
    if intake.record and intake.record != Intake.NEW:
        return queries.get(intake.record), []
    if problems:
        return None, problems
    nino = who.get("person.nino")
    found = queries.by_nino(nino) if nino else None
    if found is None:
        customers.hold_birth_date(who["person.born_on"])
        found = queries.by_nino(nino) if nino else None
    problems = _disagreements(found, who) if found else []
    if found is not None and not problems:
        return found, []
    if intake.record == Intake.NEW:
        return _opened(intake, who if found is None else {**who, "person.nino": None}, language, as_at), []
    problem = _resembling(who) if found is None else None
    problems += [problem] if problem else []
    return (None, problems) if problems else (_opened(intake, who, language, as_at), [])


def _who(intake: Intake, as_at: Instant) -> tuple[dict[str, Any], list[Problem]]:
    """Who they say they are, by fact, as Python has it; and what of it nobody can be known by.

    What is wrong with an address or a phone number keeps nobody out: where it is an answer, that is told as one.
    """
    said = {fact: intake.who_now[name] for fact, name in SENT_AS.items() if intake.who_now.get(name) is not None}
    good, wrong = read_sent(
        questions=SENT_ON, sent={**intake.answers_now, **said},
        checks=Checks(today=london_date(as_at), account_can_exist=queries.account_can_exist))
    problems = [problem for problem in wrong if problem.field in _KNOWN_BY]
    problems += [Problem(fact, "", f"Not sent. Ask: {SENT_ON.question(fact).ask.en}")
                 for fact in ("person.name", "person.born_on")
                 if fact not in good and fact not in {problem.field for problem in problems}]
    return {fact: from_json(SENT_ON.dictionary[fact], value) for fact, value in good.items()}, problems


def _disagreements(found: Customer, who: Mapping[str, Any]) -> list[Problem]:
    problems = []
    if not queries.name_is_same(found.id, who["person.name"]):
        problems.append(Problem("person.name", _written(who["person.name"]), _NAME_DIFFERS))
    if found.born_on != who["person.born_on"]:
        problems.append(Problem("person.born_on", str(who["person.born_on"]), _BORN_DIFFERS))
    return problems


def _resembling(who: Mapping[str, Any]) -> Problem | None:
    """Someone born that day with such a name. Of another number, they are another person, unless they live there."""
    name, postcode = who["person.name"], who.get("home.postcode") or (who.get("home.address") or {}).get("postcode")
    found = queries.find(name=_written(name), born_on=who["person.born_on"], see_restricted=True, limit=50)
    like = [
        each for each in found
        if each.born_on == who["person.born_on"]
        and queries.name_agrees(each.customer_id, name)
        and (not each.nino or not who.get("person.nino") or _same_place(postcode, each.postcode))
    ]
    if not like:
        return None
    codes = ", ".join(each.code for each in like if not each.is_restricted)
    return Problem("record", _written(name), _LIKE.format(codes=codes) if codes else _LIKE_HIDDEN)


def _opened(intake: Intake, who: Mapping[str, Any], language: str, as_at: Instant) -> Customer:
    postcode = who.get("home.postcode")
    person = customers.register(
        name=who["person.name"], born_on=_a_date(who["person.born_on"]), nino=who.get("person.nino"),
        address=who.get("home.address") or ({"lines": [], "postcode": postcode} if postcode else None),
        phone=who.get("person.phone") or "", language=language, source=f"claim by {intake.channel}",
        source_reference=Reference("intake", intake.id), as_at=as_at)
    history.write(code="customer.registered", about=Reference("customer", person.id), customer_id=person.id, by=SYSTEM,
                  at=as_at, refers_to=Reference("intake", intake.id))
    intake.record = person.code  # passed again once it is put right, it is theirs: no second record is opened
    return person


def _a_date(value: Any) -> date:
    assert isinstance(value, date)
    return value


def _written(name: Mapping[str, str]) -> str:
    return f"{name.get('given', '')} {name.get('family', '')}".strip()


def _same_place(one: str | None, other: str) -> bool:
    return bool(one and other) and "".join(str(one).split()).upper() == "".join(other.split()).upper()
