"""Contacts (a call, a visit, a letter in) and messages (what the agency sent, or meant to send)."""
from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from entitle.contacts.lifecycle import CONTACT, MESSAGE
from entitle.customers.models import Customer
from entitle.kernel.references import new_code


def contact_code() -> str:
    return new_code("CON")


def message_code() -> str:
    return new_code("MSG")


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


class Message(models.Model):
    """Something written to a customer, or to someone who acts for them. Its life is lifecycle.MESSAGE."""

    code = models.CharField(max_length=20, unique=True, default=message_code)
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="messages", db_index=False)
    about_kind = models.CharField(max_length=20, blank=True)
    about_id = models.BigIntegerField(null=True)
    addressee = models.CharField(max_length=20, default="customer")
    """'customer', 'representative' or 'estate': after a death nothing goes to the customer."""
    scheme = models.CharField(max_length=60, blank=True)
    template = models.CharField(max_length=80)
    language = models.CharField(max_length=2)
    channels = ArrayField(models.CharField(max_length=10))
    subject = models.CharField(max_length=200)
    body_html = models.TextField()
    body_text = models.TextField(blank=True)
    """The same as the sending service's Markdown, for email."""
    text_message = models.TextField(blank=True)
    """The short form, for a phone."""
    state = models.CharField(max_length=12, default=MESSAGE.first)
    suppressed_because = models.CharField(max_length=60, blank=True)
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    document_sha256 = models.CharField(max_length=64, blank=True)
    gateway_reference = models.CharField(max_length=80, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=MESSAGE.states), name="message_state"),
            models.CheckConstraint(
                condition=Q(addressee__in=["customer", "representative", "estate"]), name="message_has_an_addressee"
            ),
            models.CheckConstraint(condition=~Q(channels=[]), name="message_has_a_channel"),
        ]
        indexes = [
            models.Index(fields=["customer", "-created_at"], name="message_customer"),
            models.Index(fields=["created_at"], condition=Q(state="queued"), name="message_queued"),
            models.Index(
                fields=["gateway_reference"], condition=~Q(gateway_reference=""), name="message_gateway_reference"
            ),
        ]


class Invitation(models.Model):
    """Someone was invited to claim a benefit: once, whatever is run again. Of its code only a digest is kept."""

    APPEND_ONLY: ClassVar[bool] = True

    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="invitations", db_index=False)
    scheme = models.CharField(max_length=60)
    due_on = models.DateField()
    invited_at = models.DateTimeField()
    code_digest = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["customer", "scheme"], name="invited_once")]
        indexes = [models.Index(fields=["scheme", "due_on"], name="invitation_due")]
