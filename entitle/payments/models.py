"""The ledger, payment runs, payments, the attempts to send them, and bank files.

The mass tables (Transfer, Payment, PaymentAttempt) carry no foreign keys: checks.py does their work. They only
grow, and each is kept by the month of `period_start`, a table a month: look rows up with it wherever it is known. A
day whose month has no table yet is kept in one for all such days, until months.py makes it.
"""
from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.indexes import BrinIndex
from django.db import models
from django.db.models import F, Q

from entitle.payments.advances import Advance
from entitle.payments.cash_orders import MOST_IN_A_VOUCHER, VOUCHER
from entitle.payments.debts import Correction, Debt, Deduction, RecoveryPlan, Repayment, SetOff, WriteOff
from entitle.payments.methods import BACS

__all__ = [
    "Account", "Advance", "BankFile", "BankStatement", "CashOrder", "Correction", "Debt", "Deduction", "PaidBucket",
    "PayRun", "Payment", "PaymentAttempt", "ReconciledDay", "RecoveryPlan", "Repayment", "ReturnedPayment", "SetOff",
    "StatementLine", "Transfer", "WriteOff",
]


class Account(models.Model):
    """One side of the ledger. Its balance is the sum of its transfers, never a column."""

    code = models.CharField(max_length=60, unique=True)
    kind = models.CharField(max_length=20)
    name = models.CharField(max_length=120)


class Transfer(models.Model):
    """Pence moved from one account (debit) to another (credit): one row, so it cannot be unbalanced.

    What it is about, the event and the attempt make the economic event, which can happen once. `period_start` is that
    of the payment it is about; of anything else a day that never changes (of a bank file, its run's `pay_on`).
    """

    APPEND_ONLY: ClassVar[bool] = True

    period_start = models.DateField()
    at = models.DateTimeField()
    debit_account_id = models.BigIntegerField()
    credit_account_id = models.BigIntegerField()
    pence = models.BigIntegerField()
    about_kind = models.CharField(max_length=20)
    about_id = models.BigIntegerField()
    event = models.CharField(max_length=20)
    attempt = models.SmallIntegerField(default=1)
    customer_id = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["about_id", "about_kind", "event", "attempt", "period_start"], name="transfer_once"
            ),
            models.CheckConstraint(condition=Q(pence__gt=0), name="transfer_moves_something"),
            models.CheckConstraint(
                condition=~Q(debit_account_id=F("credit_account_id")), name="transfer_between_two_accounts"
            ),
        ]
        indexes = [BrinIndex(fields=["id"], autosummarize=True, name="transfer_number")]


class PayRun(models.Model):
    """One run for one day on which money arrives, all sent in one way. Its state is a life (lifecycle.PAY_RUN)."""

    code = models.CharField(max_length=20, unique=True)
    pay_on = models.DateField()
    method = models.CharField(max_length=12, default=BACS, db_default=BACS)
    number = models.SmallIntegerField(default=1)
    due_until = models.DateField()
    state = models.CharField(max_length=12)
    started_at = models.DateTimeField()
    started_by_user_id = models.BigIntegerField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["pay_on", "number"], name="pay_run_once")]


class PaidBucket(models.Model):
    """A bucket of a run was paid to its end: written with its payments, read only to know when to make the file."""

    APPEND_ONLY: ClassVar[bool] = True

    run = models.ForeignKey(PayRun, on_delete=models.PROTECT, related_name="paid_buckets")
    bucket = models.SmallIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["run", "bucket"], name="bucket_finished_once")]


class Payment(models.Model):
    """What one award pays for one period, once. `period_end` is the day after its last day; `due_on` the payday;
    `pay_on` the day the money arrives."""

    APPEND_ONLY: ClassVar[bool] = True

    award_id = models.BigIntegerField()
    customer_id = models.BigIntegerField()
    period_start = models.DateField()
    period_end = models.DateField()
    reason = models.CharField(max_length=12)
    pence = models.BigIntegerField()
    due_on = models.DateField()
    pay_on = models.DateField()
    run_id = models.BigIntegerField()
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["award_id", "period_start", "reason"], name="paid_once"),
            models.CheckConstraint(condition=Q(pence__gt=0), name="payment_of_something"),
            models.CheckConstraint(condition=Q(period_end__gt=F("period_start")), name="payment_for_some_days"),
        ]
        indexes = [
            models.Index(fields=["customer_id"], name="payment_customer"),
            BrinIndex(fields=["run_id"], autosummarize=True, name="payment_run"),
        ]


class PaymentAttempt(models.Model):
    """One attempt to send a payment, or a part of it, to the account known then. The reference is what the bank shows
    and returns. One that goes in no file has the run 0.
    """

    APPEND_ONLY: ClassVar[bool] = True

    payment_id = models.BigIntegerField()
    period_start = models.DateField()
    attempt = models.SmallIntegerField(default=1)
    run_id = models.BigIntegerField()
    method = models.CharField(max_length=12)
    sort_code = models.CharField(max_length=6)
    account_number = models.CharField(max_length=8)
    account_name = models.CharField(max_length=100)
    reference = models.CharField(max_length=18)
    pence = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["payment_id", "attempt", "period_start"], name="attempted_once"),
            models.CheckConstraint(condition=Q(pence__gt=0), name="attempt_of_something"),
        ]
        indexes = [
            BrinIndex(fields=["id"], autosummarize=True, name="attempt_number"),
            BrinIndex(fields=["run_id"], autosummarize=True, name="attempt_run"),
        ]


class ReturnedPayment(models.Model):
    """An attempt that the bank sent back, with its reason code."""

    APPEND_ONLY: ClassVar[bool] = True

    payment_id = models.BigIntegerField()
    attempt = models.SmallIntegerField()
    customer_id = models.BigIntegerField()
    pence = models.BigIntegerField()
    reason_code = models.CharField(max_length=4)
    returned_on = models.DateField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["payment_id", "attempt"], name="returned_once")]


class CashOrder(models.Model):
    """A voucher or a cheque: one attempt at a payment, for all of it or a part. Its life is lifecycle.CASH_ORDER."""

    code = models.CharField(max_length=20, unique=True)
    kind = models.CharField(max_length=12)
    payment_id = models.BigIntegerField()
    period_start = models.DateField()
    attempt = models.SmallIntegerField()
    customer_id = models.BigIntegerField()
    pence = models.BigIntegerField()
    issued_on = models.DateField()
    expires_on = models.DateField()
    """The first day on which nothing is given for it."""
    state = models.CharField(max_length=12)
    asked_times = models.SmallIntegerField(default=0, db_default=0)
    ended_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["payment_id", "attempt"], name="cash_order_once"),
            models.CheckConstraint(condition=Q(pence__gt=0), name="cash_order_of_something"),
            models.CheckConstraint(
                condition=~Q(kind=VOUCHER) | Q(pence__lte=MOST_IN_A_VOUCHER), name="voucher_of_at_most_so_much"),
        ]
        indexes = [
            models.Index(fields=["customer_id"], name="cash_order_customer"),
            models.Index(fields=["issued_on"], name="cash_order_given", condition=Q(state="given")),
        ]


class ProposedAccount(models.Model):
    """An account that a bank says has changed, told by one attempt. Its life is lifecycle.PROPOSED_ACCOUNT."""

    payment_id = models.BigIntegerField()
    attempt = models.SmallIntegerField()
    customer_id = models.BigIntegerField()
    sort_code = models.CharField(max_length=6)
    account_number = models.CharField(max_length=8)
    account_name = models.CharField(max_length=100, blank=True)
    reason_code = models.CharField(max_length=4)
    effective_on = models.DateField()
    state = models.CharField(max_length=12)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["payment_id", "attempt", "sort_code", "account_number"], name="account_proposed_once"),
        ]


class BankFile(models.Model):
    """The file of one run, as sent to the bank. Its bytes are made again from the attempts and must be the same."""

    code = models.CharField(max_length=20, unique=True)
    run = models.OneToOneField(PayRun, on_delete=models.PROTECT, related_name="bank_file")
    state = models.CharField(max_length=12)
    name = models.CharField(max_length=60)
    path = models.CharField(max_length=400)
    sha256 = models.CharField(max_length=64)
    payments = models.IntegerField()
    pence = models.BigIntegerField()
    processing_on = models.DateField()
    made_at = models.DateTimeField()
    released_at = models.DateTimeField(null=True)
    released_by_user_id = models.BigIntegerField(null=True)
    submitted_at = models.DateTimeField(null=True)
    bank_reference = models.CharField(max_length=60, blank=True)
    answered_at = models.DateTimeField(null=True)


class BankStatement(models.Model):
    """What the bank says of the agency's account from one balance to the next, in pence: below nought where it owes."""

    APPEND_ONLY: ClassVar[bool] = True

    account = models.CharField(max_length=34)
    number = models.CharField(max_length=35)
    closed_on = models.DateField()
    opening_pence = models.BigIntegerField()
    closing_pence = models.BigIntegerField()
    lines = models.IntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "number"], name="statement_once")]
        indexes = [models.Index(fields=["closed_on"], name="statement_day")]


class StatementLine(models.Model):
    """One movement on a statement: pence in, or below nought out; and what of ours it is about, where the bank names
    it: a bank file, an attempt at a payment, or the agency's funding.
    """

    APPEND_ONLY: ClassVar[bool] = True

    statement = models.ForeignKey(BankStatement, on_delete=models.PROTECT, related_name="all_lines")
    number = models.IntegerField()
    booked_on = models.DateField()
    pence = models.BigIntegerField()
    reference = models.CharField(max_length=35, blank=True)
    bank_reference = models.CharField(max_length=35, blank=True)
    about_kind = models.CharField(max_length=20, blank=True)
    about_id = models.BigIntegerField(null=True)
    attempt = models.SmallIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["statement", "number"], name="statement_line_once")]
        indexes = [models.Index(fields=["about_id", "about_kind"], name="statement_line_about")]


class ReconciledDay(models.Model):
    """What one reconciliation of a day found: each source's count and pence, and whatever disagrees."""

    APPEND_ONLY: ClassVar[bool] = True

    on = models.DateField()
    at = models.DateTimeField()
    totals = models.JSONField()
    problems = models.JSONField()

    class Meta:
        indexes = [models.Index(fields=["on", "at"], name="reconciled_day")]
