"""Awards by code and by customer."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models import F

from entitle.awards.arithmetic import NoAmountForDate, Rate, rate_on
from entitle.awards.lifecycle import AWARD, LIVE_STATES, PAID, SUSPENSION
from entitle.awards.models import Award, AwardAmount, Suspension
from entitle.kernel.money import Pence

_LIVE_SCHEMES = "select scheme from awards_award where customer_id = %s and state = any(%s) order by scheme"


@dataclass(frozen=True)
class AwardAtAGlance:
    """An award as one line of the customer's record. `pence` is today's, or the first to come (or, while no period is
    assessed, what was decided); `suspension` the
    running one, with its reason, owner and review date."""

    award: Award
    pence: Pence
    suspension: Suspension | None


def get(*, code: str) -> Award:
    """The award with its customer and claim. Raises Award.DoesNotExist."""
    return Award.objects.select_related("customer", "claim").get(code=code)


def code_of(*, award_id: int) -> str:
    """The public code of an award. Raises Award.DoesNotExist."""
    return Award.objects.values_list("code", flat=True).get(id=award_id)


def live(*, customer_id: int, scheme: str) -> Award | None:
    """The customer's live award of a benefit, if there is one."""
    return Award.objects.filter(customer_id=customer_id, scheme=scheme, state__in=LIVE_STATES).first()


def live_of_claim(*, claim_id: int) -> Award | None:
    """The live award that a claim led to, if there is one."""
    return Award.objects.filter(claim_id=claim_id, state__in=LIVE_STATES).order_by("-id").first()


def in_payment_of_claim(*, claim_id: int) -> Award | None:
    """The award that a claim led to, where it is being paid."""
    return Award.objects.filter(claim_id=claim_id, state=PAID).first()


def waits_for_first_payment(*, claim_id: int) -> bool:
    """Whether a claim led to an award of which nothing was paid yet."""
    return Award.objects.filter(claim_id=claim_id, state=AWARD.first).exists()


def had_before(*, customer_ids: Collection[int], besides_claim: int) -> bool:
    """Whether any of these people ever had an award of any benefit, on another claim than this."""
    return Award.objects.filter(customer_id__in=customer_ids).exclude(claim_id=besides_claim).exists()


def schemes_of(*, customer_id: int) -> list[str]:
    """The schemes that the customer has a live award of, by name."""
    with connection.cursor() as cursor:
        cursor.execute(_LIVE_SCHEMES, [customer_id, list(LIVE_STATES)])
        return [scheme for scheme, in cursor.fetchall()]


def of_customer(*, customer_id: int, on: date) -> list[AwardAtAGlance]:
    """A customer's awards, newest first: three statements however many."""
    awards = list(Award.objects.filter(customer_id=customer_id).annotate(decided_pence=F("decision__pence"))
                  .order_by("-starts_on", "-id"))
    numbers = [award.id for award in awards]
    amounts: dict[int, list[Rate]] = defaultdict(list)
    for row in AwardAmount.objects.filter(award_id__in=numbers).order_by("id"):
        amounts[row.award_id].append(Rate(row.from_on, row.pence))
    running = {s.award_id: s for s in Suspension.objects.filter(award_id__in=numbers, state=SUSPENSION.first)}
    return [
        AwardAtAGlance(award, _rate(amounts[award.id] or [Rate(award.starts_on, award.decided_pence or 0)], on),
                       running.get(award.id))
        for award in awards
    ]


def schemes_awarded() -> list[str]:
    """The schemes that anyone has a live award of, by name."""
    live_ones = Award.objects.filter(state__in=LIVE_STATES).order_by("scheme").distinct("scheme")
    return list(live_ones.values_list("scheme", flat=True))


def _rate(amounts: list[Rate], on: date) -> Pence:
    try:
        return rate_on(on=on, amounts=amounts)
    except NoAmountForDate:
        return min(amounts, key=lambda amount: amount.from_on).pence
