"""What someone complained of, and every step that was taken over it."""
from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from entitle.contacts.lifecycle import COMPLAINT
from entitle.contacts.models.contact import Contact
from entitle.customers.models import Customer
from entitle.kernel.references import new_code


def complaint_code() -> str:
    return new_code("CMP")


class Complaint(models.Model):
    """One complaint by any channel, with its reference from the first moment. Its life is lifecycle.COMPLAINT."""

    code = models.CharField(max_length=20, unique=True, default=complaint_code)
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="complaints", db_index=False)
    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="complaints")
    channel = models.CharField(max_length=20)
    scheme = models.CharField(max_length=60, blank=True)
    category = models.CharField(max_length=40)
    happened = models.TextField()
    """In their own words."""
    wanted = models.TextField(blank=True)
    """What would put it right, in their own words."""
    received_at = models.DateTimeField()
    """When it reached the agency: its clock runs from here, however late a letter is keyed."""
    taken_at = models.DateTimeField()
    state = models.CharField(max_length=14, default=COMPLAINT.first)
    outcome = models.CharField(max_length=20, blank=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=COMPLAINT.states), name="complaint_state"),
            models.CheckConstraint(condition=Q(taken_at__gte=F("received_at")), name="complaint_taken_once_received"),
            models.CheckConstraint(condition=~Q(happened=""), name="complaint_says_what_happened"),
            models.CheckConstraint(condition=~Q(state="answered") | (~Q(outcome="") & Q(answered_at__isnull=False)),
                                   name="complaint_answered_with_an_outcome"),
        ]
        indexes = [models.Index(fields=["customer", "-received_at"], name="complaint_customer"),
                   models.Index(fields=["received_at"], name="complaint_received")]


class ComplaintStep(models.Model):
    """One thing that was said or done about it: by whom, when, and the words."""

    APPEND_ONLY: ClassVar[bool] = True

    complaint = models.ForeignKey(Complaint, on_delete=models.PROTECT, related_name="steps")
    event = models.CharField(max_length=20)
    words = models.TextField(blank=True)
    channel = models.CharField(max_length=20)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True,
                             related_name="complaint_steps", db_index=False)
    at = models.DateTimeField()
