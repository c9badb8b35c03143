"""Where customers are seen, and by whom."""
from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from entitle.kernel.references import new_code
from entitle.kernel.working_days import ENGLAND_AND_WALES
from entitle.staff.models.people import User


def office_code() -> str:
    return new_code("OFF")


class Office(models.Model):
    """One building where people are seen: whom it serves, what it has, and how many can be seen at once."""

    code = models.CharField(max_length=20, unique=True, default=office_code)
    name = models.CharField(max_length=100, unique=True)
    lines = models.JSONField()
    postcode = models.CharField(max_length=10)
    postcode_areas = ArrayField(models.CharField(max_length=4))
    """The districts ('LS10') and whole areas ('LS') that it serves."""
    features = ArrayField(models.CharField(max_length=30), default=list)
    """What it has, as `contacts.booking` names it: step_free, hearing_loop, private_room."""
    capacity = models.PositiveSmallIntegerField()
    """How many can be seen in one half-hour, whoever is at work."""
    opens_at = models.TimeField()
    closes_at = models.TimeField()
    """London's time on the wall."""
    division = models.CharField(max_length=30, default=ENGLAND_AND_WALES)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(closes_at__gt=F("opens_at")), name="office_closes_after_it_opens"),
        ]

    def __str__(self) -> str:
        return self.name


class Adviser(models.Model):
    """A member of staff who sees customers: where, when, in which languages, and whom they are trained to see."""

    user = models.OneToOneField(User, on_delete=models.PROTECT, related_name="adviser")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="advisers")
    languages = ArrayField(models.CharField(max_length=2))
    specialisms = ArrayField(models.CharField(max_length=30), default=list)
    """Situations that they are trained in, as `contacts.booking` names them; none for one who sees anybody."""
    weekdays = ArrayField(models.PositiveSmallIntegerField())
    """Days that they work: 0 is Monday."""
    starts_at = models.TimeField()
    finishes_at = models.TimeField()
    is_seeing = models.BooleanField(default=True)
    """False while they are away, and for good once they have left."""

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(finishes_at__gt=F("starts_at")), name="adviser_finishes_after_start"),
            models.CheckConstraint(condition=~Q(weekdays=[]), name="adviser_works_some_day"),
        ]
