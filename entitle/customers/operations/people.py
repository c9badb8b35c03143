"""Ties between people."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from entitle.customers.models import Relationship
from entitle.customers.operations.rows import close, lock


@transaction.atomic
def add_relationship(
    *, customer_id: int, kind: str, from_on: date, other_id: int | None = None, other_name: str = ""
) -> Relationship:
    """Note a tie to another customer, or to someone who is only a name; gives the open one where there is one.

    A marriage noted from the fact alone, with nobody named, is given its other person here.
    """
    lock(customer_id)
    same = Relationship.objects.filter(customer_id=customer_id, kind=kind, until_on__isnull=True)
    found = same.filter(other_id=other_id, other_name=other_name).first()
    if found is None and (found := same.filter(other=None, other_name="").first()) is not None:
        found.other_id, found.other_name = other_id, other_name
        found.save(update_fields=["other", "other_name"])
    return found or Relationship.objects.create(
        customer_id=customer_id, other_id=other_id, other_name=other_name, kind=kind, from_on=from_on
    )


def end_relationship(*, relationship_id: int, on: date) -> None:
    """It ended on a date. The row stays: a former partner's record is still not one's own to open."""
    close(Relationship.objects.filter(id=relationship_id), on=on)
