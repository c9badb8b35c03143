"""What a change of law for everyone needs of each live award."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from entitle.awards.arithmetic import Rate, rate_on, takes_effect_on
from entitle.awards.lifecycle import LIVE_STATES
from entitle.awards.models import Award, AwardAmount
from entitle.kernel.money import Pence


@dataclass(frozen=True)
class LiveAward:
    """A live award and the facts (as stored) that its latest decision was made on.

    `effective_on` is the first day that the change counts from; `paid` what is paid up to then, `paid_from` from then
    as amounts stand. Where each period is assessed, both are what was decided last.
    """

    id: int
    code: str
    customer_id: int
    starts_on: date
    cycle_months: int
    each_period: bool
    effective_on: date
    paid: Pence
    paid_from: Pence
    facts: dict[str, Any]
    weekday: int | None = None
    ends_on: date | None = None
    amounts: tuple[Rate, ...] = ()

    @property
    def paid_day(self) -> date:
        """The day that the last of the old amount's weeks is worked out for: its first, or the award's."""
        return max(self.effective_on - timedelta(weeks=1), self.starts_on)

    def is_paid(self, pence: Pence, *, from_on: date, uprated: Pence) -> bool:
        """Whether its amounts, uprated, pay so much for the first benefit week on or after a day."""
        on = takes_effect_on(change_on=from_on, starts_on=self.starts_on, weekday=self.weekday,
                             cycle_months=self.cycle_months)
        return rate_on(on=on, amounts=(Rate(self.effective_on, uprated), *self.amounts)) == pence


def live_in_bucket(*, scheme: str, bucket: int, change_on: date, hold: bool = False) -> list[LiveAward]:
    """Every live award of a scheme in a bucket that starts before a change of law and is not over by it. Two
    statements.

    Those that start later were decided by the new law. With `hold`, they are held until the transaction ends.
    """
    awards = Award.objects.filter(scheme=scheme, bucket=bucket, state__in=LIVE_STATES, starts_on__lt=change_on)
    awards = awards.filter(Q(ends_on=None) | Q(ends_on__gt=change_on))
    if hold:
        list(awards.select_for_update().order_by("id").values_list("id", flat=True))
    latest = AwardAmount.objects.filter(award=OuterRef("id"), decision__isnull=False).order_by("-id")
    rows = awards.annotate(
        decided_on=Coalesce(Subquery(latest.values("decision__facts")[:1]), "decision__facts"),
        decided_pence=Coalesce(Subquery(latest.values("decision__pence")[:1]), "decision__pence"),
    ).order_by("id")
    amounts: dict[int, list[Rate]] = defaultdict(list)
    found = AwardAmount.objects.filter(award__in=awards).order_by("id")
    for award_id, from_on, pence in found.values_list("award_id", "from_on", "pence").iterator(chunk_size=10_000):
        amounts[award_id].append(Rate(from_on, pence))
    return [_live(row, amounts[row["id"]], change_on) for row in rows.values(
        "id", "code", "customer_id", "starts_on", "weekday", "cycle_months", "each_period", "ends_on",
        "decided_on", "decided_pence")]


def _live(row: Mapping[str, Any], amounts: list[Rate], change_on: date) -> LiveAward:
    months = row["cycle_months"] or 0
    effective_on = takes_effect_on(
        change_on=change_on, starts_on=row["starts_on"], weekday=row["weekday"], cycle_months=months)
    paid = paid_from = row["decided_pence"]
    if not row["each_period"]:
        paid = rate_on(on=effective_on - timedelta(days=1), amounts=amounts)
        paid_from = rate_on(on=effective_on, amounts=amounts)
    return LiveAward(
        id=row["id"], code=row["code"], customer_id=row["customer_id"], starts_on=row["starts_on"],
        cycle_months=months, each_period=row["each_period"], effective_on=effective_on, paid=paid,
        paid_from=paid_from, facts=row["decided_on"], weekday=row["weekday"], ends_on=row["ends_on"],
        amounts=tuple(amounts),
    )
