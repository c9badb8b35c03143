"""The walk through a further set of questions, for any door: the same engine as a claim's, its answers kept at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext

from entitle.blueprint import registry
from entitle.claims.models import SetAsked
from entitle.customers import queries as customers
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor
from entitle.kernel.words import Words
from entitle.pages.formats import day, say
from entitle.pages.walk_view import Walk
from entitle.procedures.answer_further import answer_further
from entitle.procedures.gather_further import CLAIMANT, FurtherDraft


def further_walk(*, draft: FurtherDraft, by: Actor, now: Callable[[], Instant], **door: Any) -> Walk:
    """One person's way through the set. `door` is what a door lends: its addresses, checks, layout and context."""
    code = draft.asked.code

    def save(answers: dict[str, Any]) -> None:
        answer_further(asked_code=code, answers=answers, by=by, as_at=now())

    return Walk(question_set=draft.questions, answers=draft.answers, known=draft.known, save=save,
                caption=draft.questions.title, **door)


def about_further(draft: FurtherDraft) -> Mapping[str, Any]:
    """What whoever answers is told: for which benefit, who named them, what period it is about, and by when."""
    asked = draft.asked
    names = customers.names_of([asked.claim.customer_id]) if asked.role != CLAIMANT else {}
    return {
        "asked": asked,
        "title": say(draft.questions.title),
        "benefit": say(draft.scheme.title),
        "claimant": names.get(asked.claim.customer_id, ""),
        "confidential": draft.further.confidential,
        "due_on": asked.due_on,
        "period": _period(draft),
    }


def title_of(asked: SetAsked) -> Words:
    """What a set is called: its own title, for a list of several."""
    scheme = registry.scheme(asked.claim.scheme)
    named = (each.questions.title for each in scheme.further if each.questions.name == asked.questions)
    return next(named, scheme.title)


def _period(draft: FurtherDraft) -> str:
    first, last = draft.asked.period_from, draft.asked.last_day
    if first is None or last is None:
        return ""
    return gettext("%(first)s to %(last)s") % {"first": day(first), "last": day(last)}
