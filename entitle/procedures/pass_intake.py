"""Make a claim of one that was taken elsewhere: what is good goes in, and what is not is named with its remedy."""
from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from entitle.awards import queries as awards
from entitle.blueprint import registry
from entitle.blueprint.scheme import Scheme
from entitle.claims import operations as claims
from entitle.claims import queries
from entitle.claims.models import Claim, Intake
from entitle.claims.problem import Problem
from entitle.customers import operations as customers
from entitle.customers import queries as people
from entitle.facts.fact import from_json
from entitle.history import operations as history
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor, Reference
from entitle.procedures.answer_questions import answer_questions
from entitle.procedures.compare_intake import compare_intake
from entitle.procedures.errors import NotDone, NotFound
from entitle.procedures.gather_facts import gather_facts
from entitle.procedures.identify_intake import identify_intake
from entitle.procedures.read_sent import read_sent
from entitle.procedures.settle_intake import settle_intake
from entitle.procedures.start_claim import start_claim
from entitle.procedures.submit_claim import submit_claim
from entitle.questions.kinds.answering import Checks, shortened
from entitle.questions.walk import walk

_IDENTITY = ("person.name", "person.born_on", "person.nino")
_LONG_AGO = timedelta(days=366)
"""A clock that is wrong is mostly wrong by years, and a claim would count from its day."""
_CLOCK_WRONG = ("It was taken more than a year before it came, by its sender's clock. Find out on what day, key it in "
                "at this door as a form that arrived then, and refuse this one.")
_OWN_RECORD = "Whoever took this may not act on this record: a colleague must check it and send it on."
_RECORD_DIFFERS = "Their record says otherwise. Put this right; or have the record put right, and send this on again."
_NUMBER_OF_ANOTHER = "Somebody else's record has this number. Ask for theirs."
_TAKEN_BEFORE = "{code} was decided, and counts from {counts}. This was taken on {taken}: have it looked at again."


def pass_intake(*, intake_id: int, as_at: Instant) -> Intake:
    """Find the one record, go on with its draft or start one from the day it was taken, keep each good answer, and
    submit what is whole and declared. Run again, or after being cut short, it does nothing twice.

    What cannot pass is stopped, with its problems, in one piece of work. A claim not declared stays a draft.
    """
    with transaction.atomic():
        intake = claims.lock_intake(intake_id=intake_id)
        if intake is None:
            raise NotFound("Nothing was sent on with that number.")
        if intake.state == "waiting":
            record = intake.record
            try:
                with transaction.atomic():
                    problems = _problems(intake, as_at)
            except (NotDone, customers.DuplicateNino) as refusal:
                intake.customer, intake.claim, intake.record = None, None, record
                problems = [Problem("claim", "", str(refusal))]
            settle_intake(intake=intake, problems=problems, as_at=as_at)
        return intake


def _problems(intake: Intake, as_at: Instant) -> list[Problem]:
    """What stands in the way; where nothing does, the claim has gone in, or waits for its declaration as a draft."""
    intake.customer = intake.claim = None
    taken_on = _taken_on(intake)
    if taken_on < london_date(intake.received_at - _LONG_AGO):
        return [Problem("claim", str(taken_on), _CLOCK_WRONG)]
    scheme = registry.scheme(intake.scheme)
    checks = Checks(today=london_date(as_at), account_can_exist=people.account_can_exist)
    answers, problems = read_sent(questions=scheme.claim, sent=intake.answers_now, checks=checks)
    customer, unknown = identify_intake(intake=intake, language=answers.get("person.language", "en"), as_at=as_at)
    if customer is None:
        named = {problem.field for problem in unknown}
        return [*unknown, *(problem for problem in problems if problem.field not in named)]
    if intake.user_id is not None and people.is_own_or_relative(intake.user_id, customer.id):
        return [Problem("claim", "", _OWN_RECORD)]
    intake.customer = customer
    claims.hold_claims_of(customer_id=customer.id)
    problems += _settle_identity(customer.id, scheme, answers, as_at)
    before = _in_already(customer.id, scheme.name, intake.taken_at)
    if before is not None:
        intake.claim = before
        return [*problems, *compare_intake(claim=before, scheme=scheme, answers=answers, as_at=as_at),
                *_counted_from(intake, before, as_at)]
    return [*problems, *_put_in(intake, scheme, answers, {problem.field for problem in problems}, as_at)]


def _in_already(customer_id: int, scheme: str, taken_at: Instant) -> Claim | None:
    """A claim that is in, or one that is in payment, however long ago it was made: nobody is paid twice."""
    found = queries.claim_in(customer_id=customer_id, scheme=scheme, since=taken_at)
    award = awards.live(customer_id=customer_id, scheme=scheme) if found is None else None
    return queries.by_id(claim_id=award.claim_id) if award else found


def _settle_identity(customer_id: int, scheme: Scheme, answers: dict[str, Any], as_at: Instant) -> list[Problem]:
    """Who they are stays as the record writes it: such answers are left out where they agree, and told where not."""
    held, problems = people.facts_known(customer_id=customer_id, as_at=as_at), []
    for fact in _IDENTITY:
        remedy, said = "", answers.get(fact)
        if fact in held:
            answers.pop(fact, None)
            remedy = "" if said is None or _agrees(customer_id, fact, said, held[fact].value) else _RECORD_DIFFERS
        elif fact == "person.nino" and said is not None and people.by_nino(said) is not None:
            del answers[fact]
            remedy = _NUMBER_OF_ANOTHER
        if remedy:
            words = scheme.claim.question(fact).summary(from_json(scheme.dictionary[fact], said))
            problems.append(Problem(fact, words, remedy))
    return problems


def _agrees(customer_id: int, fact: str, said: Any, held: Any) -> bool:
    """A name however it is written, a National Insurance number with any last letter or none."""
    if fact == "person.name":
        return people.name_is_same(customer_id, said)
    return bool(said[:8] == held[:8] if fact == "person.nino" else said == held)


def _counted_from(intake: Intake, claim: Claim, as_at: Instant) -> list[Problem]:
    """An earlier first contact has come to light of a claim that is in."""
    taken_on = _taken_on(intake)
    if taken_on >= claim.protected_on:
        return []
    if claim.state == "decided":
        return [Problem("claim", "", _TAKEN_BEFORE.format(code=claim.code, counts=claim.protected_on, taken=taken_on))]
    claims.protect_from(claim_id=claim.id, on=taken_on)
    history.write(code="claim.protected", about=Reference("claim", claim.id), customer_id=claim.customer_id,
                  by=_by(intake), at=as_at, refers_to=Reference("intake", intake.id))
    return []


def _put_in(intake: Intake, scheme: Scheme, answers: Mapping[str, Any], wrong: set[str], as_at: Instant
            ) -> list[Problem]:
    """Into the draft there is, or a new one: what was answered there since stays."""
    assert intake.customer is not None
    by, taken_on = _by(intake), _taken_on(intake)
    claim = start_claim(scheme=scheme.name, customer_id=intake.customer.id, received_on=taken_on, by=by, as_at=as_at)
    intake.claim = claim
    there = queries.answers_of(claim_id=claim.id)
    taken_at = min(intake.taken_at, as_at)
    newer = {
        fact: from_json(scheme.dictionary[fact], value) for fact, value in answers.items() if fact not in there
        or (value is not None and value != there[fact].value and there[fact].answered_at <= taken_at)}
    if newer:
        answer_questions(claim_code=claim.code, answers=newer, by=by, as_at=taken_at)
    if not intake.declared:
        return []
    path = walk(scheme.claim, gather_facts(claim=claim, scheme=scheme, as_at=as_at))
    left = [*([path.next] if path.next else []), *path.ahead]
    if left or wrong:
        return [Problem(question.fact, "", f"Not answered. Ask: {shortened(question.ask.en)}")
                for question in left if question.fact not in wrong]
    submit_claim(claim_code=claim.code, received_on=taken_on, by=by, as_at=as_at)
    return []


def _taken_on(intake: Intake) -> date:
    """The day it was taken; a clock that runs ahead makes nothing count from a day still to come."""
    return london_date(min(intake.taken_at, intake.received_at))


def _by(intake: Intake) -> Actor:
    """The agency puts in what its sender took: nobody looks at the record to do it."""
    return Actor(role="system", channel=intake.channel, user_id=intake.user_id, name=intake.sender)
