"""Harder questions that a caller was asked."""
from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from entitle.contacts.models.contact import Contact
from entitle.customers.models import Customer


class HarderAnswer(models.Model):
    """A caller answered a harder question, right or wrong. What they said is not kept."""

    APPEND_ONLY: ClassVar[bool] = True

    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="harder_answers")
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="harder_answers", db_index=False)
    question = models.CharField(max_length=20)
    is_right = models.BooleanField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["contact", "question"], name="harder_question_once")]
        indexes = [models.Index(fields=["customer", "at"], condition=Q(is_right=False), name="harder_answer_wrong")]
