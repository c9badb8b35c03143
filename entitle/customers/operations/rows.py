"""Closing one dated row and opening the next, under a lock on the customer."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar

from django.db import connection
from django.db.models import Model, QuerySet
from django.db.models.functions import Greatest

from entitle.customers.models import Address, BankAccount, ContactPoint, Customer, PersonName, Relationship

DATED: tuple[type[Model], ...] = (Address, BankAccount, ContactPoint, PersonName, Relationship)
_OPEN = " union all ".join(
    f"select {place}, to_jsonb(row) from {model._meta.db_table} as row where customer_id = %(who)s and until_on is null"
    for place, model in enumerate(DATED)
)
_HOLD_AND_READ = f"select from {Customer._meta.db_table} where id = %(who)s for update;\n{_OPEN}"
_HOLD_BIRTH_DATE = 7402
"""A number for dates of birth, among the locks of the database."""
Row = TypeVar("Row", bound=Model)


def lock(customer_id: int) -> Customer:
    """The customer, held until the transaction ends, so that two changes of one record follow each other."""
    return Customer.objects.select_for_update().get(id=customer_id)


def hold_birth_date(born_on: date) -> None:
    """Of two who would open a record of one person at once, the second waits until the first has, and so finds it."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s, %s)", [_HOLD_BIRTH_DATE, born_on.toordinal()])


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


def hold_and_read(customer_id: int) -> Mapping[type[Model], list[dict[str, Any]]]:
    """What the record's dated tables say of a customer, held until the transaction ends: rows by table, as JSON has
    them. One journey to the database. Raises Customer.DoesNotExist.
    """
    found: dict[type[Model], list[dict[str, Any]]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(_HOLD_AND_READ, {"who": customer_id})
        if not cursor.rowcount:
            raise Customer.DoesNotExist
        cursor.nextset()
        for place, row in cursor.fetchall():
            found[DATED[place]].append(json.loads(row))
    return found


class Together:
    """Statements that wait, and go to the database in one journey: a claim makes many, and a hundred come a second."""

    def __init__(self) -> None:
        self._statements: list[str] = []
        self._values: list[Any] = []

    def insert(self, model: type[Model], **row: Any) -> None:
        """Put a row in. What it does not say has the model's default."""
        self.add(_insert(model), *(
            field.get_db_prep_save(row[name] if name in row else field.get_default(), connection)
            for name, field in _columns(model)))

    def end(self, model: type[Model], ids: Sequence[int], *, on: date) -> None:
        """End rows on a date; one that began later is ended as it began."""
        if ids:
            self.add(f"update {model._meta.db_table} set until_on = greatest(from_on, %s) where id = any(%s)",
                     on, list(ids))

    def touch(self, customer_id: int, **fields: Any) -> None:
        """Set columns of the customer and move its version on."""
        columns: dict[str, Any] = {name: Customer._meta.get_field(name) for name in fields}
        setting = "".join(f", {field.column} = %s" for field in columns.values())
        self.add(f"update {Customer._meta.db_table} set version = version + 1{setting} where id = %s",
                 *(columns[name].get_db_prep_save(value, connection) for name, value in fields.items()), customer_id)

    def go(self) -> None:
        """Send them, in the order they came."""
        with connection.cursor() as cursor:
            cursor.execute(";\n".join(self._statements), self._values)

    def add(self, statement: str, *values: Any) -> None:
        """One more statement, after those before it."""
        self._statements.append(statement)
        self._values.extend(values)


@lru_cache(maxsize=32)
def _columns(model: type[Model]) -> tuple[tuple[str, Any], ...]:
    return tuple((field.attname, field) for field in model._meta.concrete_fields if not field.primary_key)


@lru_cache(maxsize=32)
def _insert(model: type[Model]) -> str:
    columns = [field.column for _, field in _columns(model)]
    return f"insert into {model._meta.db_table} ({', '.join(columns)}) values ({', '.join(['%s'] * len(columns))})"


def touch(customer_id: int, **fields: Any) -> None:
    """Set columns of the customer and move its version on, now."""
    now = Together()
    now.touch(customer_id, **fields)
    now.go()
