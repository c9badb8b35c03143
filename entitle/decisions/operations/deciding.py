"""A decision is written once, whole, and never again."""
from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max, Q

from entitle.blueprint.scheme import Outcome
from entitle.claims.models import Claim
from entitle.decisions.digest import digest_of, plain
from entitle.decisions.models import Decision, decision_code
from entitle.decisions.queries import already_decided
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor

STAFF = "staff"
DECIDED = ("entitled", "refused")


def record(
    *, claim: Claim, outcome: Outcome, facts: Mapping[str, Any], law_on: date, rules_version: str, by: Actor,
    as_at: Instant, supersedes: Decision | None = None, period_from: date | None = None,
) -> Decision:
    """Write a decision with all it takes to make it again. `supersedes` is the one it revises, if any; `period_from`
    the first day of the assessment period that it is about, where it is about one.

    Raises ValueError for an outcome that decides nothing, and AlreadyDecided, naming who was first, where another
    officer has decided the claim, or revised that same decision.
    """
    if outcome.result not in DECIDED:
        raise ValueError(f"'{outcome.result}' is not a decision: nothing is decided on a guess")
    row = {
        "code": decision_code(), "claim_id": claim.id, "sequence": _sequence(claim, supersedes, period_from),
        "customer_id": claim.customer_id, "scheme": claim.scheme, "result": outcome.result,
        "pence": outcome.pence, "per": outcome.per or "week", "starts_on": outcome.starts_on,
        "period_from": period_from,
        "reasons": [{"rule": reason.rule, "en": reason.words.en, "cy": reason.words.cy, "cites": reason.cites}
                    for reason in outcome.refusals],
        "facts": plain(dict(facts)), "law_on": law_on, "rules_version": rules_version,
        "trace": plain(outcome.trace.to_json()) if outcome.trace else None, "decided_at": as_at,
        "decided_by_user_id": by.user_id, "by_person": by.role == STAFF,
        "supersedes_id": supersedes.id if supersedes else None,
    }
    decision = Decision(**row, digest=digest_of(row))
    try:
        with transaction.atomic():
            decision.save(force_insert=True)
    except IntegrityError as refused:
        same = Q(supersedes=supersedes) if period_from and supersedes else Q(sequence=decision.sequence)
        first = Decision.objects.filter(same, claim_id=claim.id).select_related("decided_by_user").first()
        if first is None:
            raise
        raise already_decided(first) from refused
    return decision


def _sequence(claim: Claim, supersedes: Decision | None, period_from: date | None) -> int:
    """Decisions on periods follow one another; any other is the first, or comes right after the one it revises."""
    if period_from is not None:
        last = Decision.objects.filter(claim_id=claim.id).aggregate(last=Max("sequence"))["last"] or 0
        return int(last) + 1
    return supersedes.sequence + 1 if supersedes else 1
