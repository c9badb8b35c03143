"""What many awards pay for the periods that were assessed together."""
from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import connection

from entitle.kernel.money import Pence
from entitle.kernel.periods import Instant

_PAY = """
INSERT INTO awards_awardamount (award_id, from_on, pence, decision_id, made_at)
SELECT award_id, from_on, pence, decision_id, %(at)s
FROM unnest(%(awards)s::bigint[], %(from_ons)s::date[], %(pence)s::bigint[], %(decisions)s::bigint[])
    AS paid (award_id, from_on, pence, decision_id)
"""


def pay_periods(*, paid: Sequence[tuple[int, date, Pence, int]], as_at: Instant) -> None:
    """What each award pays for the period that starts on a date, by its decision: award, date, pence, decision."""
    awards, from_ons, pence, decisions = ([row[column] for row in paid] for column in range(4))
    with connection.cursor() as cursor:
        cursor.execute(_PAY, {"awards": awards, "from_ons": from_ons, "pence": pence, "decisions": decisions,
                              "at": as_at})
