"""The dated facts of the record."""
from __future__ import annotations

from django.db import models

from entitle.customers.models.customer import Customer


class HeldFact(models.Model):
    """One value of one fact: when it was true, when it was known, and who or what said so. Corrected by another row."""

    APPEND_ONLY = True

    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="held_facts")
    fact = models.CharField(max_length=100)
    value = models.JSONField(null=True)
    true_from = models.DateField(null=True)
    true_to = models.DateField(null=True)
    known_at = models.DateTimeField()
    source = models.CharField(max_length=40)
    source_kind = models.CharField(max_length=40, blank=True)
    source_id = models.BigIntegerField(null=True)
    verified = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["customer", "fact", "known_at"], name="held_fact_known")]
        constraints = [
            models.CheckConstraint(condition=models.Q(true_to__isnull=True) | models.Q(true_from__isnull=True)
                                   | models.Q(true_to__gte=models.F("true_from")), name="held_fact_in_order"),
        ]
