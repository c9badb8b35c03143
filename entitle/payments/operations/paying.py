"""Paying a bucket: what is due is staged, and becomes payments, attempts and transfers a table at a time, once.

The stage is a table of this transaction alone. It is put in whole, whatever its schemes (putting_in.py); where the
unique key of a payment refuses that, what was paid before leaves the stage, and the rest is put in.
"""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import IntegrityError, connection, transaction

from entitle.kernel.periods import Instant
from entitle.payments import accounts
from entitle.payments.models import PayRun
from entitle.payments.operations.due_source import DueSource, behind, on_time, schemes_in
from entitle.payments.operations.ledger import open_accounts
from entitle.payments.operations.putting_in import Sending, Staged, put_in
from entitle.payments.operations.withholding import keep, withhold
from entitle.payments.reasons import REASONS, REGULAR

STAGE = "paid_now"
"""The payments made by this transaction."""

_STAGE = f"""
DROP TABLE IF EXISTS pg_temp.{STAGE};
CREATE TEMPORARY TABLE {STAGE} (
    id bigint, award_id bigint, customer_id bigint, spent_from bigint, is_first boolean, period_start date,
    period_end date, due_on date, pence bigint, sort_code text, account_number text, account_name text, reference text
) ON COMMIT DROP
"""
# What belongs to one customer is looked up by its key, row by row: a bucket is a small part of a large table, and a
# plan that reads the whole of it for each bucket costs as many readings as there are buckets.
_DUE = """
INSERT INTO paid_now
SELECT nextval('payments_payment_id_seq'), due.award_id, due.customer_id, %(expenditure)s, due.state = 'open',
       due.period_start, due.period_end, due.due_on, due.pence,
       account.sort_code, account.account_number, account.account_name,
       %(letter)s || lpad(due.award_id::text, 9, '0') || to_char(due.period_start, 'YYMMDD') || '01'
FROM (SELECT * FROM ({due}) AS source WHERE pence IS NULL OR pence > 0 ORDER BY award_id, period_start) AS due
LEFT JOIN LATERAL (
    SELECT * FROM customers_bankaccount WHERE customer_id = due.customer_id AND until_on IS NULL AND NOT is_held LIMIT 1
) AS account ON account.sort_code ~ '^[0-9]{{6}}$' AND account.account_number ~ '^[0-9]{{8}}$'
WHERE (SELECT died_on FROM customers_customer WHERE id = due.customer_id) IS NULL
"""
_WITHOUT_AMOUNT = f"DELETE FROM {STAGE} WHERE pence IS NULL RETURNING award_id, customer_id"
_PAID_BEFORE = f"""
DELETE FROM {STAGE} AS staged WHERE EXISTS (
    SELECT FROM payments_payment AS p
    WHERE p.award_id = staged.award_id AND p.period_start = staged.period_start AND p.reason = %s)
"""
_STAGED = f"""
SELECT id, award_id, customer_id, spent_from, is_first, period_start - DATE '1970-01-01',
       period_end - DATE '1970-01-01', due_on - DATE '1970-01-01', pence, sort_code, account_number, account_name,
       reference
FROM {STAGE} ORDER BY id
"""
_AT_ONCE = 8_192


@dataclass(frozen=True)
class Made:
    """The payments that were made, in order: ids, customers and digests. For whoever writes their history."""

    ids: list[int] = field(default_factory=list)
    customers: list[int] = field(default_factory=list)
    digests: list[bytes] = field(default_factory=list)


@dataclass
class Outcome:
    """What paying a bucket did: how many payments of how much. `first` are the awards paid for the first time; `owed`
    the (payment, customer) with no account to pay; `without_amount` the (award, customer) where an amount is missing.
    """

    made: Made = field(default_factory=Made)
    pence: int = 0
    first: list[int] = field(default_factory=list)
    owed: list[tuple[int, int]] = field(default_factory=list)
    without_amount: tuple[tuple[int, int], ...] = ()

    @property
    def payments(self) -> int:
        return len(self.made.ids)

    def add(self, some: Sequence[Staged], digests: Sequence[bytes]) -> None:
        """Some payments more, with their digests."""
        self.made.ids.extend(each.id for each in some)
        self.made.customers.extend(each.customer_id for each in some)
        self.made.digests.extend(digests)
        self.pence += sum(each.pence for each in some)
        self.first.extend(each.award_id for each in some if each.is_first)
        self.owed.extend((each.id, each.customer_id) for each in some if each.sort_code is None)


def pay_due(*, run: PayRun, bucket: int, as_at: Instant) -> Outcome:
    """Make every payment of a bucket that is due and does not exist; those that do are passed over.

    The caller holds the run open (hold_open_run). Two workers on one bucket, or one after another: each payment once.
    """
    schemes = schemes_in(bucket=bucket)
    if not schemes:
        return Outcome()
    with connection.cursor() as cursor:
        cursor.execute(_STAGE)
        for scheme in schemes:
            accounts_of = open_accounts(schemes=[scheme])
            for source in (on_time, behind):
                due = source(run=run, bucket=bucket, scheme=scheme)
                if due is not None:
                    _stage(cursor, due, accounts_of[accounts.expenditure(scheme)])
        return _pay(cursor, run, as_at)


def _stage(cursor: Any, due: DueSource, expenditure: int) -> None:
    cursor.execute(_DUE.format(due=due.sql),
                   {**due.parameters, "expenditure": expenditure, "letter": REASONS[REGULAR]})


def _pay(cursor: Any, run: PayRun, as_at: Instant) -> Outcome:
    cursor.execute(_WITHOUT_AMOUNT)
    without_amount = tuple(cursor.fetchall())
    kept = withhold(cursor=cursor, run=run)
    ids = open_accounts(schemes=())
    sending = Sending(run, as_at, owed=ids[accounts.OWED], in_transit=ids[accounts.IN_TRANSIT])
    while True:
        try:
            with transaction.atomic(), connection.wrap_database_errors:
                outcome = _put_in(cursor, sending)
            break
        except IntegrityError:  # some were paid before, or are by another worker now: they leave the stage
            cursor.execute(_PAID_BEFORE, [REGULAR])
            if not cursor.rowcount:
                raise
    outcome.without_amount = without_amount
    keep(cursor=cursor, kept=kept, as_at=as_at)
    return outcome


def _put_in(cursor: Any, sending: Sending) -> Outcome:
    """All that is staged, some thousands at a time. Raises IntegrityError where one was paid before."""
    outcome = Outcome()
    cursor.execute(_STAGED)
    with connection.cursor() as into:
        while rows := cursor.fetchmany(_AT_ONCE):
            some = list(map(Staged._make, rows))
            outcome.add(some, put_in(cursor=into, some=some, sending=sending))
    return outcome
