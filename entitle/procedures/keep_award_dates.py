"""The dates that the rules gave an award when it was decided: it ends on one, and is looked at again before it."""

from __future__ import annotations

from django.db import transaction

from entitle.awards import operations as awards
from entitle.awards import queries
from entitle.awards.work_kinds import REVIEW
from entitle.history import operations as history
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import SYSTEM, Reference
from entitle.work import operations as work


def keep_award_dates(*, as_at: Instant) -> tuple[int, int]:
    """End every award that is over, and open the work to look again at each whose day has come.

    An award at a time, so that one stopped in the middle and run again does the rest, each once. Nothing is paid for
    the days after an end whether or not this was run; a suspended award waits for a person. Returns how many of each.
    """
    today = london_date(as_at)
    ended = sum(_end(award_id, as_at) for award_id in queries.over(on=today))
    return ended, sum(_review(award_id, as_at) for award_id in queries.to_review(on=today))


def _end(award_id: int, as_at: Instant) -> bool:
    with transaction.atomic():
        award = awards.end_if_over(award_id=award_id, as_at=as_at)
        if award is None:
            return False
        history.write(code="award.ended", about=Reference("award", award.id), customer_id=award.customer_id, by=SYSTEM,
                      at=as_at, reason=award.end_reason)
    return True


def _review(award_id: int, as_at: Instant) -> bool:
    with transaction.atomic():
        award = awards.take_up_review(award_id=award_id, as_at=as_at)
        if award is None:
            return False
        work.open(kind=REVIEW, about=Reference("award", award.id), customer_id=award.customer_id, scheme=award.scheme,
                  origin_at=as_at, as_at=as_at, note=f"it ends on {award.ends_on}")
    return True
