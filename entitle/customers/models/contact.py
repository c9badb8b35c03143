"""What a customer is called and how they are reached and paid: each row half-open, the old kept when the new begins."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q

from entitle.customers.models.customer import Customer
from entitle.customers.models.people import Representative

OPEN = Q(until_on__isnull=True)
IN_ORDER = Q(until_on__isnull=True) | Q(until_on__gte=F("from_on"))


class PersonName(models.Model):
    """A name as the person writes it, and the keys that find it (names.py makes them)."""

    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="names")
    given = models.CharField(max_length=200, blank=True)
    family = models.CharField(max_length=200)
    known_as = models.CharField(max_length=200, blank=True)
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    key_normal = models.CharField(max_length=600)
    key_phonetic = models.CharField(max_length=200)
    trigrams = ArrayField(models.CharField(max_length=3))

    class Meta:
        indexes = [
            models.Index(fields=["key_normal"], name="person_name_normal"),
            models.Index(fields=["key_phonetic"], name="person_name_phonetic"),
            GinIndex(fields=["trigrams"], name="person_name_trigrams", gin_pending_list_limit=64),
        ]
        constraints = [
            models.CheckConstraint(condition=IN_ORDER, name="person_name_in_order"),
            models.UniqueConstraint(fields=["customer"], condition=OPEN, name="person_name_one_now"),
        ]


class Address(models.Model):
    """Where a customer lives or gets letters. A hidden address is shown to nobody who has no need of it."""

    HOME, LETTERS = "home", "letters"

    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="addresses")
    kind = models.CharField(max_length=20, default=HOME)
    lines = models.JSONField()
    postcode = models.CharField(max_length=10, blank=True)
    is_hidden = models.BooleanField(default=False)
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    key_postcode = models.CharField(max_length=10, blank=True)
    key_normal = models.CharField(max_length=300)
    """Everything before the town run together, so that one household's rows are the same however each was typed."""

    class Meta:
        indexes = [models.Index(fields=["key_postcode"], name="address_postcode")]
        constraints = [
            models.CheckConstraint(condition=IN_ORDER, name="address_in_order"),
            models.UniqueConstraint(fields=["customer", "kind"], condition=OPEN, name="address_one_now"),
        ]


class ContactPoint(models.Model):
    """A phone number or email address. Whether it is safe to use may be not known yet: then it is not used."""

    PHONE, EMAIL = "phone", "email"

    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="contact_points")
    kind = models.CharField(max_length=10)
    value = models.CharField(max_length=254)
    is_safe = models.BooleanField(null=True)
    is_preferred = models.BooleanField(default=False)
    times = models.CharField(max_length=20, blank=True, db_default="")
    """When it is safe to ring, as they said: a choice of the fact `person.phone_times`."""
    from_on = models.DateField()
    until_on = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["kind", "value"], name="contact_point_value")]
        constraints = [
            models.CheckConstraint(condition=IN_ORDER, name="contact_point_in_order"),
            models.UniqueConstraint(
                fields=["customer", "kind", "value"], condition=OPEN, name="contact_point_once_now"
            ),
            models.UniqueConstraint(
                fields=["customer", "kind"], condition=OPEN & Q(is_preferred=True), name="contact_point_one_preferred"
            ),
        ]


class BankAccount(models.Model):
    """Where a customer is paid: into their own account, or their appointee's while somebody acts for them."""

    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="bank_accounts")
    representative = models.ForeignKey(
        Representative, on_delete=models.PROTECT, null=True, related_name="bank_accounts", db_index=False)
    """Whose account it is, where it is not the customer's own."""
    sort_code = models.CharField(max_length=6)
    account_number = models.CharField(max_length=8)
    account_name = models.CharField(max_length=100)
    roll_number = models.CharField(max_length=18, blank=True)
    verified = models.BooleanField(default=False)
    is_held = models.BooleanField(default=False, db_default=False)
    """Nothing is paid into it yet: holds.py says why."""
    from_on = models.DateField()
    until_on = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["sort_code", "account_number"], name="bank_account_number")]
        constraints = [
            models.CheckConstraint(condition=IN_ORDER, name="bank_account_in_order"),
            models.UniqueConstraint(fields=["customer"], condition=OPEN, name="bank_account_one_now"),
        ]
