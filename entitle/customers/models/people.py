"""Who a customer is tied to, who speaks for them, and what to take care over."""

from __future__ import annotations

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from entitle.customers.lifecycle import REPRESENTATIVE
from entitle.customers.models.customer import Customer
from entitle.staff.models import User


class Relationship(models.Model):
    """A tie to another person, who may or may not be a customer."""

    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="relationships")
    other = models.ForeignKey(Customer, null=True, on_delete=models.PROTECT, related_name="relationships_to")
    kind = models.CharField(max_length=30)
    other_name = models.CharField(max_length=400, blank=True)
    from_on = models.DateField()
    until_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(other=models.F("customer")), name="relationship_not_to_self"),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=models.F("from_on")), name="relationship_in_order"
            ),
        ]


class Representative(models.Model):
    """Someone who may speak, or act, for a customer; a helper only on the topics that the customer agreed to."""

    HELPER, APPOINTEE, ATTORNEY = "helper", "appointee", "attorney"

    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="representatives")
    user = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="represents")
    name = models.CharField(max_length=400)
    is_corporate = models.BooleanField(default=False, db_default=False)
    """A body, such as a council or a care home, rather than a person."""
    kind = models.CharField(max_length=20)
    scope = ArrayField(models.CharField(max_length=60), default=list)
    state = models.CharField(max_length=20, default=REPRESENTATIVE.first)
    visited_on = models.DateField(null=True)
    interviewed_on = models.DateField(null=True)
    decided_by_user = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="representatives_decided"
    )
    from_on = models.DateField(null=True)
    until_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=REPRESENTATIVE.states), name="representative_state"),
            models.UniqueConstraint(
                fields=["customer"], condition=Q(kind="appointee", state="active"), name="representative_one_appointee"
            ),
            models.CheckConstraint(
                name="representative_appointee_seen",
                condition=~Q(kind="appointee", state="active")
                | Q(visited_on__isnull=False, interviewed_on__isnull=False, decided_by_user__isnull=False),
            ),
        ]

    def acts_on(self, on: date) -> bool:
        """Whether they may speak or act on a date, on whatever was agreed."""
        begun = self.state == "active" and self.from_on is not None and self.from_on <= on
        return begun and (self.until_on is None or on < self.until_on)

    def may_speak_on(self, topic: str, *, on: date) -> bool:
        """Appointees and attorneys on all topics, a helper on those that the customer agreed to."""
        return self.acts_on(on) and (self.kind != self.HELPER or topic in self.scope)


class Vulnerability(models.Model):
    """Something every colleague must know before they speak to the customer, with the day it is looked at again."""

    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="vulnerabilities")
    kind = models.CharField(max_length=40)
    reason = models.TextField()
    consent = models.BooleanField()
    review_on = models.DateField()
    from_on = models.DateField()
    until_on = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["review_on"], name="vulnerability_review", condition=Q(until_on__isnull=True))]
