"""Someone may be in danger: the plan that is followed, the words that opened it, and its points as they were done."""
from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from entitle.contacts.lifecycle import SAFEGUARDING
from entitle.contacts.models.call import Call
from entitle.contacts.models.contact import Contact
from entitle.customers.models import Customer
from entitle.kernel.references import new_code


def safeguarding_code() -> str:
    return new_code("SFG")


class SafeguardingPlan(models.Model):
    """One plan for one person in danger, or for one call where it is not known whose. It ends with an outcome."""

    code = models.CharField(max_length=20, unique=True, default=safeguarding_code)
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, null=True, related_name="safeguarding_plans")
    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, null=True, related_name="safeguarding_plans")
    call = models.ForeignKey(Call, on_delete=models.PROTECT, null=True, related_name="safeguarding_plans")
    state = models.CharField(max_length=12, default=SAFEGUARDING.first)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    closed_by_user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True,
                                       related_name="safeguarding_plans_closed")
    outcome = models.CharField(max_length=40, blank=True)
    because = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=SAFEGUARDING.states), name="safeguarding_state"),
            models.CheckConstraint(condition=~Q(state="closed") | (~Q(outcome="") & Q(closed_by_user__isnull=False)),
                                   name="safeguarding_closed_with_an_outcome"),
            models.UniqueConstraint(fields=["customer"], condition=~Q(state="closed"), name="safeguarding_one_open"),
            models.UniqueConstraint(fields=["call"], condition=~Q(state="closed"), name="safeguarding_one_in_a_call"),
        ]


class SafeguardingWords(models.Model):
    """What was said that means danger: the words, by which channel they came, and what they came in."""

    APPEND_ONLY: ClassVar[bool] = True

    plan = models.ForeignKey(SafeguardingPlan, on_delete=models.PROTECT, related_name="words")
    kind = models.CharField(max_length=20)
    said = models.TextField()
    """What the rule heard in them; blank where a colleague judged for themselves."""
    words = models.TextField()
    channel = models.CharField(max_length=20)
    at = models.DateTimeField()
    heard_by_user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True,
                                      related_name="safeguarding_words")


class SafeguardingPoint(models.Model):
    """One of the six points: done, or not needed and why, by a named officer at a time."""

    APPEND_ONLY: ClassVar[bool] = True

    plan = models.ForeignKey(SafeguardingPlan, on_delete=models.PROTECT, related_name="points")
    point = models.CharField(max_length=30)
    was_needed = models.BooleanField()
    note = models.TextField(blank=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="safeguarding_points")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "point"], name="safeguarding_point_once"),
            models.CheckConstraint(condition=Q(was_needed=True) | ~Q(note=""), name="safeguarding_point_or_why_not"),
        ]
