"""What can be said of the amount at the end of a call: a figure, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from entitle.blueprint.confidential import without_confidential
from entitle.blueprint.scheme import Reason, Scheme
from entitle.claims import queries as claims
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor
from entitle.kernel.words import Words
from entitle.law.amount import NoLawForDate
from entitle.pages.explanation import Explanation, explain
from entitle.pages.formats import say
from entitle.pages.language import language
from entitle.procedures.work_out import work_out


@dataclass(frozen=True)
class Provisional:
    """`state` is 'entitled', 'fetching', 'missing', 'hand_off', 'refused' or 'no_law'; only the first has a figure.

    `rates` are what it would be from each day on which that changes.
    """

    state: str
    pence: int | None = None
    starts_on: date | None = None
    reasons: tuple[Reason, ...] = ()
    missing: tuple[str, ...] = ()
    explanation: Explanation | None = None
    per: str = ""
    rates: tuple[tuple[date, int], ...] = ()


def provisional(*, claim_code: str, scheme: Scheme, by: Actor, as_at: Instant) -> Provisional:
    """What a decision made now would be, in the words of the page. Nothing is written."""
    try:
        outcome = work_out(claim_code=claim_code, by=by, as_at=as_at)
    except NoLawForDate:
        return Provisional("no_law")
    if outcome.missing:
        fetching = set(outcome.missing) <= set(scheme.record_facts)
        return Provisional(
            "fetching" if fetching else "missing",
            missing=tuple(
                say(scheme.dictionary[name].label) if name in scheme.dictionary else name for name in outcome.missing
            ),
        )
    if outcome.hand_offs or outcome.refusals:
        return Provisional(outcome.result, reasons=(*outcome.hand_offs, *outcome.refusals))
    labels: dict[str, Words] = {fact.name: fact.label for fact in scheme.dictionary.values()}
    claim = claims.get(code=claim_code) if scheme.further else None
    said = claims.draft_of(claim_id=claim.id) if claim is not None else {}
    told = without_confidential(outcome.trace.to_json() if outcome.trace else [], scheme=scheme, facts=said,
                                language=language())  # an agent tells the caller what this page says
    return Provisional(
        outcome.result,
        outcome.pence,
        outcome.starts_on,
        explanation=explain(trace=told, labels=labels) if told else None,
        per=outcome.per,
        rates=outcome.pence_from,
    )
