"""What someone said of a page: joined to the step and the release that they saw, and to nobody."""
from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q


class Feedback(models.Model):
    """Whether a page did its work, and a few words. Its day is kept and no more, so that it tells of nobody."""

    APPEND_ONLY: ClassVar[bool] = True

    step = models.CharField(max_length=160)
    """The page's name, and which question or benefit it asked about: never a reference of anyone's."""
    release = models.CharField(max_length=40)
    language = models.CharField(max_length=2)
    said_on = models.DateField()
    was_useful = models.BooleanField()
    words = models.TextField(blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(step="") & ~Q(release=""), name="feedback_has_its_step")]
        indexes = [models.Index(fields=["said_on"], name="feedback_day")]
