"""A customer, and which customer a member of staff is."""
from __future__ import annotations

from django.db import models
from django.db.models.functions import Left

from entitle.kernel.references import new_code
from entitle.kernel.working_days import ENGLAND_AND_WALES
from entitle.staff.models import User


def customer_code() -> str:
    return new_code("CUS")


class Customer(models.Model):
    """One person, whatever the benefit: the row that every other room hangs its own on."""

    code = models.CharField(max_length=20, unique=True, default=customer_code)
    born_on = models.DateField()
    sex = models.CharField(max_length=10, blank=True)
    nino = models.CharField(max_length=9, null=True)
    language = models.CharField(max_length=2, default="en")
    letter_format = models.CharField(max_length=20, default="standard")
    access_needs = models.TextField(blank=True)
    is_restricted = models.BooleanField(default=False)
    died_on = models.DateField(null=True)
    user = models.OneToOneField(User, null=True, on_delete=models.PROTECT, related_name="customer")
    division = models.CharField(max_length=30, default=ENGLAND_AND_WALES)
    created_at = models.DateTimeField()
    version = models.IntegerField(default=1)

    class Meta:
        indexes = [models.Index(fields=["born_on"], name="customer_born_on")]
        constraints = [models.UniqueConstraint(Left("nino", 8), name="customer_nino_once")]


class StaffLink(models.Model):
    """Which customer a member of staff is, so that nobody opens their own record or a relative's."""

    user = models.OneToOneField(User, on_delete=models.PROTECT, related_name="own_record")
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="staff_links")
    linked_at = models.DateTimeField()
