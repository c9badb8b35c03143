"""What many awards pay for the period that they were assessed for together."""
from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import connection

from entitle.kernel.mass_rows import MassRows, day, instant, whole
from entitle.kernel.money import Pence
from entitle.kernel.periods import Instant


def pay_periods(
    *, awards: Sequence[int], starts_on: date, pence: Sequence[Pence], decisions: Sequence[int], as_at: Instant
) -> None:
    """What each award pays for the period that starts on a date, by its decision: ids and pence, award by award."""
    with connection.cursor() as cursor:
        MassRows("awards_awardamount", len(awards), {
            "award_id": whole(awards), "from_on": day(starts_on), "pence": whole(pence),
            "decision_id": whole(decisions), "made_at": instant(as_at)}).put_in(cursor)
