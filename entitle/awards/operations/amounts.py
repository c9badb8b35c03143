"""Amounts change by adding a row, never by rewriting one."""
from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from entitle.awards.arithmetic import Rate, rate_on, takes_effect_on
from entitle.awards.lifecycle import LIVE_STATES
from entitle.awards.models import Award, AwardAmount
from entitle.awards.operations.locking import locked
from entitle.kernel.lifecycle import NotAllowedNow
from entitle.kernel.money import Pence
from entitle.kernel.periods import Instant, london_date


@dataclass(frozen=True)
class AmountChange:
    """A new amount for an award from a date; no decision where the law changed it for everyone."""

    award_id: int
    change_on: date
    pence: Pence
    decision_id: int | None = None


def change_amount(
    *, award_id: int, change_on: date, pence: Pence, decision_id: int | None, as_at: Instant
) -> AwardAmount:
    """Pay a new amount from the first benefit week, or period of months, on or after a date (from the start, if the
    date is before it).

    Doing it twice for one decision is doing it once. Raises NotAllowedNow for an award that has ended.
    """
    award = locked(award_id=award_id)
    if award.state not in LIVE_STATES:
        raise NotAllowedNow(f"{award.code} has ended, so its amount cannot change")
    from_on = _from_on(change_on, award)
    made = AwardAmount.objects.filter(award=award, from_on=from_on, decision=decision_id).first()
    return made or AwardAmount.objects.create(
        award=award, from_on=from_on, decision_id=decision_id, pence=pence, made_at=as_at
    )


def change_amounts(*, changes: Collection[AmountChange], as_at: Instant) -> int:
    """Many at once, two statements however many. Ended awards are left alone, and what is already there stays.

    Returns how many live awards there were among them. Run again, it changes nothing more.
    """
    awards = Award.objects.filter(state__in=LIVE_STATES).in_bulk({change.award_id for change in changes})
    AwardAmount.objects.bulk_create(
        (
            AwardAmount(
                award_id=change.award_id, pence=change.pence, decision_id=change.decision_id,
                made_at=as_at, from_on=_from_on(change.change_on, awards[change.award_id]),
            )
            for change in changes if change.award_id in awards
        ),
        ignore_conflicts=True,
    )
    return len(awards)


def restate(*, award: Award, schedule: Sequence[Rate], decision_id: int, as_at: Instant) -> None:
    """A decision says afresh what an award pays, from its start: one row for each date that it, or an earlier row made
    to begin by today, begins on. Of rows that begin later, an uprating's stand, and what a decision said is unsaid.

    `schedule` is in date order, its first date the award's start or before. Raises NoAmountForDate otherwise.
    """
    rows = AwardAmount.objects.filter(award=award)
    begun = rows.filter(from_on__lte=london_date(as_at)).values_list("from_on", flat=True)
    to_come = rows.filter(from_on__gt=london_date(as_at))
    uprated = [Rate(*row) for row in to_come.filter(decision=None).order_by("id").values_list("from_on", "pence")]
    unsaid = to_come.filter(decision__isnull=False).values_list("from_on", flat=True)
    aligned = [Rate(_from_on(each.from_on, award), each.pence) for each in schedule]
    said = {award.starts_on, *begun, *(each.from_on for each in aligned)}
    AwardAmount.objects.bulk_create(
        AwardAmount(award=award, from_on=on, decision_id=decision_id, made_at=as_at,
                    pence=rate_on(on=on, amounts=aligned if on in said else [*aligned, *uprated]))
        for on in sorted({*said, *unsaid})
    )


def restate_periods(*, award: Award, first_id: int, pence: Pence, decision_id: int, as_at: Instant) -> None:
    """A decision about a period, where each is assessed, is decided afresh: that period pays the new amount."""
    about = AwardAmount.objects.filter(award=award, decision=first_id).values_list("from_on", flat=True)
    AwardAmount.objects.bulk_create(
        AwardAmount(award=award, from_on=on, decision_id=decision_id, made_at=as_at, pence=pence)
        for on in sorted(set(about))
    )


def _from_on(change_on: date, award: Award) -> date:
    return takes_effect_on(change_on=change_on, starts_on=award.starts_on, weekday=award.weekday,
                           cycle_months=award.cycle_months or 0)
