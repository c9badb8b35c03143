"""Take a further set whole: from now its answers count, and the claim goes on if nothing else is waited for."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from procrastinate.contrib.django import app

from entitle.claims import operations as claims
from entitle.claims.models import SetAsked
from entitle.customers import operations as customers
from entitle.facts.fact import to_json
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import Incomplete, NotDone, NotFound
from entitle.procedures.gather_further import FurtherDraft, gather_further
from entitle.procedures.guard_further import guard_further
from entitle.work import operations as work
from entitle.work import queries as queue


def send_further(*, asked_code: str, by: Actor, as_at: Instant) -> SetAsked:
    """Send a whole set, once: sending it again changes nothing. What lasts goes on the sender's own record too.

    A period's answers are held on the record as true of that period. Raises Incomplete with what is unanswered; NotDone
    where the answers are no longer needed.
    """
    with transaction.atomic():
        asked = claims.lock_asked(code=asked_code)
        if asked is None:
            raise NotFound("Nothing is asked with that reference.")
        guard_further(asked=asked, by=by, as_at=as_at)
        if asked.state == "answered":
            return asked
        if asked.state != "asked" or asked.claim.state == "withdrawn":
            raise NotDone("These questions no longer need an answer.")
        draft = gather_further(asked=asked, as_at=as_at)
        if draft.path.next is not None:
            raise Incomplete("Not answered yet: %(question)s", (draft.path.next.fact,), question=draft.path.next.ask)
        _settle(draft, by=by, as_at=as_at)
        claims.end_asked(asked=asked, event="answered", as_at=as_at)
        _keep_on_record(draft, by=by, as_at=as_at)
        about = Reference("set_asked", asked.id)
        for kind in ("questions.answer", "questions.chase"):
            if queue.is_open(about=about, kind=kind):
                work.complete(about=about, kind=kind, as_at=as_at, outcome="answered", by=by)
        history.write(
            code="questions.answered",
            about=Reference("claim", asked.claim_id),
            customer_id=asked.customer_id or asked.claim.customer_id,
            by=by,
            at=as_at,
            refers_to=about,
            reason=asked.role,
        )
        app.configure_task("go_on_with_claim", queue="decisions").defer(claim_code=asked.claim.code)
        return asked


def _settle(draft: FurtherDraft, *, by: Actor, as_at: Instant) -> None:
    """What the record knew is answered with it, for the rules to read; what is off the path is answered no more."""
    path = draft.path
    known = {question.fact: draft.known[question.fact] for question in path.known}
    reached = {question.fact for question in path.asked}
    off_path = {fact: None for fact, value in draft.answers.items() if fact not in reached and value is not None}
    if known or off_path:
        claims.answer(claim_id=draft.asked.claim_id, answers={**off_path, **known}, channel=by.channel, by=by,
                      as_at=as_at, asked_in=draft.asked.id)


def _keep_on_record(draft: FurtherDraft, *, by: Actor, as_at: Instant) -> None:
    asked, dictionary = draft.asked, draft.scheme.dictionary
    given = {question.fact: draft.answers[question.fact] for question in draft.path.asked}
    own = {name: to_json(value) for fact, value in given.items()
           if value is not None and (name := draft.own_fact(fact)) is not None}
    held: dict[str, Any] = {
        "source": f"further questions by {by.channel}", "source_reference": Reference("claim", asked.claim_id),
        "as_at": as_at}
    if asked.period_from is not None:
        held |= {"true_from": asked.period_from, "true_to": asked.period_to}
        if not draft.further.confidential and asked.customer_id != asked.claim.customer_id:
            customers.hold_facts(customer_id=asked.claim.customer_id, facts=given, **held)
    else:
        own = {name: value for name, value in own.items() if dictionary[name].lasting}
    if own and asked.customer_id is not None:
        customers.hold_facts(customer_id=asked.customer_id, facts=own, **held)
