"""Awards whose next period can be assessed with thousands of others: nothing is new but what was reported of it.

Whatever else became known since the last decision, or has come to be true or stopped being so, an award is left for
assess_period, which gathers all there is, one award at a time.
"""
from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from django.db import connection

from entitle.awards.due_sql import PERIOD_STARTS
from entitle.awards.work_kinds import ASSESS_PERIOD
from entitle.kernel.money import Pence
from entitle.kernel.periods import Instant, Period

_AT_ONCE = 4_096
_TOGETHER = f"""
SELECT award.id, award.customer_id, award.claim_id, begins, ends, last.sequence + 1, last.pence, last.starts_on,
       ((last.facts - %(asked)s::text[]) || reported.facts)::text
FROM awards_award AS award
CROSS JOIN LATERAL (
    SELECT count(DISTINCT from_on)::int AS number, max(from_on) AS before
    FROM awards_awardamount WHERE award_id = award.id
) AS assessed
CROSS JOIN LATERAL (
    SELECT {PERIOD_STARTS.format(number="assessed.number")} AS begins,
           {PERIOD_STARTS.format(number="(assessed.number + 1)")} AS ends OFFSET 0
) AS period
JOIN LATERAL (
    SELECT * FROM decisions_decision WHERE claim_id = award.claim_id ORDER BY sequence DESC LIMIT 1
) AS last ON last.result = 'entitled' AND last.period_from IS NOT DISTINCT FROM assessed.before
CROSS JOIN LATERAL (
    SELECT jsonb_object_agg(fact, value) AS facts, bool_or(value IS NULL) AS unsaid FROM (
        SELECT DISTINCT ON (fact) fact, value, true_from FROM customers_heldfact
        WHERE customer_id = award.customer_id AND fact = ANY(%(asked)s) AND known_at <= %(at)s
          AND true_from <= begins AND (true_to IS NULL OR true_to > begins)
        ORDER BY fact, known_at DESC, id DESC
    ) AS known WHERE true_from = begins
) AS reported
WHERE award.scheme = %(scheme)s AND award.bucket = ANY(%(buckets)s) AND each_period
  AND award.state IN ('open', 'in_payment') AND first_payday - days_after <= %(on)s + 31
  AND CASE WHEN %(by_end)s THEN ends ELSE begins END <= %(on)s AND ends <= COALESCE(award.ends_on, 'infinity'::date)
  AND reported.facts IS NOT NULL AND NOT reported.unsaid
  AND NOT EXISTS (
    SELECT FROM customers_heldfact AS held
    WHERE held.customer_id = award.customer_id AND fact <> ALL(%(asked)s)
      AND (known_at > last.decided_at OR greatest(true_from, true_to) > COALESCE(last.period_from, last.starts_on)))
  AND NOT EXISTS (
    SELECT FROM claims_answer AS answer LEFT JOIN claims_setasked AS asked ON asked.id = answer.asked_in
    WHERE answer.claim_id = award.claim_id AND answered_at > last.decided_at AND asked.period_from IS NULL)
  AND NOT EXISTS (
    SELECT FROM work_workitem WHERE about_kind = 'award' AND about_id = award.id AND kind = %(work)s
      AND state NOT IN ('done', 'cancelled'))
ORDER BY begins, award.id
"""


class ToAssess(NamedTuple):
    """An award, the period to assess, and the facts for it as the database writes them: JSON. `last_pence` is what was
    last decided, `sequence` what this decision will be."""

    award_id: int
    customer_id: int
    claim_id: int
    begins: date
    ends: date
    sequence: int
    last_pence: Pence
    starts_on: date
    facts: str

    @property
    def period(self) -> Period:
        return Period(self.begins, self.ends)


def to_assess_together(
    *, scheme: str, buckets: Collection[int], asked: Collection[str], on: date, by_end: bool, as_at: Instant
) -> Iterator[list[ToAssess]]:
    """Those in some buckets, by their periods: one statement, and some thousands of one period at a time. `asked` are
    the facts reported of each period."""
    with connection.cursor() as cursor:
        cursor.execute(_TOGETHER, {"scheme": scheme, "buckets": list(buckets), "asked": list(asked), "on": on,
                                   "at": as_at, "by_end": by_end, "work": ASSESS_PERIOD})
        while some := cursor.fetchmany(_AT_ONCE):
            for _, together in groupby(map(ToAssess._make, some), key=attrgetter("begins", "ends")):
                yield list(together)
