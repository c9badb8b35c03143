"""A period of an award of months becomes payable once it is assessed: one amount, for that period alone."""
from __future__ import annotations

from datetime import date

from entitle.awards.models import Award, AwardAmount
from entitle.kernel.money import Pence
from entitle.kernel.periods import Instant


def hold(*, award_code: str) -> Award | None:
    """The award, held until the transaction ends; None where there is none."""
    return Award.objects.select_for_update(of=("self",)).select_related("customer", "claim__customer").filter(
        code=award_code).first()


def pay_period(*, award: Award, starts_on: date, pence: Pence, decision_id: int, as_at: Instant) -> AwardAmount:
    """What a held award pays for the period that starts on a date. The caller has seen that it had none."""
    return AwardAmount.objects.create(
        award=award, from_on=starts_on, pence=pence, decision_id=decision_id, made_at=as_at
    )
