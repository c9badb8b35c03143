"""The tables of change and correction: what a period should have been paid, what is owed back, and how it is had.

What a debt still comes to is a sum, never a column: its pence less what was set off, deducted, repaid and given up,
each of which is a transfer in the ledger.
"""
from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from entitle.kernel.references import new_code
from entitle.payments.lifecycle import DEBT, WRITE_OFF


def debt_code() -> str:
    return new_code("OVP")


class Correction(models.Model):
    """A period of an award was found to have been given `was_pence` where `now_pence` is right: the `number`th time.

    Where it is more, `set_off_pence` of it was paid before by another award, and the rest is paid for `reason`.
    """

    APPEND_ONLY: ClassVar[bool] = True

    award_id = models.BigIntegerField()
    customer_id = models.BigIntegerField()
    scheme = models.CharField(max_length=60)
    period_start = models.DateField()
    period_end = models.DateField()
    number = models.SmallIntegerField()
    reason = models.CharField(max_length=12, blank=True)
    was_pence = models.BigIntegerField()
    now_pence = models.BigIntegerField()
    set_off_pence = models.BigIntegerField(default=0)
    because = models.CharField(max_length=200)
    found_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["award_id", "period_start", "number"], name="corrected_once"),
            models.CheckConstraint(
                condition=Q(was_pence__gte=0, now_pence__gte=0), name="correction_not_below_nothing"),
            models.CheckConstraint(condition=~Q(was_pence=F("now_pence")), name="correction_of_something"),
            models.CheckConstraint(
                condition=Q(set_off_pence=0)
                | Q(set_off_pence__gt=0, set_off_pence__lte=F("now_pence") - F("was_pence")),
                name="set_off_within_arrears"),
        ]
        indexes = [
            models.Index(fields=["award_id"], condition=Q(now_pence__gt=F("was_pence") + F("set_off_pence")),
                         name="correction_to_pay"),
            models.Index(fields=["customer_id"], name="correction_customer"),
        ]


class Debt(models.Model):
    """What a customer was paid too much of one award, found at one time. Its life is lifecycle.DEBT."""

    code = models.CharField(max_length=20, unique=True, default=debt_code)
    customer_id = models.BigIntegerField()
    award_id = models.BigIntegerField()
    scheme = models.CharField(max_length=60)
    kind = models.CharField(max_length=20)
    """Of recovery.yaml: it says which debts come first, and how much of a payment they may take."""
    pence = models.BigIntegerField()
    period_start = models.DateField()
    period_end = models.DateField()
    because = models.CharField(max_length=200)
    state = models.CharField(max_length=12, default=DEBT.first)
    found_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=DEBT.states), name="debt_state"),
            models.CheckConstraint(condition=Q(pence__gt=0), name="debt_of_something"),
        ]
        indexes = [models.Index(fields=["customer_id"], name="debt_customer")]


class SetOff(models.Model):
    """Arrears of one award that a debt of another had paid before, for the same days."""

    APPEND_ONLY: ClassVar[bool] = True

    correction = models.ForeignKey(Correction, on_delete=models.PROTECT, related_name="set_offs")
    debt = models.ForeignKey(Debt, on_delete=models.PROTECT, related_name="set_offs")
    pence = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["correction", "debt"], name="set_off_once"),
            models.CheckConstraint(condition=Q(pence__gt=0), name="set_off_of_something"),
        ]


class RecoveryPlan(models.Model):
    """So much of each payment of one award is kept for a debt from a day on. The last made holds; nothing stops it.

    `because` is why it is so much and no other, in the words that the customer is told; `agreed` where they agreed.
    """

    APPEND_ONLY: ClassVar[bool] = True

    debt = models.ForeignKey(Debt, on_delete=models.PROTECT, related_name="plans")
    award_id = models.BigIntegerField()
    pence_each = models.BigIntegerField()
    from_on = models.DateField()
    because = models.CharField(max_length=200, db_default="", default="")
    agreed = models.BooleanField(db_default=False, default=False)
    made_at = models.DateTimeField()
    made_by_user_id = models.BigIntegerField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(pence_each__gte=0), name="plan_not_below_nothing")]
        indexes = [models.Index(fields=["award_id"], name="plan_award")]


class Deduction(models.Model):
    """What was kept for a debt of what an award was due for a period; the payment is of the rest."""

    APPEND_ONLY: ClassVar[bool] = True

    debt = models.ForeignKey(Debt, on_delete=models.PROTECT, related_name="deductions")
    payment_id = models.BigIntegerField()
    award_id = models.BigIntegerField()
    period_start = models.DateField()
    pence = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["payment_id", "debt"], name="deducted_once"),
            models.CheckConstraint(condition=Q(pence__gt=0), name="deduction_of_something"),
        ]
        indexes = [models.Index(fields=["award_id"], name="deduction_award")]


class Repayment(models.Model):
    """What somebody paid back of a debt, as the bank's reference of it has it: each is taken once."""

    APPEND_ONLY: ClassVar[bool] = True

    debt = models.ForeignKey(Debt, on_delete=models.PROTECT, related_name="repayments")
    pence = models.BigIntegerField()
    received_on = models.DateField()
    bank_reference = models.CharField(max_length=60)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["debt", "bank_reference"], name="repaid_once"),
            models.CheckConstraint(condition=Q(pence__gt=0), name="repayment_of_something"),
        ]


class WriteOff(models.Model):
    """The rest of a debt given up, by who has the authority: above a limit it takes two of them."""

    debt = models.ForeignKey(Debt, on_delete=models.PROTECT, related_name="write_offs")
    pence = models.BigIntegerField()
    because = models.CharField(max_length=200)
    state = models.CharField(max_length=12, default=WRITE_OFF.first)
    proposed_by_user_id = models.BigIntegerField()
    proposed_at = models.DateTimeField()
    settled_by_user_id = models.BigIntegerField(null=True)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=WRITE_OFF.states), name="write_off_state"),
            models.CheckConstraint(condition=Q(pence__gt=0), name="write_off_of_something"),
            models.CheckConstraint(condition=~Q(because=""), name="write_off_says_why"),
            models.UniqueConstraint(fields=["debt"], condition=Q(state="proposed"), name="one_write_off_proposed"),
        ]
