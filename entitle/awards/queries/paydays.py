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


def next_paydays(
    *, as_at: Instant, award_id: int | None = None, claim_id: int | None = None, count: int = 3
) -> list[Payday]:
    """The next payments of an award (or of a claim's latest award) from today on.

    None where there is no award or it is suspended, and only what is left of an ended one. Banks keep the bank holidays
    of England and Wales, so every award's paydays do. Two statements.
    """
    which = {"id": award_id} if award_id is not None else {"claim_id": claim_id}
    found = Award.objects.select_related("customer").annotate(decided_pence=F("decision__pence"))
    award = found.filter(**which).order_by("-id").first()
    if award is None or award.state == "suspended":
        return []
    return list(islice(_paydays(award, london_date(as_at)), count))


def _paydays(award: Any, today: date) -> Iterator[Payday]:
    calendar, amounts = working_days(ENGLAND_AND_WALES), amounts_of(award_id=award.id)
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
                said = and_last(said, last_on=award.ends_on - timedelta(days=1))
            yield Payday(due.due_on, paid_on, pence, said, due.period, not known)
