"""Take in what another body said of a handover: taken, or to be spelt their way, or for a person to put right."""
from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from entitle.blueprint.receivers import told_to
from entitle.claims import operations as claims
from entitle.claims.alike import is_same
from entitle.claims.models import Handover
from entitle.claims.problem import Problem
from entitle.facts.fact import from_json
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import SYSTEM, Actor, Reference
from entitle.procedures.errors import NotFound
from entitle.procedures.hold_back_handover import RELEASE
from entitle.questions.kinds.answering import on_one_line, shortened
from entitle.work import operations as work
from entitle.work import queries

KIND = "handover.settle"
_LONGEST = 300
_UNSAID = "They did not say whether they took it"


@dataclass(frozen=True)
class NotTaken:
    """One field as they see it. `held` is what they hold in its place, where the two differ."""

    field: str
    why: str
    remedy: str
    held: Any = None


def take_handover_answer(
    *, handover_id: int, their_reference: str, sent: Collection[str], accepted: Collection[str],
    problems: Sequence[NotTaken], as_at: Instant
) -> Handover:
    """`sent` are the fields that this is the answer to: one of which they said nothing was not taken.

    Where all that differs is how a name or a word is written, it stays pending, to go out again as they write it, and
    nobody need know. What else they did not take is one piece of work, however often it comes back. Taken in twice, it
    is as once.
    """
    unsaid = set(sent) - set(accepted) - {each.field for each in problems}
    problems = [*problems, *(NotTaken(fact, _UNSAID, "Ask them") for fact in sorted(unsaid))]
    with transaction.atomic():
        found = claims.lock_handover(handover_id=handover_id)
        if found is None:
            raise NotFound("Nothing was handed over with that number.")
        if found.state != "pending":
            return found
        claims.note_attempt(handover=found, trouble="", as_at=as_at)
        answers = found.answers
        spelt = {each.field: each.held for each in problems
                 if each.held is not None and each.field in answers and each.held != answers[each.field]
                 and is_same(answers[each.field], each.held)}
        wrong = [_problem(found, each) for each in problems if each.field not in spelt]
        taken = [fact for fact in accepted if fact in answers]
        if wrong:
            claims.respell_handover(handover=found, accepted=taken, spelt=spelt)
            claims.reject_handover(handover=found, accepted=taken, problems=wrong, their_reference=their_reference)
            _to_be_put_right(found, wrong, as_at)
        elif spelt:
            claims.respell_handover(handover=found, accepted=taken, spelt=spelt)
            _write(found, "handover.respelt", as_at)
        else:
            claims.end_handover(handover=found, accepted=taken, their_reference=their_reference, as_at=as_at)
            _write(found, "handover.accepted", as_at)
            _done(found, as_at)
        return found


def _problem(found: Handover, said: NotTaken) -> Problem:
    """In our words where the field is one of ours; what they say is theirs, on one line and not for ever."""
    asked = told_to(to=found.to, scheme=found.claim.scheme)
    answers, words = found.answers, ""
    if said.field in answers and said.field in asked.facts:
        value = from_json(asked.dictionary[said.field], answers[said.field])
        words = shortened(asked.question(said.field).summary(value))
    remedy = on_one_line(". ".join(part.rstrip(". ") for part in (said.why, said.remedy) if part))[:_LONGEST] + "."
    return Problem(said.field if said.field in asked.facts else "claim", words, remedy)


def _to_be_put_right(found: Handover, wrong: Sequence[Problem], as_at: Instant) -> None:
    _write(found, "handover.rejected", as_at)
    facts = told_to(to=found.to, scheme=found.claim.scheme).dictionary
    fields = dict.fromkeys(facts[each.field].label.en if each.field in facts else "The whole of it" for each in wrong)
    work.open(kind=KIND, about=Reference("handover", found.id), customer_id=found.claim.customer_id,
              scheme=found.claim.scheme, origin_at=as_at, as_at=as_at, note=", ".join(fields),
              language=found.claim.customer.language)


def _done(found: Handover, as_at: Instant) -> None:
    about = Reference("handover", found.id)
    if queries.is_open(about=about, kind=RELEASE):
        work.cancel(about=about, kind=RELEASE, as_at=as_at, outcome="restricted no longer")
    if queries.is_open(about=about, kind=KIND):
        by = Actor(role="staff", channel="clerical", user_id=found.user_id) if found.user_id else SYSTEM
        work.complete(about=about, kind=KIND, as_at=as_at, outcome="put right, and taken", by=by)


def _write(found: Handover, code: str, as_at: Instant) -> None:
    history.write(code=code, about=Reference("handover", found.id), customer_id=found.claim.customer_id, by=SYSTEM,
                  at=as_at, refers_to=Reference("claim", found.claim_id))
