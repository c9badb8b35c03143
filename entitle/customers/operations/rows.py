"""Closing one dated row and opening the next, under a lock on the customer."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

from django.db.models import F, Model, QuerySet
from django.db.models.functions import Greatest

from entitle.customers.models import Customer

Row = TypeVar("Row", bound=Model)


def lock(customer_id: int) -> Customer:
    """The customer, held until the transaction ends, so that two changes of one record follow each other."""
    return Customer.objects.select_for_update().get(id=customer_id)


def close(rows: QuerySet[Any], *, on: date) -> int:
    """End open rows on a date; one that began later is ended as it began. Returns how many."""
    return rows.filter(until_on__isnull=True).update(until_on=Greatest("from_on", on))


def replace(model: type[Row], *, among: dict[str, Any], fields: dict[str, Any], from_on: date) -> Row:
    """Close the open row that `among` picks out and open one with `fields`, unless it says the same already."""
    manager: Any = model._default_manager
    open_rows: list[Row] = list(manager.filter(**among, until_on__isnull=True))
    for row in open_rows:
        if all(getattr(row, name) == value for name, value in fields.items()):
            return row
    if open_rows:
        close(manager.filter(**among), on=from_on)
    opened: Row = manager.create(**among, **fields, from_on=from_on)
    return opened


def touch(customer_id: int, **fields: Any) -> None:
    """Set columns of the customer and move its version on."""
    Customer.objects.filter(id=customer_id).update(version=F("version") + 1, **fields)
