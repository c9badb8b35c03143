"""What a claimant said, written out for them to check; and that they agreed it is right."""
from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from entitle.claims.models.claim import Claim
from entitle.kernel.references import new_code


def statement_code() -> str:
    return new_code("STA")


class Statement(models.Model):
    """One statement of a claim as it stood. Its words are made again from the answers; here is the digest of them."""

    APPEND_ONLY: ClassVar[bool] = True

    code = models.CharField(max_length=20, unique=True, default=statement_code)
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="statements")
    language = models.CharField(max_length=2)
    digest = models.BinaryField()
    unanswered = models.PositiveSmallIntegerField()
    """How many of its items read "not answered"."""
    made_at = models.DateTimeField()
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="statements_made", db_index=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["claim", "language", "digest"], name="statement_once_as_it_stands"),
        ]


class StatementAgreed(models.Model):
    """The claimant agreed, on screen with their own sign-in, by signing the paper, or aloud as it was read to them."""

    APPEND_ONLY: ClassVar[bool] = True
    SCREEN, PAPER, READ_BACK = WAYS = ("screen", "paper", "read_back")

    statement = models.OneToOneField(Statement, on_delete=models.PROTECT, related_name="agreed")
    how = models.CharField(max_length=10)
    signed_on = models.DateField()
    """The date beside the signature, or of the call."""
    noted_at = models.DateTimeField()
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="statements_agreed", db_index=False)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(how__in=["screen", "paper", "read_back"]),
                                   name="statement_agreed_in_some_way"),
        ]
