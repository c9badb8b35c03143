"""Paying some buckets: what is due becomes payments, attempts and transfers, once.

What is due is read in one statement, whatever its schemes, and put in whole (putting_in.py). Where the unique key of a
payment refuses that, some were paid before: then what was is left out, and the rest put in.
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from django.db import IntegrityError, connection, transaction

from entitle.kernel.periods import Instant
from entitle.payments.bacs.standard18 import is_account
from entitle.payments.models import PayRun
from entitle.payments.operations.due_source import DueSource, to_pay
from entitle.payments.operations.putting_in import Due, put_in
from entitle.payments.operations.withholding import Plans, keep, plans_in, withhold
from entitle.payments.reasons import REGULAR

# What belongs to one customer is looked up by its key, row by row: a bucket is a small part of a large table, and a
# plan that reads the whole of it for each bucket costs as many readings as there are buckets.
_DUE = """
SELECT nextval('payments_payment_id_seq'), due.reason, due.award_id, due.customer_id, due.scheme, due.state = 'open',
       due.period_start - DATE '1970-01-01', due.period_end - DATE '1970-01-01', due.due_on - DATE '1970-01-01',
       due.pence, account.sort_code, account.account_number, account.account_name
FROM (SELECT * FROM ({due}) AS source WHERE pence IS NULL OR pence > 0 ORDER BY award_id, period_start) AS due
LEFT JOIN LATERAL (
    SELECT * FROM customers_bankaccount WHERE customer_id = due.customer_id AND until_on IS NULL AND NOT is_held LIMIT 1
) AS account ON true
WHERE (SELECT died_on FROM customers_customer WHERE id = due.customer_id) IS NULL
"""
_NOT_PAID = """
  AND (SELECT 1 FROM payments_payment AS p
       WHERE p.award_id = due.award_id AND p.period_start = due.period_start AND p.reason = due.reason) IS NULL
"""
_due = partial(tuple.__new__, Due)
_AT_ONCE = 8_192
_TRIES = 10


@dataclass(frozen=True)
class Made:
    """The payments that were made, in order: ids, customers and digests. For whoever writes their history."""

    ids: list[int] = field(default_factory=list)
    customers: list[int] = field(default_factory=list)
    digests: list[bytes] = field(default_factory=list)


@dataclass
class Outcome:
    """What was paid: how many payments of how much. `first` are the awards paid for the first time; `owed` the
    (payment, customer) with no account to pay; `without_amount` the (award, customer) where an amount is missing.
    """

    made: Made = field(default_factory=Made)
    pence: int = 0
    first: list[int] = field(default_factory=list)
    owed: list[tuple[int, int]] = field(default_factory=list)
    without_amount: list[tuple[int, int]] = field(default_factory=list)

    @property
    def payments(self) -> int:
        return len(self.made.ids)

    def add(self, some: Sequence[Due], digests: Sequence[bytes]) -> None:
        """Some payments more, with their digests."""
        self.made.ids.extend([each.id for each in some])
        self.made.customers.extend([each.customer_id for each in some])
        self.made.digests.extend(digests)
        self.pence += sum([each.pence for each in some])
        self.first.extend([each.award_id for each in some if each.is_first and each.reason == REGULAR])
        self.owed.extend([(each.id, each.customer_id) for each in some if each.sort_code is None])


def pay_due(*, run: PayRun, buckets: Sequence[int], as_at: Instant) -> Outcome:
    """Make every payment that is due in some buckets and does not exist; those that do are passed over.

    The caller holds the run open (hold_open_run). Two workers on the same, or one after another: each payment once.
    """
    due, plans = to_pay(run=run, buckets=buckets), plans_in(buckets=buckets, run=run)
    for tried in range(_TRIES):
        try:
            with transaction.atomic(), connection.wrap_database_errors:
                return _pay(due, _NOT_PAID if tried else "", plans, run, as_at)
        except IntegrityError:  # some were paid before, or are by another worker now
            if tried == _TRIES - 1:
                raise
    raise AssertionError("the last try returns or raises")


def _pay(due: DueSource, only: str, plans: Plans, run: PayRun, as_at: Instant) -> Outcome:
    """All that is due, some thousands at a time. Raises IntegrityError where one was paid before."""
    outcome = Outcome()
    with connection.cursor() as cursor, connection.cursor() as into:
        cursor.execute(_DUE.format(due=due.sql) + only, due.parameters)
        while rows := cursor.fetchmany(_AT_ONCE):
            for some in _by_reason(_with_account(_with_amount(rows, outcome))):
                some, kept = withhold(some=some, plans=plans, run=run)
                outcome.add(some, put_in(cursor=into, some=some, run=run, as_at=as_at))
                keep(kept=kept, as_at=as_at)
    return outcome


def _with_amount(rows: Sequence[tuple[Any, ...]], outcome: Outcome) -> list[Due]:
    """Those whose amount is known; the others are for a person."""
    some = list(map(_due, rows))
    outcome.without_amount.extend((each.award_id, each.customer_id) for each in some if each.pence is None)
    return [each for each in some if each.pence is not None] if outcome.without_amount else some


def _with_account(some: list[Due]) -> list[Due]:
    """None goes to an account whose numbers no bank has, such as one abroad."""
    if all(map(is_account, [each.sort_code or "" for each in some], [each.account_number or "" for each in some])):
        return some
    return [each if each.sort_code and is_account(each.sort_code, each.account_number)
            else each._replace(sort_code=None) for each in some]


def _by_reason(some: list[Due]) -> Iterator[list[Due]]:
    """Those of each reason: of one, as a rule."""
    reasons = {each.reason for each in some}
    for reason in sorted(reasons):
        yield some if len(reasons) == 1 else [each for each in some if each.reason == reason]
