"""Contacts: a call, a visit, a letter in."""
from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from entitle.contacts.lifecycle import CONTACT
from entitle.customers.models import Customer
from entitle.kernel.references import new_code


def contact_code() -> str:
    return new_code("CON")


class Contact(models.Model):
    """One time that a customer and the agency spoke or wrote, by any channel. Its life is lifecycle.CONTACT."""

    code = models.CharField(max_length=20, unique=True, default=contact_code)
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="contacts", db_index=False)
    channel = models.CharField(max_length=20)
    direction = models.CharField(max_length=3)
    state = models.CharField(max_length=12, default=CONTACT.first)
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=60)
    scheme = models.CharField(max_length=60, blank=True)
    """The benefit it was about, if any: the first such contact protects the date of a claim."""
    summary = models.TextField(blank=True)
    identity_confirmed_at = models.DateTimeField(null=True)
    """So that nobody is asked who they are twice in one contact."""
    stepped_up_at = models.DateTimeField(null=True)
    """When they had answered harder questions too, as is needed before a payment could be led elsewhere."""
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="contacts")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=CONTACT.states), name="contact_state"),
            models.CheckConstraint(condition=Q(direction__in=["in", "out"]), name="contact_in_or_out"),
            models.CheckConstraint(condition=Q(ended_at__gte=F("began_at")), name="contact_ends_after_it_begins"),
        ]
        indexes = [
            models.Index(fields=["customer", "-began_at"], name="contact_customer"),
            models.Index(fields=["customer", "scheme", "began_at"], name="contact_first"),
        ]
