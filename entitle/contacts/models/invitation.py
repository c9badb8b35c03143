"""Invitations to claim."""
from __future__ import annotations

from typing import ClassVar

from django.db import models

from entitle.customers.models import Customer


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
