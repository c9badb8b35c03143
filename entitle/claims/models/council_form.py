"""What is told to a council for its own housing form, out of what was said for a claim."""
from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from entitle.claims.models.claim import Claim
from entitle.kernel.references import new_code


def council_form_code() -> str:
    return new_code("HSG")


class CouncilForm(models.Model):
    """The form as it is handed over: made once, with the claim that was taken in the same conversation."""

    APPEND_ONLY: ClassVar[bool] = True

    code = models.CharField(max_length=20, unique=True, default=council_form_code)
    claim = models.OneToOneField(Claim, on_delete=models.PROTECT, related_name="council_form")
    payload = models.TextField()
    """JSON, {fact: value}: each value letter for letter as it was answered."""
    digest = models.BinaryField()
    """SHA-256 of the payload, which whoever receives it can check."""
    made_at = models.DateTimeField()
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="council_forms_made",
        db_index=False)
