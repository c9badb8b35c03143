"""The claim: what was answered, what is known, what the rules say now, and what can be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from entitle.blueprint import registry
from entitle.blueprint.scheme import Outcome, Scheme
from entitle.channels.desk.fact_words import in_words
from entitle.channels.desk.frame import desk, now, officer, show
from entitle.channels.desk.handed_over import handed_over
from entitle.channels.desk.happenings import happenings
from entitle.channels.desk.looking import open_record
from entitle.channels.desk.others import answers_of_others, waited_for
from entitle.channels.desk.record import words
from entitle.channels.desk.timing import due
from entitle.claims import queries as claims
from entitle.claims.lifecycle import OPEN_STATES
from entitle.claims.models import Claim
from entitle.claims.queries import AnswerGiven
from entitle.customers import queries as customers
from entitle.customers.models import Customer
from entitle.decisions import queries as decisions
from entitle.evidence import queries as evidence
from entitle.facts.fact import from_json
from entitle.gateways import clock
from entitle.history import queries as history
from entitle.kernel.references import Reference
from entitle.law.amount import NoLawForDate
from entitle.pages.advance_form import is_for_one_off
from entitle.pages.explanation import Explanation, explain
from entitle.procedures.errors import NotPermitted
from entitle.procedures.guard_record import guard_record
from entitle.procedures.look_at_record import look_at_record
from entitle.procedures.work_out import work_out
from entitle.questions.question import Question
from entitle.record.queries import facts_held
from entitle.record.whole import FactHeld
from entitle.rules.trace import Trace
from entitle.work import queries as work


@dataclass(frozen=True)
class AnswerShown:
    """One answer beside its question."""

    question: str
    answer: str
    channel: str
    at: Any


@dataclass(frozen=True)
class Finding:
    """What the rules say now; `no_law` says why they cannot."""

    outcome: Outcome | None
    explanation: Explanation | None = None
    missing: tuple[str, ...] = ()
    no_law: str = ""

    @property
    def result(self) -> str:
        return self.outcome.result if self.outcome else "no_law"


@desk("customer.look")
def claim(request: HttpRequest, code: str) -> HttpResponse:
    """The whole claim on a page, the look at its customer's record written first."""
    found = claim_or_404(code)
    customer = open_record(request, found.customer_id)
    scheme, about = registry.scheme(found.scheme), Reference("claim", found.id)
    answers = claims.answers_of(claim_id=found.id)
    known = facts_held(customer_id=customer.id, as_at=now())
    items = work.about(about)
    return show(
        request,
        "claim.html",
        title=f"{scheme.title.en} claim",
        claim=found,
        customer=customer,
        scheme=scheme,
        name=customers.names_of([customer.id])[customer.id],
        **words(),
        is_open=found.state in OPEN_STATES,
        is_paid=is_for_one_off(found),
        finding=finding_of(request, found, scheme) if found.state in OPEN_STATES and found.state != "draft" else None,
        answers=answers_shown(scheme, answers),
        facts=_read_by_rules(scheme, known),
        due=due(found.decide_by, clock.today()) if found.decide_by else None,
        channels=claims.channels_of(claim_id=found.id),
        waited_for=waited_for(found, scheme),
        others=answers_of_others(found, scheme, lambda person: may_look(request, person, found)),
        handed_over=handed_over(found),
        requests=evidence.of_thing(about=about),
        documents=evidence.items_for(about=about),
        decisions=decisions.of_claim(claim_id=found.id),
        happened=happenings(history.about(about)[::-1]),
        mine=next((item for item in items if item.owner_user_id == request.user.pk and item.state == "taken"), None),
        note=next(
            (item.note for item in items if item.kind == "claim.hand_off" and item.state in ("open", "taken")), ""
        ),
        back_url=reverse("desk-queue"),
    )


def may_look(request: HttpRequest, person: Customer, found: Claim) -> bool:
    """Whether an officer may see what someone else in a claim answered: the look at their record is written too."""
    by = officer(request)
    try:
        guard_record(customer_id=person.id, by=by, as_at=now())
    except NotPermitted:
        return False
    look_at_record(customer_code=person.code, by=by, reason=f"in the claim {found.code}", as_at=now())
    return True


def claim_or_404(code: str) -> Claim:
    """Raises Http404."""
    found = claims.get(code=code)
    if found is None:
        raise Http404
    return found


def finding_of(
    request: HttpRequest, found: Claim, scheme: Scheme, *, period_from: date | None = None
) -> Finding:
    """What the rules say of the claim as it stands, or of one assessment period of it, in words."""
    try:
        outcome = work_out(claim_code=found.code, by=officer(request), as_at=now(), period_from=period_from)
    except NoLawForDate as no_law:
        return Finding(None, no_law=str(no_law))
    missing = tuple(scheme.dictionary[name].label.en for name in outcome.missing)
    return Finding(outcome, explained(outcome.trace, scheme) if outcome.trace else None, missing)


def explained(trace: Trace | list[dict[str, Any]], scheme: Scheme) -> Explanation:
    """A trace with its facts called by their labels."""
    return explain(trace=trace, labels={name: fact.label for name, fact in scheme.dictionary.items()})


def answers_shown(scheme: Scheme, answers: dict[str, AnswerGiven]) -> list[AnswerShown]:
    """What was answered, in the order of the question set."""
    shown = []
    for question in scheme.claim:
        given = answers.get(question.fact)
        if given is not None:
            value = None if given.value is None else from_json(scheme.dictionary[question.fact], given.value)
            answer = _in_words(scheme, question, value)
            shown.append(AnswerShown(question.kind.called.en, answer, given.channel, given.answered_at))
    return shown


def _in_words(scheme: Scheme, question: Question, value: Any) -> str:
    """As the question says it, but an account by its last digits only."""
    if question.kind.name == "bank_account" and value is not None:
        return in_words(scheme.dictionary[question.fact], value)
    return question.summary(value, "en")


def _read_by_rules(scheme: Scheme, known: list[FactHeld]) -> list[FactHeld]:
    """The facts held that the scheme's rules read, for the officer to check against their source."""
    read = set(scheme.rules.facts_read(scheme.rules_decided_by))
    return [held for held in known if held.fact.name in read]
