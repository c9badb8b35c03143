"""Reading decisions, challenges to them, and checks of their quality."""
from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast

from entitle.decisions.digest import DIGESTED, digest_of, digest_of_many, is_of_mass_act
from entitle.decisions.errors import AlreadyAsked, AlreadyDecided, SameOfficer
from entitle.decisions.models import Decision, QualityCheck, Reconsideration, ReviewBeforeStop
from entitle.decisions.remaking import period_and_facts, trace_of
from entitle.kernel.periods import Instant
from entitle.kernel.references import Reference

__all__ = ["Accuracy", "AlreadyAsked", "AlreadyDecided", "SameOfficer", "accuracy", "amount_named", "digests", "get",
           "latest", "of_claim", "of_customer", "of_last_periods", "period_and_facts", "quality_checks_to_do",
           "reconsideration", "reconsideration_code_of", "reconsiderations_of", "refuse_if_decided", "standing",
           "trace_of", "unproved"]

_UNPROVED = """
    SELECT id FROM decisions_decision AS decision
    WHERE NOT EXISTS (SELECT FROM history_event AS event WHERE event.refers_kind = 'decision'
                      AND event.refers_id = decision.id AND event.digest IS NOT NULL) ORDER BY id
"""


@dataclass(frozen=True)
class Accuracy:
    """What a quality sample found: of how many checked, how many were right, and how far out the rest were."""

    checked: int
    right: int
    pence: int
    pence_wrong: int


def get(*, code: str) -> Decision | None:
    """The decision with its claim, customer and officer, by its public code; None where there is none."""
    return _whole().filter(code=code).first()


def latest(*, claim_id: int) -> Decision | None:
    """The last decision on a claim or a period of it; None before the first."""
    return _whole().filter(claim_id=claim_id).order_by("-sequence").first()


def standing(*, about: Decision) -> Decision:
    """The decision that stands on what one was about, the claim or a period of it: itself, or a revision."""
    return _whole().filter(claim_id=about.claim_id, period_from=about.period_from).order_by("-sequence")[0]


def of_claim(*, claim_id: int) -> list[Decision]:
    """Every decision on a claim, the one that stands first: one statement."""
    return list(_whole().filter(claim_id=claim_id).order_by("-sequence"))


def of_last_periods(*, claim_id: int, most: int) -> list[Decision]:
    """The decisions that stand on the last assessment periods of a claim, the newest first."""
    found = Decision.objects.filter(claim_id=claim_id, period_from__isnull=False)
    return list(found.order_by("-period_from", "-sequence").distinct("period_from")[:most])


def of_customer(*, customer_id: int, limit: int = 50) -> list[Decision]:
    """A customer's decisions, newest first, without their facts and traces until read: one statement."""
    found = _whole().filter(customer_id=customer_id).defer("facts", "trace")
    return list(found.order_by("-decided_at", "-id")[:limit])


def amount_named(decision: Decision) -> dict[str, int | None]:
    """Its amount as a letter quotes it: `weekly_amount` or `monthly_amount`, and None where there is none."""
    return {f"{decision.per}ly_amount": decision.pence if decision.result == "entitled" else None}


def refuse_if_decided(*, claim_id: int) -> None:
    """Raises AlreadyDecided, naming who was first, where a claim has its decision."""
    first = Decision.objects.filter(claim_id=claim_id, sequence=1).select_related("decided_by_user").first()
    if first is not None:
        raise already_decided(first)


def already_decided(decision: Decision) -> AlreadyDecided:
    """The error that names who was first."""
    officer = decision.decided_by_user
    return AlreadyDecided(
        decision_code=decision.code, decided_by=str(officer) if officer else "Entitle", decided_at=decision.decided_at
    )


def digests(ids: Collection[int]) -> dict[int, bytes]:
    """The digests of decisions as their rows now stand, worked out afresh: one statement. History compares them
    with its own; an id that is gone has none, and a row that does not bear its own digest an empty one."""
    rows = Decision.objects.filter(id__in=ids).values("id", "digest", *DIGESTED, said=Cast("facts", TextField()))
    fresh = ((row["id"], _digest(row), bytes(row["digest"])) for row in rows.iterator(chunk_size=2_000))
    return {number: digest if digest == borne else b"" for number, digest, borne in fresh}


def unproved() -> Iterator[Reference]:
    """Decisions that no event proves: slipped in, or their event was removed."""
    with connection.cursor() as cursor:
        cursor.execute(_UNPROVED)
        yield from (Reference("decision", number) for number, in cursor.fetchall())


def _digest(row: Mapping[str, Any]) -> bytes:
    return digest_of_many(row, facts=row["said"]) if is_of_mass_act(row) else digest_of(row)


def reconsideration(*, code: str) -> Reconsideration | None:
    """The challenge with its decision, claim and customer, by its public code; None where there is none."""
    found = Reconsideration.objects.select_related("decision__claim", "decision__customer", "decision__decided_by_user")
    return found.filter(code=code).first()


def reconsideration_code_of(*, reconsideration_id: int) -> str:
    """The public code of a challenge. Raises Reconsideration.DoesNotExist."""
    return Reconsideration.objects.values_list("code", flat=True).get(id=reconsideration_id)


def reconsiderations_of(*, customer_id: int, limit: int = 50) -> list[Reconsideration]:
    """A customer's challenges, newest first: one statement."""
    found = Reconsideration.objects.filter(decision__customer_id=customer_id).select_related("decision", "new_decision")
    return list(found.defer("decision__facts", "decision__trace", "new_decision__facts", "new_decision__trace")
                .order_by("-asked_at", "-id")[:limit])


def quality_checks_to_do(*, scheme: str = "", limit: int = 100) -> list[QualityCheck]:
    """Decisions drawn for checking and not yet checked, oldest first."""
    found = QualityCheck.objects.filter(state="chosen").select_related("decision__claim", "decision__decided_by_user")
    if scheme:
        found = found.filter(decision__scheme=scheme)
    return list(found.order_by("chosen_at", "id")[:limit])


def accuracy(*, scheme: str, from_at: Instant, until_at: Instant) -> Accuracy:
    """What checks of decisions made in a span found: the share of decisions right, and of money right, come from it."""
    found = QualityCheck.objects.filter(
        state="checked", decision__scheme=scheme, decision__decided_at__gte=from_at, decision__decided_at__lt=until_at
    ).values_list("outcome", "decision__pence", "pence_wrong")
    rows = list(found)
    return Accuracy(
        checked=len(rows),
        right=sum(outcome == "right" for outcome, _, _ in rows),
        pence=sum(pence or 0 for _, pence, _ in rows),
        pence_wrong=sum(wrong or 0 for _, _, wrong in rows),
    )


def last_review(*, claim_id: int) -> ReviewBeforeStop | None:
    """What an officer last found who looked before a decision on the claim takes money away; None before anyone did."""
    found = ReviewBeforeStop.objects.filter(claim_id=claim_id).select_related("reviewed_by_user")
    return found.order_by("-at", "-id").first()


def _whole() -> QuerySet[Decision]:
    return Decision.objects.select_related("claim", "customer", "decided_by_user")
