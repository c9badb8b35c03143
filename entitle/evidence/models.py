"""Evidence asked for, what came in, and what was made of it. The bytes are elsewhere, in a file store."""
from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from entitle.customers.models import Customer
from entitle.evidence.lifecycle import EVIDENCE_REQUEST, OUTSTANDING_STATES
from entitle.kernel.references import new_code


def evidence_request_code() -> str:
    return new_code("EVD")


def evidence_item_code() -> str:
    return new_code("EVI")


class EvidenceRequest(models.Model):
    """Something that a customer was asked to send, and why. Its life is lifecycle.EVIDENCE_REQUEST."""

    code = models.CharField(max_length=20, unique=True, default=evidence_request_code)
    about_kind = models.CharField(max_length=20)
    about_id = models.BigIntegerField()
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="evidence_requests")
    fact = models.CharField(max_length=80)
    document_kind = models.CharField(max_length=60)
    state = models.CharField(max_length=12, default=EVIDENCE_REQUEST.first)
    asked_at = models.DateTimeField()
    due_on = models.DateField()
    version = models.IntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=EVIDENCE_REQUEST.states), name="evidence_request_state"),
            models.UniqueConstraint(
                fields=["about_id", "about_kind", "fact"], condition=Q(state__in=OUTSTANDING_STATES),
                name="evidence_asked_once",
            ),
        ]
        indexes = [
            models.Index(fields=["due_on"], condition=Q(state="asked"), name="evidence_overdue"),
        ]


class EvidenceItem(models.Model):
    """One document as it came in: only what identifies its bytes. Paper seen at a counter has no fingerprint."""

    APPEND_ONLY: ClassVar[bool] = True

    code = models.CharField(max_length=20, unique=True, default=evidence_item_code)
    request = models.ForeignKey(EvidenceRequest, on_delete=models.PROTECT, null=True, related_name="items")
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="evidence_items")
    document_kind = models.CharField(max_length=60)
    sha256 = models.CharField(max_length=64, blank=True)
    file_name = models.CharField(max_length=200, blank=True)
    media_type = models.CharField(max_length=100, blank=True)
    size = models.BigIntegerField(default=0)
    received_at = models.DateTimeField()
    channel = models.CharField(max_length=20)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(sha256="") | Q(sha256__regex="^[0-9a-f]{64}$"), name="item_fingerprint"),
            models.CheckConstraint(condition=Q(size__gte=0), name="item_size"),
        ]


class EvidenceScan(models.Model):
    """What a virus scanner said of an item; the latest row holds. A scanner out of reach leaves 'unscanned'."""

    APPEND_ONLY: ClassVar[bool] = True

    item = models.ForeignKey(EvidenceItem, on_delete=models.PROTECT, related_name="scans")
    result = models.CharField(max_length=12)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(result__in=["clean", "infected", "unscanned"]), name="scan_result"),
        ]


class EvidenceVerdict(models.Model):
    """What a person made of an item: accepted or not, by whom, and why not. The latest row holds."""

    APPEND_ONLY: ClassVar[bool] = True

    item = models.ForeignKey(EvidenceItem, on_delete=models.PROTECT, related_name="verdicts")
    accepted = models.BooleanField()
    by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="evidence_verdicts"
    )
    at = models.DateTimeField()
    reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(accepted=True) | ~Q(reason=""), name="verdict_against_says_why"),
        ]
