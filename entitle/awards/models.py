"""Awards, the weekly amounts they pay over time, and their suspensions.

Whether an award is due is arithmetic on its dates (arithmetic.py), never a column that a payment changes.
"""
from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Mod

from entitle.awards.lifecycle import AWARD, LIVE_STATES, SUSPENSION
from entitle.claims.models import Claim
from entitle.customers.models import Customer
from entitle.decisions.models import Decision
from entitle.kernel.references import new_code

BUCKETS = 64
NEIGHBOURS = 256
"""Customers in a row who share a bucket: what is stored together is paid together, so that each page is read once."""


def bucket_of(customer_id: int) -> int:
    """The bucket that the database puts a customer's awards in."""
    return customer_id // NEIGHBOURS % BUCKETS


def award_code() -> str:
    return new_code("AWD")


class Award(models.Model):
    """A benefit in payment to a customer. Its life is lifecycle.AWARD.

    It is paid every `cycle_weeks` on a `weekday` (Monday is 0), or for each period of `cycle_months`, `days_after` its
    last day; where `each_period`, only once the period is assessed. `first_payday` is the first of its paydays, before
    any move for a bank holiday. `ends_on` is the first day that is not paid for: known from the
    start where the rules set it, and the award is live until it comes. `bucket` is the database's to fill.
    """

    code = models.CharField(max_length=20, unique=True, default=award_code)
    scheme = models.CharField(max_length=60)
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="awards")
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="awards")
    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="award")
    state = models.CharField(max_length=12, default=AWARD.first)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    end_reason = models.CharField(max_length=40, blank=True)
    cycle_weeks = models.SmallIntegerField(null=True)
    weekday = models.SmallIntegerField(null=True)
    cycle_months = models.SmallIntegerField(null=True)
    days_after = models.SmallIntegerField(null=True)
    each_period = models.BooleanField(db_default=False, default=False)
    first_payday = models.DateField()
    bucket = models.GeneratedField(
        expression=Mod(F("customer") / NEIGHBOURS, BUCKETS), output_field=models.SmallIntegerField(), db_persist=True
    )
    basis = models.JSONField(default=dict)
    opened_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    version = models.IntegerField(default=1)

    @property
    def per(self) -> str:
        """What its amounts are for: 'week' or 'month'."""
        return "month" if self.cycle_months else "week"

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=AWARD.states), name="award_state"),
            models.UniqueConstraint(
                fields=["customer", "scheme"], condition=Q(state__in=LIVE_STATES), name="one_live_award"
            ),
            models.CheckConstraint(condition=Q(weekday__range=(0, 4)), name="award_weekday"),
            models.CheckConstraint(
                condition=Q(cycle_weeks__isnull=False, cycle_weeks__range=(1, 52), weekday__isnull=False,
                            cycle_months__isnull=True, days_after__isnull=True, each_period=False)
                | Q(cycle_weeks__isnull=True, weekday__isnull=True, cycle_months__isnull=False,
                    cycle_months__range=(1, 12), days_after__isnull=False, days_after__gte=0),
                name="award_cycle",
            ),
            models.CheckConstraint(
                condition=Q(first_payday__iso_week_day=F("weekday") + 1), name="award_payday_is_its_weekday"
            ),
            models.CheckConstraint(condition=Q(first_payday__gte=F("starts_on")), name="award_paid_in_arrears"),
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="award_ends_after_it_starts"),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=False) & ~Q(end_reason="")
                | ~Q(state="ended") & Q(ends_on__isnull=True, end_reason=""),
                name="award_end_says_why",
            ),
        ]
        indexes = [models.Index(fields=["bucket", "scheme"], name="award_bucket")]


class AwardAmount(models.Model):
    """What an award pays from a date: pence a week, or a month for an award of monthly periods. The date is the first
    day of a benefit week or of such a period, or of the award.

    On any day the row with the latest `from_on` holds; of two with the same, the later row.
    """

    APPEND_ONLY: ClassVar[bool] = True

    award = models.ForeignKey(Award, on_delete=models.PROTECT, related_name="amounts", db_index=False)
    from_on = models.DateField()
    pence = models.BigIntegerField()
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, null=True, related_name="award_amounts")
    """None for an annual uprating, which needs no decision."""
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["award", "from_on", "decision"], nulls_distinct=False, name="amount_once"
            ),
            models.CheckConstraint(condition=Q(pence__gte=0), name="amount_not_below_nothing"),
        ]


class Suspension(models.Model):
    """A stop of one award, and of no other: never without a reason, an owner, a notice and a date to look again."""

    award = models.ForeignKey(Award, on_delete=models.PROTECT, related_name="suspensions")
    state = models.CharField(max_length=12, default=SUSPENSION.first)
    reason = models.CharField(max_length=200)
    owner_user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="suspensions")
    notice_sent_at = models.DateTimeField()
    review_on = models.DateField()
    from_on = models.DateField()
    until_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=SUSPENSION.states), name="suspension_state"),
            models.CheckConstraint(condition=~Q(reason=""), name="suspension_has_a_reason"),
            models.CheckConstraint(
                condition=Q(state="running", until_on__isnull=True) | ~Q(state="running") & Q(until_on__isnull=False),
                name="suspension_has_an_end",
            ),
            models.CheckConstraint(condition=Q(review_on__gt=F("from_on")), name="suspension_is_reviewed"),
            models.CheckConstraint(condition=Q(until_on__gte=F("from_on")), name="suspension_ends_after_it_starts"),
            models.UniqueConstraint(fields=["award"], condition=Q(state="running"), name="one_running_suspension"),
        ]
        indexes = [models.Index(fields=["review_on"], condition=Q(state="running"), name="suspension_review")]
