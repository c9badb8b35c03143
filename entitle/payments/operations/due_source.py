"""Which periods to pay: those whose payday is the run's, set-based; and those that an award fell behind with.

An award falls behind when a payday of its own went by unpaid: it was decided late, or was suspended, or the run of its
day was lost. Every run pays what is behind before it, so it is enough to look at the payday before this run: if that
one was paid, so were all the others.
"""
from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from entitle.awards.models import Award
from entitle.awards.queries import DUE_PERIODS, PERIOD_NUMBER, PERIOD_STARTS, periods_due
from entitle.payments.models import PayRun
from entitle.payments.reasons import REGULAR

_BEHIND = """
SELECT award.id, award.customer_id, award.scheme, award.state
FROM awards_award AS award JOIN customers_customer AS customer ON customer.id = award.customer_id
CROSS JOIN LATERAL (
    SELECT LEAST(
        (%(pay_on)s::date - 1 - first_payday) / (cycle_weeks * 7),
        CASE WHEN ends_on > first_payday + 1 THEN (ends_on - first_payday - 2) / (cycle_weeks * 7) + 1
             WHEN ends_on IS NOT NULL THEN 0 END
    ) AS number
) AS last
WHERE award.bucket = ANY(%(buckets)s) AND award.state <> 'suspended'
  AND award.end_reason <> 'death' AND customer.died_on IS NULL AND award.cycle_weeks IS NOT NULL
  AND award.first_payday < %(pay_on)s AND award.starts_on < COALESCE(award.ends_on, 'infinity'::date)
  AND (
    SELECT 1 FROM payments_payment AS payment
    WHERE payment.award_id = award.id AND payment.reason = %(reason)s AND payment.period_start =
        CASE WHEN last.number = 0 THEN starts_on ELSE first_payday + 1 + (last.number - 1) * cycle_weeks * 7 END
  ) IS NULL
ORDER BY award.id
"""
_STARTS = PERIOD_STARTS.format(number="number")
_ENDS = PERIOD_STARTS.format(number="(number + 1)")
_BEHIND_IN_MONTHS = f"""
SELECT award.id, award.customer_id, award.scheme, award.state
FROM awards_award AS award JOIN customers_customer AS customer ON customer.id = award.customer_id
CROSS JOIN LATERAL (
    SELECT {_STARTS} AS period_start
    FROM generate_series(0, {PERIOD_NUMBER.format(on="LEAST(%(pay_on)s::date, ends_on)")}) AS number
    WHERE {_ENDS} - 1 + days_after < %(pay_on)s
      AND {_ENDS} <= COALESCE(ends_on, 'infinity'::date)
      AND (NOT each_period OR EXISTS (
        SELECT FROM awards_awardamount AS amount
        WHERE amount.award_id = award.id AND amount.pence > 0 AND amount.from_on = {_STARTS}
      ))
    ORDER BY number DESC LIMIT 1
) AS last
WHERE award.bucket = ANY(%(buckets)s) AND award.state <> 'suspended'
  AND award.end_reason <> 'death' AND customer.died_on IS NULL AND award.cycle_months IS NOT NULL
  AND award.first_payday < %(pay_on)s
  AND (
    SELECT 1 FROM payments_payment AS payment
    WHERE payment.award_id = award.id AND payment.reason = %(reason)s AND payment.period_start = last.period_start
  ) IS NULL
ORDER BY award.id
"""
# What a change back in time found to be paid too little, and is not made good yet; not of a suspended award, nor to
# anyone who died: that is their estate's.
_ARREARS = """
SELECT c.reason, c.award_id, c.customer_id, c.scheme, award.state, c.period_start, c.period_end, %(pay_on)s,
       c.now_pence - c.was_pence - c.set_off_pence
FROM payments_correction AS c JOIN awards_award AS award ON award.id = c.award_id
WHERE award.bucket = ANY(%(buckets)s) AND award.state <> 'suspended' AND award.end_reason <> 'death'
  AND c.now_pence > c.was_pence + c.set_off_pence
  AND NOT EXISTS (SELECT FROM payments_payment AS p WHERE p.award_id = c.award_id AND p.reason = c.reason
                  AND p.period_start = c.period_start)
"""
_LATE = """SELECT %(reason)s, late.*
    FROM unnest(%(award_ids)s::bigint[], %(customer_ids)s::bigint[], %(schemes)s::text[], %(states)s::text[],
    %(period_starts)s::date[], %(period_ends)s::date[], %(due_ons)s::date[], %(pences)s::bigint[])
    AS late (award_id, customer_id, scheme, state, period_start, period_end, due_on, pence)"""
_NAMES = ("award_ids", "customer_ids", "schemes", "states", "period_starts", "period_ends", "due_ons", "pences")
_ON_TIME = f"SELECT %(reason)s AS reason, regular.* FROM ({DUE_PERIODS}) AS regular UNION ALL {_ARREARS}"


@dataclass(frozen=True)
class DueSource:
    """SQL that gives reason, award_id, customer_id, scheme, state, period_start, period_end, due_on and pence, and its
    parameters."""

    sql: str
    parameters: Mapping[str, Any]


def to_pay(*, run: PayRun, buckets: Sequence[int]) -> DueSource:
    """The periods in some buckets whose payday this run pays, those of paydays gone by of awards that fell behind, and
    arrears of periods paid too little."""
    on_time = {"buckets": list(buckets), "scheme": None, "since": run.pay_on, "until": run.due_until,
               "pay_on": run.pay_on, "reason": REGULAR}
    late = _behind(run, buckets)
    if not late:
        return DueSource(_ON_TIME, on_time)
    columns = map(list, zip(*late, strict=True))
    return DueSource(f"{_ON_TIME} UNION ALL {_LATE}", {**on_time, **dict(zip(_NAMES, columns, strict=True))})


def all_schemes() -> list[str]:
    """The schemes that have awards at all."""
    return sorted(Award.objects.order_by("scheme").distinct("scheme").values_list("scheme", flat=True))


def schemes_in(*, buckets: Sequence[int]) -> list[str]:
    """The schemes that have awards in some buckets."""
    found = Award.objects.filter(bucket__in=buckets).order_by("scheme").distinct("scheme")
    return list(found.values_list("scheme", flat=True))


def _behind(run: PayRun, buckets: Sequence[int]) -> list[tuple[Any, ...]]:
    """The periods that awards fell behind with: none, as is usual."""
    found: list[tuple[Any, ...]] = []
    with connection.cursor() as cursor:
        for late in (_BEHIND, _BEHIND_IN_MONTHS):
            cursor.execute(late, {"buckets": list(buckets), "pay_on": run.pay_on, "reason": REGULAR})
            found += [row for award in cursor.fetchall() for row in _late(run, *award)]
    return found


def _late(run: PayRun, award_id: int, customer_id: int, scheme: str, state: str) -> Iterator[tuple[Any, ...]]:
    for due in periods_due(award_id=award_id, until=run.due_until):
        if due.due_on < run.pay_on:
            yield award_id, customer_id, scheme, state, due.period.start, due.period.end, due.due_on, due.pence
