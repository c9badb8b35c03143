"""The arithmetic of arithmetic.py as one SQL statement, for whoever pays the whole caseload at once.

Parameters: %(buckets)s (a list), %(scheme)s (null: of all), %(since)s (or null) and %(until)s: paydays from `since` to
`until`, both counted. Columns: award_id, customer_id, scheme, state, period_start, period_end (the day after the last),
due_on, pence. Pence is null, never a guess, where some of the days have no amount. Where each period is assessed first,
one that is not yet is not due.

Each award's amounts are looked up by its key (OFFSET 0 has it so): a bucket is a small part of a large table, and a
plan that reads all of it for every bucket takes four times as long for a caseload twice the size.

Awards that are suspended are not due. Nor are those ended by a death, whose last days are owed to an estate: that is
for a person to see to (queries.periods_due gives them).

OFFSET 0 has the days of a period worked out once, and not wherever they are read.
"""
from __future__ import annotations

_DUE_WEEKS = """
WITH award AS (
    SELECT id, customer_id, scheme, state, starts_on, first_payday, cycle_weeks * 7 AS cycle_days,
           COALESCE(ends_on, 'infinity'::date) AS ends_on
    FROM awards_award
    WHERE bucket = ANY(%(buckets)s) AND (%(scheme)s::text IS NULL OR scheme = %(scheme)s)
      AND state <> 'suspended' AND end_reason <> 'death'
      AND cycle_weeks IS NOT NULL AND first_payday <= %(until)s
), due AS (
    SELECT award.*, payday.due_on,
           CASE WHEN payday.due_on = first_payday THEN starts_on
                ELSE payday.due_on - cycle_days + 1 END AS period_start,
           LEAST(payday.due_on + 1, ends_on) AS period_end
    FROM award, LATERAL (
        SELECT first_payday + n * cycle_days AS due_on
        FROM generate_series(
            GREATEST(0, (COALESCE(%(since)s::date, first_payday) - first_payday) / cycle_days),
            (%(until)s::date - first_payday) / cycle_days
        ) AS n
    ) AS payday
    WHERE payday.due_on >= COALESCE(%(since)s::date, first_payday)
), latest AS (
    SELECT DISTINCT ON (paid.id, amount.from_on) paid.id AS award_id, amount.from_on, amount.pence
    FROM (SELECT DISTINCT id FROM due) AS paid
    CROSS JOIN LATERAL (SELECT * FROM awards_awardamount WHERE award_id = paid.id OFFSET 0) AS amount
    ORDER BY paid.id, amount.from_on, amount.id DESC
), rate AS (
    SELECT award_id, from_on, pence,
           LEAD(from_on, 1, 'infinity'::date) OVER (PARTITION BY award_id ORDER BY from_on) AS until_on
    FROM latest
), part AS (
    SELECT due.id, due.customer_id, due.scheme, due.state, due.period_start, due.period_end, due.due_on,
           rate.pence,
           LEAST(period_end, until_on) - GREATEST(period_start, from_on) AS days,
           (7 + (first_payday + 1 - GREATEST(period_start, from_on)) %% 7) %% 7 AS days_to_a_new_week
    FROM due LEFT JOIN rate ON rate.award_id = due.id AND rate.from_on < period_end AND rate.until_on > period_start
    WHERE period_end > period_start
), split AS (
    SELECT part.*, LEAST(days, days_to_a_new_week) AS head, days - LEAST(days, days_to_a_new_week) AS rest FROM part
)
SELECT id AS award_id, customer_id, scheme, state, period_start, period_end, due_on,
       CASE WHEN SUM(days) = period_end - period_start THEN SUM(
           (2 * pence * head + 7) / 14 + pence * (rest / 7) + (2 * pence * (rest %% 7) + 7) / 14
       )::bigint END AS pence
FROM split
GROUP BY id, customer_id, scheme, state, period_start, period_end, due_on
"""

# The first day of a period by its number, as in kernel/assessment_periods.py (SI 2013/376 reg 21).
PERIOD_STARTS = """CASE WHEN {number} > 0 AND EXTRACT(DAY FROM starts_on) IN (29, 30)
                  AND EXTRACT(MONTH FROM starts_on + make_interval(months => {number} * cycle_months)) = 2
             THEN (starts_on + make_interval(months => {number} * cycle_months))::date - 1
             ELSE (starts_on + make_interval(months => {number} * cycle_months))::date END"""
# The number of the period that begins in the month of a day, or in the month before or after it.
PERIOD_NUMBER = """((EXTRACT(YEAR FROM {on}) - EXTRACT(YEAR FROM starts_on)) * 12
                    + EXTRACT(MONTH FROM {on}) - EXTRACT(MONTH FROM starts_on))::int / cycle_months"""
_BEGINS, _ENDS = PERIOD_STARTS.format(number="number"), PERIOD_STARTS.format(number="(number + 1)")
_SINCE = PERIOD_NUMBER.format(on="(COALESCE(%(since)s::date, starts_on) - days_after)")
_UNTIL = PERIOD_NUMBER.format(on="%(until)s::date")

_DUE_MONTHS = f"""
SELECT award.id AS award_id, customer_id, scheme, state, period_start, period_end, due_on, amount.pence
FROM awards_award AS award
CROSS JOIN LATERAL generate_series(GREATEST(0, {_SINCE} - 2), {_UNTIL}) AS number
CROSS JOIN LATERAL (SELECT {_BEGINS} AS period_start, {_ENDS} AS period_end OFFSET 0) AS period
CROSS JOIN LATERAL (SELECT period_end - 1 + days_after AS due_on) AS payday
LEFT JOIN LATERAL (
    SELECT from_on, pence FROM awards_awardamount
    WHERE award_id = award.id AND from_on <= period_start ORDER BY from_on DESC, id DESC LIMIT 1
) AS amount ON true
WHERE bucket = ANY(%(buckets)s) AND (%(scheme)s::text IS NULL OR scheme = %(scheme)s)
  AND state <> 'suspended' AND end_reason <> 'death'
  AND cycle_months IS NOT NULL AND first_payday <= %(until)s
  AND due_on BETWEEN COALESCE(%(since)s::date, first_payday) AND %(until)s
  AND period_end <= COALESCE(ends_on, 'infinity'::date)
  AND (NOT each_period OR amount.from_on = period_start)
"""

DUE_PERIODS = f"SELECT * FROM ({_DUE_WEEKS}) AS by_weeks UNION ALL SELECT * FROM ({_DUE_MONTHS}) AS by_months"
