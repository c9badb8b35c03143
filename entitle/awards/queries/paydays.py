"""The next paydays of an award, and why they are when they are."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Any

from django.db.models import F

from entitle.awards import arithmetic
from entitle.awards.arithmetic import Rate
from entitle.awards.lifecycle import PERIOD_OVER
from entitle.awards.models import Award
from entitle.awards.payday_words import and_last, why, why_month
from entitle.awards.queries.due import amounts_of, cycle_of, is_assessed
from entitle.kernel.money import Pence
from entitle.kernel.periods import Instant, Period, london_date
from entitle.kernel.words import Words
from entitle.kernel.working_days import ENGLAND_AND_WALES, working_days

NINO = "person.nino"
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Payday:
    """A payment to come: when it is due, the working day that it is made, how much, for what, and why that day.

    Of a period that is yet to be assessed, `pence` is what was last decided, and `why` says that it may change.
    """

    due_on: date
    paid_on: date
    pence: Pence
    why: Words
    period: Period
    is_estimate: bool = False


@dataclass(frozen=True)
class Schedule:
    """All that is to be paid of an award: the next paydays, what is paid from each day on which that changes, and what
    its paydays before today came to, for the days up to and including `owed_up_to` (None where there was none).
    """

    paydays: list[Payday]
    amounts: list[Rate]
    owed_pence: Pence = 0
    owed_up_to: date | None = None


def schedule_of(*, claim_id: int, as_at: Instant, count: int = 3) -> Schedule:
    """What a new award of a claim has to pay, of which nothing was paid yet. Empty where there is none. Two statements.
    """
    award = _latest(claim_id=claim_id)
    if award is None:
        return Schedule([], [])
    calendar, amounts, today = working_days(ENGLAND_AND_WALES), amounts_of(award_id=award.id), london_date(as_at)
    over = [due for due in arithmetic.periods_due(cycle=cycle_of(award=award), until=today)
            if calendar.on_or_before(due.due_on) < today and is_assessed(award=award, amounts=amounts,
                                                                         period=due.period)]
    return Schedule(
        paydays=list(islice(_paydays(award, amounts, today), count)), amounts=arithmetic.in_force(amounts=amounts),
        owed_pence=sum(arithmetic.pence_for(period=due.period, amounts=amounts, weekday=award.weekday) for due in over),
        owed_up_to=over[-1].period.end - _ONE_DAY if over and over[-1].period.end else None,
    )


def next_paydays(
    *, as_at: Instant, award_id: int | None = None, claim_id: int | None = None, count: int = 3
) -> list[Payday]:
    """The next payments of an award (or of a claim's latest award) from today on.

    None where there is no award or it is suspended, and only what is left of an ended one. Banks keep the bank holidays
    of England and Wales, so every award's paydays do. Two statements.
    """
    award = _latest(id=award_id) if award_id is not None else _latest(claim_id=claim_id)
    if award is None or award.state == "suspended":
        return []
    return list(islice(_paydays(award, amounts_of(award_id=award.id), london_date(as_at)), count))


def _latest(**which: Any) -> Award | None:
    found = Award.objects.select_related("customer").annotate(decided_pence=F("decision__pence"))
    return found.filter(**which).order_by("-id").first()


def _paydays(award: Any, amounts: list[Rate], today: date) -> Iterator[Payday]:
    calendar = working_days(ENGLAND_AND_WALES)
    nino = award.customer.nino if NINO in award.basis.get("weekday_read", ()) else None
    for due in arithmetic.periods(cycle=cycle_of(award=award)):
        if due.due_on < today:
            continue
        paid_on = calendar.on_or_before(due.due_on)
        if paid_on >= today:
            known = is_assessed(award=award, amounts=amounts, period=due.period)
            known_or_last = amounts or [Rate(award.starts_on, award.decided_pence or 0)]
            pence = arithmetic.pence_for(period=due.period, amounts=known_or_last, weekday=award.weekday)
            said = (why_month(period=due.period, due_on=due.due_on, paid_on=paid_on, is_estimate=not known)
                    if award.cycle_months else why(due_on=due.due_on, paid_on=paid_on, nino=nino))
            if due.period.end == award.ends_on and award.end_reason == PERIOD_OVER:
                said = and_last(said, last_on=award.ends_on - _ONE_DAY)
            yield Payday(due.due_on, paid_on, pence, said, due.period, not known)
