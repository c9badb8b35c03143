"""Work that a person must do, and the clock on it."""
from __future__ import annotations

from django.db import models

from entitle.customers.models import Customer
from entitle.kernel.references import new_code
from entitle.staff.models import Team, User
from entitle.work.lifecycle import UNFINISHED, WORK_ITEM

WORK_CODE = "WRK"



def work_code() -> str:
    return new_code(WORK_CODE)


class WorkItem(models.Model):
    """One thing to do, by a date that comes from a standard. What it is about is named, not keyed.

    Many are opened at once: there is an index for each way that it is looked for, and none else.
    """

    URGENT, NORMAL = 0, 5

    code = models.CharField(max_length=20, default=work_code)
    kind = models.CharField(max_length=60)
    about_kind = models.CharField(max_length=40)
    about_id = models.BigIntegerField()
    customer = models.ForeignKey(Customer, null=True, on_delete=models.PROTECT, related_name="work_items")
    scheme = models.CharField(max_length=60, blank=True)
    skill = models.CharField(max_length=60)
    team = models.ForeignKey(Team, null=True, on_delete=models.PROTECT, related_name="work_items", db_index=False)
    owner_user = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="work_items", db_index=False)
    opened_at = models.DateTimeField()
    origin_at = models.DateTimeField()
    standard = models.CharField(max_length=60)
    interval = models.IntegerField()
    unit = models.CharField(max_length=20)
    division = models.CharField(max_length=30)
    target_on = models.DateField()
    told_on = models.DateField(null=True)
    """Of a promise, the day that the customer was last told; null, for one as old as this column, is `target_on`."""
    is_promise = models.BooleanField(default=False)
    state = models.CharField(max_length=20, default=WORK_ITEM.first)
    done_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=100, blank=True)
    done_by_user = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="work_items_done",
                                     db_index=False)
    priority = models.SmallIntegerField(default=NORMAL)
    language = models.CharField(max_length=2, default="en")
    note = models.TextField(blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["target_on"], name="work_item_promises",
                         condition=models.Q(is_promise=True, state__in=UNFINISHED)),
            models.Index(fields=["owner_user"], name="work_item_owner",
                         condition=models.Q(owner_user__isnull=False)),
            models.Index(fields=["skill", "priority", "target_on", "id"], name="work_item_queue",
                         condition=models.Q(state__in=UNFINISHED)),
        ]
        constraints = [
            models.CheckConstraint(condition=models.Q(state__in=WORK_ITEM.states), name="work_item_state"),
            models.UniqueConstraint(fields=["code"], name="work_item_code"),
            models.UniqueConstraint(fields=["about_id", "about_kind", "kind"], name="work_item_once_at_a_time",
                                    condition=models.Q(state__in=UNFINISHED)),
        ]


class ClockEvent(models.Model):
    """The clock on a piece of work was paused or resumed: it ran from `origin_at`, and stopped at `done_at`."""

    APPEND_ONLY = True

    PAUSED, RESUMED = "paused", "resumed"

    work_item = models.ForeignKey(WorkItem, on_delete=models.PROTECT, related_name="clock_events")
    event = models.CharField(max_length=10)
    at = models.DateTimeField()
