"""Agents who wait for a call."""
from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models


class ReadyAgent(models.Model):
    """An agent who waits: the next caller whom they can help is put through to them. Others have no row."""

    agent = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="ready_for_calls")
    since = models.DateTimeField()
    queues = ArrayField(models.CharField(max_length=40))
    languages = ArrayField(models.CharField(max_length=2))
