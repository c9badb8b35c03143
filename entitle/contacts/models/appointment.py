"""When a customer is seen, where and by whom; and every time that it was moved."""
from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from entitle.contacts.lifecycle import APPOINTMENT
from entitle.customers.models import Customer
from entitle.kernel.references import new_code
from entitle.staff.models import Adviser, Office


def appointment_code() -> str:
    return new_code("APT")


class Appointment(models.Model):
    """One interview that was promised, from its booking to its end. Its life is lifecycle.APPOINTMENT.

    It keeps its code when it is moved: the date is what changes, and the promise stands from the day it was asked for.
    """

    INTERVIEW = "interview"

    code = models.CharField(max_length=20, unique=True, default=appointment_code)
    kind = models.CharField(max_length=30, default=INTERVIEW)
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="appointments", db_index=False)
    about_kind = models.CharField(max_length=20, blank=True)
    about_id = models.BigIntegerField(null=True)
    """The claim that it is about, if it is about one."""
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="appointments", db_index=False)
    adviser = models.ForeignKey(Adviser, on_delete=models.PROTECT, related_name="appointments", db_index=False)
    starts_at = models.DateTimeField()
    language = models.CharField(max_length=2)
    situations = ArrayField(models.CharField(max_length=30), default=list)
    features = ArrayField(models.CharField(max_length=30), default=list)
    """What the building had to have, as the customer said: so that it is had again when it is moved."""
    state = models.CharField(max_length=12, default=APPOINTMENT.first)
    asked_at = models.DateTimeField()
    """When the interview was asked for: its standard counts from here, however often it is moved."""
    see_by = models.DateField()
    booked_at = models.DateTimeField()
    booked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="appointments_booked")
    reminded_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True)
    """Why it was cancelled, or why a good cause was or was not found."""
    cause = models.TextField(blank=True)
    """Why they did not come, in their own words."""
    caused_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=APPOINTMENT.states), name="appointment_state"),
            models.CheckConstraint(condition=Q(booked_at__gte=F("asked_at")), name="appointment_booked_once_asked"),
            models.UniqueConstraint(
                fields=["adviser", "starts_at"], condition=Q(state="booked"), name="adviser_sees_one_at_a_time"),
            models.UniqueConstraint(
                fields=["customer", "kind"], condition=Q(state="booked"), name="appointment_one_to_come"),
        ]
        indexes = [
            models.Index(fields=["customer", "-starts_at"], name="appointment_customer"),
            models.Index(fields=["office", "starts_at"], name="appointment_diary"),
            models.Index(fields=["starts_at"], condition=Q(state="booked"), name="appointment_to_come"),
        ]


class AppointmentMove(models.Model):
    """It was to be then, and was moved: at whose wish, why, and when the customer was told."""

    APPEND_ONLY: ClassVar[bool] = True
    CUSTOMER, AGENCY = "customer", "agency"

    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="moves")
    was_at = models.DateTimeField()
    was_office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="moves_from", db_index=False)
    now_at = models.DateTimeField()
    wish_of = models.CharField(max_length=10)
    reason = models.CharField(max_length=200)
    told_at = models.DateTimeField()
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="appointments_moved",
        db_index=False)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(wish_of__in=["customer", "agency"]), name="move_at_someones_wish"),
            models.CheckConstraint(condition=Q(told_at__lt=F("was_at")), name="move_told_before_the_old_date"),
        ]
