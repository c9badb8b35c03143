"""An upgrade runs while the version before it serves: so a migration only adds, and takes no lock others wait for.

A room's 0001 makes its tables, when nobody uses them yet. What a later one may not do is either done in two releases
(docs/handbook/upgrade.md) or by an operation that does not lock.
"""
from __future__ import annotations

from typing import Any

import pytest
from django.contrib.postgres.operations import AddConstraintNotValid, AddIndexConcurrently, ValidateConstraint
from django.db import migrations, models
from django.db.migrations.loader import MigrationLoader


def faults(migration: migrations.Migration) -> list[str]:
    """What in a migration would stop, or break, the version that is serving."""
    made_here: set[str] = set()
    found = []
    for operation in migration.operations:
        if isinstance(operation, migrations.CreateModel):
            made_here.add(operation.name_lower)
        elif getattr(operation, "model_name_lower", None) not in made_here:
            found += _faults_of(operation)
    return found


def _faults_of(operation: Any) -> list[str]:
    name = f"{type(operation).__name__} {getattr(operation, 'model_name', '')}.{getattr(operation, 'name', '')}".strip()
    match operation:
        case migrations.RemoveField() | migrations.DeleteModel() | migrations.RenameField() | migrations.RenameModel():
            return [f"{name}: the version before still reads it"]
        case migrations.AlterField():
            return [f"{name}: may rewrite the table under a lock"]
        case migrations.AlterModelTable():
            return [f"{name}: the version before still reads it"]
        case migrations.AddIndex() if not isinstance(operation, AddIndexConcurrently):
            return [f"{name}: locks writers out; use AddIndexConcurrently"]
        case migrations.AddConstraint() if not isinstance(operation, AddConstraintNotValid):
            return [f"{name}: checks every row under a lock; add it NOT VALID and validate after"]
        case migrations.AddField(field=field) if not (field.null or field.has_db_default() or field.many_to_many):
            return [f"{name}: the version before inserts rows without it; give it null=True or a db_default"]
        case migrations.AddField(field=field) if field.db_index or field.unique:
            return [f"{name}: makes an index under a lock"]
        case migrations.RunPython() if operation.reverse_code is None:
            return [f"{name}: has no way back"]
        case migrations.RunSQL() if operation.reverse_sql is None:
            return [f"{name}: has no way back"]
    return []


def later_migrations() -> list[migrations.Migration]:
    found = MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    return [migration for (app, name), migration in sorted(found.items()) if migration.__module__.startswith("entitle.")
            and not name.startswith("0001_")]


class TestMigrationsOfOurs:
    def test_only_add_and_do_not_lock(self) -> None:
        assert {f"{each.app_label}.{each.name}": faults(each) for each in later_migrations() if faults(each)} == {}


class TestTheLint:
    @pytest.mark.parametrize("operation", [
        migrations.RemoveField("claim", "channel"),
        migrations.DeleteModel("Claim"),
        migrations.RenameField("claim", "channel", "door"),
        migrations.AlterField("claim", "channel", models.TextField()),
        migrations.AddIndex("claim", models.Index(fields=["channel"], name="claims_channel")),
        migrations.AddConstraint("claim", models.CheckConstraint(condition=models.Q(version__gte=0), name="claims_v")),
        migrations.AddField("claim", "door", models.TextField()),
        migrations.AddField("claim", "door", models.TextField(default="online")),
        migrations.AddField("claim", "door", models.TextField(null=True, db_index=True)),
        migrations.RunPython(migrations.RunPython.noop),
    ], ids=lambda operation: type(operation).__name__)
    def test_finds_what_would_stop_the_version_that_serves(self, operation: Any) -> None:
        assert faults(_made_of(operation)) != []

    @pytest.mark.parametrize("operation", [
        migrations.AddField("claim", "door", models.TextField(null=True)),
        migrations.AddField("claim", "door", models.TextField(db_default="online")),
        AddIndexConcurrently("claim", models.Index(fields=["channel"], name="claims_channel")),
        AddConstraintNotValid("claim", models.CheckConstraint(condition=models.Q(version__gte=0), name="claims_v")),
        ValidateConstraint("claim", "claims_v"),
        migrations.CreateModel("Door", [("id", models.BigAutoField(primary_key=True))]),
        migrations.RunPython(migrations.RunPython.noop, migrations.RunPython.noop),
    ], ids=lambda operation: type(operation).__name__)
    def test_lets_what_only_adds_through(self, operation: Any) -> None:
        assert faults(_made_of(operation)) == []

    def test_lets_a_table_have_its_indexes_in_the_migration_that_makes_it(self) -> None:
        assert faults(_made_of(migrations.CreateModel("Door", [("id", models.BigAutoField(primary_key=True))]),
                               migrations.AddIndex("door", models.Index(fields=["id"], name="doors_id")))) == []


def _made_of(*operations: Any) -> migrations.Migration:
    made = migrations.Migration("0002_something", "claims")
    made.operations = list(operations)
    return made
