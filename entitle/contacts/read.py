"""Calls read by statements whose words are made once: to make them anew for each cost more than to ask the database."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import connection

from entitle.contacts.models import Call

_FIELDS = [field.attname for field in Call._meta.concrete_fields]
_CALLS = f"select {', '.join(str(field.column) for field in Call._meta.concrete_fields)} from {Call._meta.db_table}"


def first_call(where: str, *values: Any) -> Call | None:
    """The first call of a statement that goes on with `where`; None where there is none."""
    return next(iter(calls(where, *values)), None)


def calls(where: str, *values: Any) -> Sequence[Call]:
    """Every call of such a statement."""
    with connection.cursor() as cursor:
        cursor.execute(f"{_CALLS} {where}", values)
        return [Call.from_db(connection.alias, _FIELDS, row) for row in cursor.fetchall()]
