"""Bank statements, each kept once, every line with what of ours it is about."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.db import connection

from entitle.kernel.periods import Instant
from entitle.payments.models import BankStatement
from entitle.payments.operations.answers import ReportDisagrees
from entitle.payments.reasons import NotOurReference, PaymentKey, read_reference

FUNDING = "funding"
_STAGE = """
DROP TABLE IF EXISTS pg_temp.told;
CREATE TEMPORARY TABLE told (
    number int, booked_on date, pence bigint, reference text, bank_reference text, kind text,
    award_id bigint, period_start date, reason text, attempt smallint
) ON COMMIT DROP
"""
_COPY = """COPY told (number, booked_on, pence, reference, bank_reference, kind, award_id, period_start, reason,
           attempt) FROM STDIN"""
# A file leaves the account whole, by its code or the bank's own name for it; or payment by payment. What somebody paid
# back is known by the bank's name for it.
_KEEP = """
INSERT INTO payments_statementline
    (statement_id, number, booked_on, pence, reference, bank_reference, about_kind, about_id, attempt)
SELECT %(statement)s, told.number, told.booked_on, told.pence, told.reference, told.bank_reference,
       CASE WHEN told.pence < 0 AND coalesce(whole.id, part.id) IS NOT NULL THEN 'bank_file'
            WHEN told.pence > 0 AND sent.payment_id IS NOT NULL THEN 'payment'
            WHEN repaid.id IS NOT NULL THEN 'repayment' ELSE kind END,
       CASE WHEN told.pence < 0 THEN coalesce(whole.id, part.id) ELSE coalesce(sent.payment_id, repaid.id) END,
       CASE WHEN told.pence > 0 AND sent.payment_id IS NOT NULL THEN told.attempt ELSE 1 END
FROM told
LEFT JOIN LATERAL (
    SELECT f.id FROM payments_bankfile AS f
    WHERE told.pence < 0 AND (f.code IN (told.reference, told.bank_reference)
                              OR f.bank_reference <> '' AND f.bank_reference IN (told.reference, told.bank_reference))
    ORDER BY f.id DESC LIMIT 1
) AS whole ON true
LEFT JOIN LATERAL (
    SELECT a.payment_id, a.run_id
    FROM payments_payment AS p JOIN payments_paymentattempt AS a
        ON a.payment_id = p.id AND a.period_start = p.period_start AND a.attempt = told.attempt
    WHERE p.award_id = told.award_id AND p.period_start = told.period_start AND p.reason = told.reason LIMIT 1
) AS sent ON true
LEFT JOIN (
    SELECT DISTINCT ON (bank_reference, pence) id, bank_reference, pence FROM payments_repayment
    ORDER BY bank_reference, pence, id
) AS repaid ON told.pence > 0 AND repaid.bank_reference = told.bank_reference AND repaid.pence = told.pence
LEFT JOIN payments_bankfile AS part ON told.pence < 0 AND part.run_id = sent.run_id
ORDER BY told.number
"""
_LONGEST = 35


@dataclass(frozen=True)
class Line:
    """One movement: pence in, or below nought out; our reference where the bank gives it, and its own."""

    pence: int
    reference: str
    bank_reference: str
    booked_on: date


@dataclass(frozen=True)
class Statement:
    """An account from one balance to the next, in pence."""

    account: str
    number: str
    closed_on: date
    opening_pence: int
    closing_pence: int
    lines: Sequence[Line]


def keep_statement(*, statement: Statement, as_at: Instant) -> BankStatement | None:
    """The statement, kept with its lines; None where it was before.

    Raises ReportDisagrees where it was kept before with other balances, or another number of lines.
    """
    said = {"closed_on": statement.closed_on, "opening_pence": statement.opening_pence,
            "closing_pence": statement.closing_pence, "lines": len(statement.lines)}
    kept, is_new = BankStatement.objects.get_or_create(
        account=statement.account[:_LONGEST - 1], number=statement.number[:_LONGEST], defaults={**said, "at": as_at})
    if not is_new:
        if said != {name: getattr(kept, name) for name in said}:
            raise ReportDisagrees(f"statement {kept.number} was taken in before and said something else")
        return None
    with connection.cursor() as cursor:
        cursor.execute(_STAGE)
        with cursor.copy(_COPY) as copy:
            for row in _rows(statement.lines):
                copy.write_row(row)
        cursor.execute("ANALYZE told")
        cursor.execute(_KEEP, {"statement": kept.id})
    return kept


def _rows(lines: Sequence[Line]) -> Iterator[tuple[Any, ...]]:
    funding = settings.ENTITLE_FUNDING_REFERENCE
    for number, line in enumerate(lines, start=1):
        key = _key(line.reference)
        is_funding = bool(funding) and line.pence > 0 and line.reference.startswith(funding)
        yield (number, line.booked_on, line.pence, line.reference[:_LONGEST], line.bank_reference[:_LONGEST],
               FUNDING if is_funding else "", *((key.award_id, key.period_start, key.reason, key.attempt) if key else
                                                (None, None, None, None)))


def _key(reference: str) -> PaymentKey | None:
    try:
        return read_reference(reference)
    except NotOurReference:
        return None
