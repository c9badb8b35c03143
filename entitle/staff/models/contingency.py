"""Offices that work without the system for a while, and the browsers on which claims are then taken."""
from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from entitle.kernel.references import new_code
from entitle.staff.lifecycle import CONTINGENCY
from entitle.staff.models.office import Office
from entitle.staff.models.people import User


def contingency_code() -> str:
    return new_code("CON")


class Contingency(models.Model):
    """One time that an office went over to forms and the offline page: who switched it, when and why."""

    code = models.CharField(max_length=20, unique=True, default=contingency_code)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="contingencies")
    why = models.CharField(max_length=500)
    state = models.CharField(max_length=10, default=CONTINGENCY.first)
    began_at = models.DateTimeField()
    begun_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="contingencies_begun")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="contingencies_ended")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=CONTINGENCY.states), name="contingency_state"),
            models.UniqueConstraint(fields=["office"], condition=Q(state="on"), name="contingency_once_at_a_time"),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("began_at")), name="contingency_ends_later"),
        ]


class OfflineDevice(models.Model):
    """A browser on which claims are taken offline: how many it took by its own count, told whenever it can tell."""

    key = models.CharField(max_length=40, unique=True)
    """Made up by the browser when it was set up."""
    office = models.ForeignKey(Office, null=True, on_delete=models.PROTECT, related_name="devices")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="devices", db_index=False)
    """Who last told us."""
    taken = models.PositiveIntegerField(default=0)
    """Its claims are numbered from 1 to this."""
    refused = models.JSONField(default=dict)
    """Why a claim could not be received, by its number."""
    heard_at = models.DateTimeField()
