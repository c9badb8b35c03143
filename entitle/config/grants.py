"""What the application's database role may do: everything but rewrite what is append-only."""
from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db import connections, transaction
from psycopg import sql

from entitle.config.database import APPLICATION_ROLE


def append_only_tables() -> list[str]:
    """The tables of every model that says APPEND_ONLY."""
    return sorted(model._meta.db_table for model in apps.get_models() if getattr(model, "APPEND_ONLY", False))


def grant_to_application(*, using: str, **_: Any) -> None:
    """Make the role if it is missing, and grant it all but UPDATE, DELETE and TRUNCATE on what is append-only.

    In one transaction: broken off half-way, or while an older version serves, it is never granted more.
    """
    role, tables = sql.Identifier(APPLICATION_ROLE), append_only_tables()
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        existing = set(connections[using].introspection.table_names(cursor))
        cursor.execute("select pg_advisory_xact_lock(7311)")
        cursor.execute("select 1 from pg_roles where rolname = %s", [APPLICATION_ROLE])
        if cursor.fetchone() is None:
            cursor.execute(sql.SQL("create role {} nologin").format(role))
        cursor.execute("select pg_has_role(current_user, %s, 'set')", [APPLICATION_ROLE])
        if cursor.fetchone() == (False,):
            cursor.execute(sql.SQL("grant {} to current_user with set true").format(role))
        for what in ("usage on schema public", "select, insert, update, delete on all tables in schema public",
                     "usage, select, update on all sequences in schema public",
                     "execute on all functions in schema public"):
            cursor.execute(sql.SQL("grant {} to {}").format(sql.SQL(what), role))
        for table in tables:
            if table in existing:
                taking = sql.SQL("revoke update, delete, truncate on {} from {}")
                cursor.execute(taking.format(sql.Identifier(table), role))
