"""Who was asked what it was like, and what was said. No reply says whose it is."""
from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from entitle.customers.models import Customer
from entitle.kernel.references import new_code


def survey_code() -> str:
    return new_code("SVY")


class SurveyOffer(models.Model):
    """One person asked once, after something that they did with us; the code lets them reply by any channel."""

    code = models.CharField(max_length=20, unique=True, default=survey_code)
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="survey_offers", db_index=False)
    occasion = models.CharField(max_length=12)
    channel = models.CharField(max_length=20)
    """How they claimed: the channel whose people they speak for."""
    scheme = models.CharField(max_length=60, blank=True)
    offered_at = models.DateTimeField()
    is_used = models.BooleanField(default=False)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(occasion__in=["claim", "call", "visit", "paper"]),
                                              name="survey_occasion")]
        indexes = [models.Index(fields=["customer", "-offered_at"], name="survey_offer_customer"),
                   models.Index(fields=["offered_at"], name="survey_offer_day")]


class SurveyReply(models.Model):
    """What one person said, 1 (not at all) to 5 (wholly), on a day. It is tied to no customer and to no offer."""

    APPEND_ONLY: ClassVar[bool] = True

    occasion = models.CharField(max_length=12)
    channel = models.CharField(max_length=20)
    scheme = models.CharField(max_length=60, blank=True)
    replied_on = models.DateField()
    replied_by = models.CharField(max_length=20)
    """By which channel the reply came."""
    right = models.SmallIntegerField()
    easy = models.SmallIntegerField()
    clear = models.SmallIntegerField()
    supportive = models.SmallIntegerField()
    words = models.TextField(blank=True)

    class Meta:
        constraints = [models.CheckConstraint(
            condition=Q(right__range=(1, 5), easy__range=(1, 5), clear__range=(1, 5), supportive__range=(1, 5)),
            name="survey_score_1_to_5")]
        indexes = [models.Index(fields=["replied_on"], name="survey_reply_day")]
