"""The assessment periods of an award: which are over and not yet assessed, and what each was decided to pay."""
from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db import connection

from entitle.awards.arithmetic import due_after
from entitle.awards.due_sql import PERIOD_STARTS
from entitle.awards.models import Award, AwardAmount
from entitle.kernel.assessment_periods import number_on, period_of
from entitle.kernel.periods import Period

_TO_ASSESS = f"""
SELECT award.code, assessed.number
FROM awards_award AS award
CROSS JOIN LATERAL (
    SELECT count(DISTINCT from_on)::int AS number FROM awards_awardamount WHERE award_id = award.id
) AS assessed
CROSS JOIN LATERAL (
    SELECT {PERIOD_STARTS.format(number="assessed.number")} AS begins,
           {PERIOD_STARTS.format(number="(assessed.number + 1)")} AS ends
) AS period
WHERE scheme = %(scheme)s AND each_period AND first_payday - days_after <= %(on)s + 31
  AND CASE WHEN %(by_end)s THEN ends ELSE begins END <= %(on)s AND ends <= COALESCE(ends_on, 'infinity'::date)
ORDER BY award.id
"""


def to_assess(*, scheme: str, on: date, by_end: bool) -> Iterator[str]:
    """The codes of awards whose next period can be assessed on a day: once it is over (`by_end`), or once it begins."""
    with connection.cursor() as cursor:
        cursor.execute(_TO_ASSESS, {"scheme": scheme, "on": on, "by_end": by_end})
        while rows := cursor.fetchmany(1_000):
            yield from (code for code, _ in rows)


def next_period(*, award: Award) -> Period | None:
    """The first of an award's periods that is not assessed. Periods are assessed in order, each after the one before.

    None where the award ends before that period does.
    """
    assert award.cycle_months is not None, "only an award of months has assessment periods"
    number = AwardAmount.objects.filter(award=award).values("from_on").distinct().count()
    period = period_of(award.starts_on, number, months=award.cycle_months)
    return None if award.ends_on is not None and (period.end is None or period.end > award.ends_on) else period


def period_starting(*, award: Award, on: date) -> Period | None:
    """The period of an award of months that starts on a date; None where none does."""
    assert award.cycle_months is not None, "only an award of months has assessment periods"
    number = number_on(award.starts_on, on, months=award.cycle_months)
    period = period_of(award.starts_on, number, months=award.cycle_months)
    return period if number >= 0 and period.start == on else None


def payday_of(*, award: Award, period: Period) -> date:
    """The day that a period of an award of months is due to be paid, before any move to a working day."""
    return due_after(period, award.days_after or 0)


def amount_of_period(*, award: Award, starts_on: date) -> AwardAmount | None:
    """What was last decided for one period, with its decision; None while it is not assessed."""
    found = AwardAmount.objects.filter(award=award, from_on=starts_on).select_related("decision")
    return found.order_by("-id").first()
