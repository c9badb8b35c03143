"""Call-backs: a dated promise of a half-hour that the customer chose."""
from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from entitle.contacts.lifecycle import CALL_BACK
from entitle.contacts.models.call import Call
from entitle.customers.models import Customer
from entitle.kernel.references import new_code


def call_back_code() -> str:
    return new_code("CBK")


class CallBack(models.Model):
    """We ring in the half-hour from `slot_start`. Its life is lifecycle.CALL_BACK; its clock is a work item's."""

    code = models.CharField(max_length=20, unique=True, default=call_back_code)
    call = models.OneToOneField(Call, on_delete=models.PROTECT, related_name="call_back")
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, null=True, related_name="call_backs")
    number = models.CharField(max_length=40)
    helper_number = models.CharField(max_length=40, blank=True)
    """Whoever the customer wants on the line with them is rung too."""
    queue = models.CharField(max_length=40)
    language = models.CharField(max_length=2, default="en")
    slot_start = models.DateTimeField()
    due_at = models.DateTimeField()
    """The end of the half-hour; for the urgent lane, four hours from the first ring if that is sooner."""
    claiming = models.CharField(max_length=60, db_default="")
    """The benefit that they rang to claim, if any: its claim is dated from the first ring."""
    is_urgent = models.BooleanField(default=False)
    state = models.CharField(max_length=15, default=CALL_BACK.first)
    attempts = models.SmallIntegerField(default=0)
    try_at = models.DateTimeField()
    """When to ring next."""
    promised_at = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=CALL_BACK.states), name="call_back_state"),
            models.CheckConstraint(condition=Q(slot_start__gte=F("promised_at")), name="call_back_is_to_come"),
        ]
        indexes = [
            models.Index(fields=["queue", "slot_start"], name="call_back_slot"),
            models.Index(fields=["try_at"], condition=Q(state__in=("promised", "trying")), name="call_back_due"),
        ]


class CallBackAttempt(models.Model):
    """We rang, and reached them or did not."""

    APPEND_ONLY: ClassVar[bool] = True

    call_back = models.ForeignKey(CallBack, on_delete=models.PROTECT, related_name="tries")
    at = models.DateTimeField()
    reached = models.BooleanField()
    agent = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True,
                              related_name="call_back_attempts")
