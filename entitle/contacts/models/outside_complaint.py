"""A complaint by someone who has no record: a neighbour, a landlord, someone who was never let in."""
from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from entitle.contacts.models.complaint import complaint_code


class OutsideComplaint(models.Model):
    """No record is opened for it. It has its reference at once, and the same clock as any complaint."""

    code = models.CharField(max_length=20, unique=True, default=complaint_code)
    name = models.CharField(max_length=200)
    answer_to = models.TextField()
    """Where they want the answer, in their own words: an address, an email address or a number."""
    language = models.CharField(max_length=2, default="en")
    channel = models.CharField(max_length=20)
    category = models.CharField(max_length=40)
    happened = models.TextField()
    wanted = models.TextField(blank=True)
    received_at = models.DateTimeField()
    taken_at = models.DateTimeField()
    outcome = models.CharField(max_length=20, blank=True)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True,
                                    related_name="outside_complaints", db_index=False)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(taken_at__gte=F("received_at")), name="outside_complaint_taken_after"),
            models.CheckConstraint(condition=~Q(happened="") & ~Q(name="") & ~Q(answer_to=""),
                                   name="outside_complaint_says_enough"),
            models.CheckConstraint(condition=Q(answered_at__isnull=True) | (~Q(outcome="") & ~Q(answer="")),
                                   name="outside_complaint_answered"),
        ]
        indexes = [models.Index(fields=["received_at"], name="outside_complaint_received")]

    @property
    def state(self) -> str:
        """As lifecycle.COMPLAINT names it."""
        return "received" if self.answered_at is None else "answered"


class OutsideComplaintStep(models.Model):
    """One thing that was said or done about it: by whom, when, and the words."""

    APPEND_ONLY: ClassVar[bool] = True

    complaint = models.ForeignKey(OutsideComplaint, on_delete=models.PROTECT, related_name="steps")
    event = models.CharField(max_length=20)
    words = models.TextField()
    channel = models.CharField(max_length=20)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True,
                             related_name="outside_complaint_steps", db_index=False)
    at = models.DateTimeField()
