"""Stopping one award for now: never without a reason, an owner, a notice and a date to look again."""
from __future__ import annotations

from datetime import date

from entitle.awards.lifecycle import SUSPENSION
from entitle.awards.models import Award, Suspension
from entitle.awards.operations.locking import locked, move
from entitle.kernel.periods import Instant


def suspend(
    *, award_id: int, reason: str, owner_user_id: int, notice_sent_at: Instant, review_on: date, from_on: date
) -> Suspension:
    """Stop paying one award, and no other, until it is resumed or ended.

    Raises NotAllowedNow where it is suspended or ended already, and IntegrityError (from the database, so that no other
    way of writing escapes it) without a reason, an owner, a notice, or a review after it starts.
    """
    award = locked(award_id=award_id)
    move(award=award, event="suspended")
    return Suspension.objects.create(
        award=award, reason=reason.strip(), owner_user_id=owner_user_id, notice_sent_at=notice_sent_at,
        review_on=review_on, from_on=from_on,
    )


def move_review(*, award_id: int, review_on: date, owner_user_id: int) -> Suspension:
    """Look again on another date, or by another person. Raises Suspension.DoesNotExist where none is running."""
    award = locked(award_id=award_id)
    suspension = Suspension.objects.get(award=award, state=SUSPENSION.first)
    suspension.review_on, suspension.owner_user_id = review_on, owner_user_id
    suspension.save(update_fields=["review_on", "owner_user"])
    return suspension


def resume(*, award_id: int, on: date) -> Award:
    """Pay again, with what was held back due at once. Raises NotAllowedNow where it is not suspended."""
    award = move(award=locked(award_id=award_id), event="resumed")
    close_suspension(award=award, event="lifted", on=on)
    return award


def close_suspension(*, award: Award, event: str, on: date) -> None:
    """The running suspension of a locked award, if any, is over."""
    for suspension in Suspension.objects.filter(award=award, state=SUSPENSION.first):
        suspension.state = SUSPENSION.after(suspension.state, event)
        suspension.until_on = max(on, suspension.from_on)
        suspension.save(update_fields=["state", "until_on"])
