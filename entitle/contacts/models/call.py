"""Calls: every attempt from the first ring, and the events that it is made of."""
from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from entitle.contacts.lifecycle import CALL, WITH_AN_AGENT
from entitle.contacts.models.contact import Contact
from entitle.customers.models import Customer
from entitle.kernel.references import new_code


def call_code() -> str:
    return new_code("CAL")


class Call(models.Model):
    """One attempt to ring the agency, told from its events in their order. Its life is lifecycle.CALL."""

    code = models.CharField(max_length=20, unique=True, default=call_code)
    provider = models.CharField(max_length=30)
    provider_call_id = models.CharField(max_length=80)
    number = models.CharField(max_length=40, blank=True)
    """Rung from; blank where it is withheld."""
    dialled = models.CharField(max_length=40, blank=True)
    state = models.CharField(max_length=25, default=CALL.first)
    outcome = models.CharField(max_length=25, blank=True)
    """What the day's counts count it as, once and for good; blank while it is still going on."""
    cause = models.CharField(max_length=40, blank=True)
    """Why it was blocked or ended, as the exchange says."""
    queue = models.CharField(max_length=40, blank=True)
    language = models.CharField(max_length=2, default="en")
    priority = models.SmallIntegerField(default=5)
    """0 for safeguarding, 1 for the urgent lane, to 5."""
    scheme = models.CharField(max_length=60, blank=True)
    summary = models.TextField(blank=True)
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, null=True, related_name="calls")
    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, null=True, related_name="calls")
    agent = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="calls")
    arrived_at = models.DateTimeField()
    queued_at = models.DateTimeField(null=True)
    """When they first joined a queue: whoever is transferred keeps it, and does not go to the back."""
    waiting_since = models.DateTimeField(null=True)
    offered_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    is_held = models.BooleanField(db_default=False, default=False)
    """Asked to wait a moment by the agent, who has them still."""
    is_accepted = models.BooleanField(db_default=False, default=False)
    """The agent whom they are offered to has said that they will answer; the exchange has yet to join them."""
    wrap_up_code = models.CharField(max_length=40, blank=True)
    told_until = models.DateTimeField(null=True)
    """The moment of the last event told: news from before it has the call told again from the beginning."""
    acted_until = models.DateTimeField(null=True)
    """The moment of the last thing that the agency itself did."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["provider", "provider_call_id"], name="call_once"),
            models.CheckConstraint(condition=Q(state__in=CALL.states), name="call_state"),
            models.CheckConstraint(condition=Q(priority__gte=0, priority__lte=5), name="call_priority"),
            models.UniqueConstraint(fields=["agent"], condition=Q(state__in=WITH_AN_AGENT),
                                    name="call_one_at_a_time"),
        ]
        indexes = [
            models.Index(fields=["priority", "queued_at", "id"], condition=Q(state="queued"), name="call_waiting"),
            models.Index(fields=["arrived_at"], name="call_arrived"),
            models.Index(fields=["state"], condition=Q(state="offered"), name="call_offered"),
        ]


class CallEvent(models.Model):
    """One thing that happened in a call: by the exchange's account, or by our own doing."""

    APPEND_ONLY: ClassVar[bool] = True

    OURS = "entitle"

    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="events")
    provider = models.CharField(max_length=30)
    event_id = models.CharField(max_length=120)
    name = models.CharField(max_length=25)
    at = models.DateTimeField()
    ordered_at = models.DateTimeField()
    """`at`, but not before what we had done when we heard of it: the exchange's clock may differ from ours."""
    recorded_at = models.DateTimeField()
    number = models.CharField(max_length=40, blank=True)
    dialled = models.CharField(max_length=40, blank=True)
    digits = models.CharField(max_length=40, blank=True)
    words = models.TextField(blank=True)
    cause = models.CharField(max_length=40, blank=True)
    queue = models.CharField(max_length=40, blank=True)
    language = models.CharField(max_length=2, blank=True)
    priority = models.SmallIntegerField(null=True)
    scheme = models.CharField(max_length=60, blank=True)
    note = models.TextField(blank=True)
    wrap_up_code = models.CharField(max_length=40, blank=True)
    agent = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True,
                              related_name="call_events")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["provider", "event_id"], name="call_event_once")]
