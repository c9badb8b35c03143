"""Messages: what the agency sent, or meant to send."""
from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from entitle.contacts.lifecycle import MESSAGE
from entitle.customers.models import Customer
from entitle.kernel.references import new_code


def message_code() -> str:
    return new_code("MSG")


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
    as_known_on = models.DateField(null=True)
    """It goes to the numbers and email that were held on this day; null where it goes to those of now."""
    state = models.CharField(max_length=12, default=MESSAGE.first)
    suppressed_because = models.CharField(max_length=60, blank=True)
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    document_sha256 = models.CharField(max_length=64, blank=True)
    gateway_reference = models.CharField(max_length=80, blank=True)
    sent_again = models.PositiveSmallIntegerField(default=0, db_default=0)
    """How many further tries an officer has had made: each is a sending of its own to the sending service."""

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
        ]
