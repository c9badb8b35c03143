"""Reading claims."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Min

from entitle.claims.errors import AlreadyClaiming, ChangedMeanwhile
from entitle.claims.lifecycle import OPEN_STATES
from entitle.claims.models import Answer, Claim, ClaimParty
from entitle.kernel.periods import Instant

__all__ = ["AlreadyClaiming", "AnswerGiven", "ChangedMeanwhile", "answers_of", "by_id", "channels_of", "code_of",
           "draft_of", "get", "of_customer", "open_claim", "open_claims", "parties_of"]


@dataclass(frozen=True)
class AnswerGiven:
    """The latest answer for a fact (as JSON), when it was given, and by which channel."""

    value: Any
    answered_at: Instant
    channel: str


def get(*, code: str) -> Claim | None:
    """The claim with its customer, by its public code; None where there is none."""
    return Claim.objects.select_related("customer").filter(code=code).first()


def by_id(*, claim_id: int) -> Claim:
    """The claim with its customer. Raises Claim.DoesNotExist."""
    return Claim.objects.select_related("customer").get(id=claim_id)


def code_of(*, claim_id: int) -> str:
    """The public code of a claim. Raises Claim.DoesNotExist."""
    return Claim.objects.values_list("code", flat=True).get(id=claim_id)


def of_customer(*, customer_id: int, limit: int = 50) -> list[Claim]:
    """A customer's claims, newest first: one statement."""
    return list(Claim.objects.filter(customer_id=customer_id).order_by("-started_at", "-id")[:limit])


def open_claims(*, customer_id: int) -> list[Claim]:
    """The customer's claims that are not over, oldest first."""
    return list(Claim.objects.filter(customer_id=customer_id, state__in=OPEN_STATES).order_by("id"))


def open_claim(*, customer_id: int, scheme: str) -> Claim | None:
    """The customer's open claim for a benefit, of which there can be only one."""
    return (
        Claim.objects.select_related("customer")
        .filter(customer_id=customer_id, scheme=scheme, state__in=OPEN_STATES).first()
    )


def has_claimed(*, customer_id: int, scheme: str) -> bool:
    """Whether they have a claim for a benefit that was not withdrawn."""
    return Claim.objects.filter(customer_id=customer_id, scheme=scheme).exclude(state="withdrawn").exists()


def answers_of(*, claim_id: int) -> dict[str, AnswerGiven]:
    """The latest answer for each fact, and when and how: one statement. None is an optional question left blank."""
    rows = (
        Answer.objects.filter(claim_id=claim_id)
        .order_by("fact", "-id").distinct("fact")
        .values_list("fact", "value", "answered_at", "channel")
    )
    return {fact: AnswerGiven(value, at, channel) for fact, value, at, channel in rows}


def draft_of(*, claim_id: int) -> dict[str, Any]:
    """The latest answer for each fact, as JSON: one statement."""
    return {fact: given.value for fact, given in answers_of(claim_id=claim_id).items()}


def channels_of(*, claim_id: int) -> list[str]:
    """The channels that a claim came through, in the order they were first used."""
    started = Claim.objects.values_list("channel", flat=True).get(id=claim_id)
    answered = (
        Answer.objects.filter(claim_id=claim_id).values("channel").annotate(first=Min("id"))
        .order_by("first").values_list("channel", flat=True)
    )
    return list(dict.fromkeys([started, *answered]))


def parties_of(*, claim_id: int) -> list[ClaimParty]:
    """The people a claim is about, with their records, claimant first."""
    return list(ClaimParty.objects.filter(claim_id=claim_id).select_related("customer").order_by("id"))
