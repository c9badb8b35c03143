"""What other bodies are handed: the council's form out of a call, and a claim to what an older system pays."""
from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from django.conf import settings

from entitle.blueprint import registry
from entitle.customers import queries as customers
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor
from entitle.procedures.answer_questions import answer_questions
from entitle.procedures.answer_together import answer_together
from entitle.procedures.begin_call import begin_call
from entitle.procedures.confirm_caller import confirm_caller
from entitle.procedures.end_call import end_call
from entitle.procedures.gather_facts import gather_facts
from entitle.procedures.make_council_form import make_council_form
from entitle.procedures.start_claim import start_claim
from entitle.procedures.submit_claim import submit_claim
from entitle.questions.bank.council import HOUSING_FORM
from entitle.questions.walk import walk
from entitle.simulation.answers import answers_of
from entitle.simulation.person import MadeUp
from entitle.simulation.practising import says

OLDER_SYSTEM_PAYS = "esa"
ONE_IN = 4
"""Of those who claim by telephone, who would have help from their council too."""
_RENTS = (0, 46_000, 58_500, 72_850)
"""Pence a month; the first is a slip, which the council does not take."""


def asks_the_council(person: MadeUp) -> bool:
    """The same for the same person."""
    return int(person.account_number) % ONE_IN == 0


def make_form_for_council(person: MadeUp, *, claim_code: str, said: Mapping[str, Any], by: Actor,
                          as_at: Instant) -> None:
    """In the same call: only what nobody has asked yet, and the form is on its way with the claim."""
    rent = _RENTS[int(person.account_number) // ONE_IN % len(_RENTS)]
    of_home = {"home.pays_rent": True, "home.rents_from": "social", "home.rent": rent, "home.rent_paid_every": "month",
               "person.savings": 120_000}
    known = {each.fact: said[each.fact] for each in HOUSING_FORM
             if each.fact in said and not each.check(said[each.fact])}
    answers = answers_of(replace(person, answers=of_home | dict(person.answers)), HOUSING_FORM, known=known)
    answer_together(claim_codes=[claim_code], answers=answers, council_form=True, by=by, as_at=as_at)
    make_council_form(claim_codes=[claim_code], by=by, as_at=as_at)


def claim_for_older_system(person: MadeUp, *, customer_id: int, agent: Actor, as_at: Instant) -> None:
    """A call in which they claim what an older system still pays: it goes there once it is in."""
    call = begin_call(customer_code=customers.by_id(customer_id).code, reason="claim", by=agent, as_at=as_at)
    confirm_caller(contact_code=call.code, by=agent, as_at=as_at)
    claim = start_claim(scheme=OLDER_SYSTEM_PAYS, customer_id=customer_id, by=agent, as_at=as_at)
    sheet, said = registry.scheme(OLDER_SYSTEM_PAYS), dict[str, Any]()
    known = {fact: value for fact, value in gather_facts(claim=claim, scheme=sheet, as_at=as_at).items()
             if value is not None}
    while (question := walk(sheet.claim, said, known).next) is not None:
        said[question.fact] = says(person, question)
    answer_questions(claim_code=claim.code, answers=said, by=agent, as_at=as_at)
    submit_claim(claim_code=claim.code, by=agent, as_at=as_at)
    end_call(contact_code=call.code, summary="Claim taken, and handed over.", by=agent, as_at=as_at)


@contextmanager
def older_system_pays() -> Iterator[None]:
    """While the days are lived, one benefit is paid elsewhere."""
    before = settings.ENTITLE_LEGACY_SCHEMES
    settings.ENTITLE_LEGACY_SCHEMES = OLDER_SYSTEM_PAYS
    try:
        yield
    finally:
        settings.ENTITLE_LEGACY_SCHEMES = before
