"""What happened, and the seals over it. Plain numbers throughout: history lies below every room that it speaks of."""
from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Event(models.Model):
    """One thing that was done, by whom and when. References and digests only, never a customer's facts."""

    APPEND_ONLY = True

    at = models.DateTimeField()
    code = models.CharField(max_length=60)
    actor_role = models.CharField(max_length=20)
    actor_user_id = models.BigIntegerField(null=True)
    channel = models.CharField(max_length=30)
    about_kind = models.CharField(max_length=40)
    about_id = models.BigIntegerField()
    customer_id = models.BigIntegerField(null=True)
    refers_kind = models.CharField(max_length=40, blank=True)
    refers_id = models.BigIntegerField(null=True)
    reason = models.TextField(blank=True)
    digest = models.BinaryField(null=True)
    written_in = models.BigIntegerField()
    """The database transaction that wrote it: the order in which events are sealed, so that none can slip past."""
    mark = models.BinaryField()
    """A keyed digest of everything above and the event's own number, made as it is written."""

    class Meta:
        indexes = [
            models.Index(fields=["customer_id", "at"], name="history_event_customer"),
            models.Index(fields=["about_kind", "about_id"], name="history_event_about"),
            models.Index(fields=["code", "at"], name="history_event_code"),
            models.Index(fields=["written_in", "id"], name="history_event_sealing"),
        ]


class Seal(models.Model):
    """A keyed link over a run of events and the link before it."""

    APPEND_ONLY = True

    id = models.BigIntegerField(primary_key=True)
    """One after the seal before it, so that a missing link has a number."""
    first_event_id = models.BigIntegerField()
    last_event_id = models.BigIntegerField()
    last_written_in = models.BigIntegerField()
    count = models.IntegerField()
    event_ids = ArrayField(models.BigIntegerField())
    events_digest = models.BinaryField()
    digest = models.BinaryField()
    made_at = models.DateTimeField()
