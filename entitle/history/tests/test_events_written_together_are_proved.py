"""Thousands of events of one act bear no mark of their own; the one that vouches for them still finds every edit."""
from __future__ import annotations

import hashlib
from datetime import UTC, datetime

import pytest
from django.db import connection, transaction

from entitle.history import operations, queries
from entitle.history.models import Event
from entitle.kernel.references import SYSTEM, Reference

KEY = "demo-entitle_seal_key-for-this-machine-only"
AT = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
CHANGES = (
    "at = at + interval '1 microsecond'", "code = 'customer.searched'", "actor_role = 'staff'", "actor_user_id = 7",
    "channel = 'desk'", "about_kind = 'claim'", "about_id = 99", "customer_id = 99", "customer_id = NULL",
    "refers_kind = ''", "refers_id = NULL", "reason = 'none'", "digest = NULL", "written_in = written_in + 1000000",
    "mark = '\\x00'",
)
CUTS = (
    "DELETE FROM history_event WHERE about_id = 2 AND octet_length(mark) = 0",
    "DELETE FROM history_event WHERE code = 'history.together'",
    "UPDATE history_event SET mark = '', about_id = 99 WHERE code = 'customer.searched'",
    """INSERT INTO history_event SELECT 1000000 + id, at, code, actor_role, actor_user_id, channel, about_kind,
       about_id, customer_id, refers_kind, refers_id, reason, digest, written_in, mark FROM history_event
       WHERE octet_length(mark) = 0 LIMIT 1""",
)


@pytest.fixture(autouse=True)
def _the_key(settings):
    settings.ENTITLE_SEAL_KEY = KEY


@pytest.fixture
def verify(tmp_path):
    return lambda: [f"{problem.where}: {problem.what}"
                    for problem in queries.verify(key=KEY, head_path=tmp_path / "head.json")]


def looked(how_many):
    numbers = range(1, how_many + 1)
    each = operations.Happened(about=numbers, customers=numbers, refers=[number + 100 for number in numbers],
                               digests=[hashlib.sha256(str(number).encode()).digest() for number in numbers])
    return operations.write_mass(code="customer.looked", by=SYSTEM, at=AT, kind="customer", refers_kind="look",
                                 each=each)


@pytest.mark.django_db(transaction=True)
class TestEventsWrittenTogether:
    @pytest.fixture(autouse=True)
    def _written(self, verify, tmp_path):
        with transaction.atomic():
            assert looked(5) == 5
            operations.write(code="customer.searched", by=SYSTEM, at=AT, about=Reference("customer", 9))
            assert looked(3) == 3
        assert looked(0) == 0
        assert Event.objects.count() == 5 + 1 + 1 + 3 + 1
        operations.seal(key=KEY, head_path=tmp_path / "head.json", as_at=AT)
        assert looked(2) == 2
        assert verify() == []

    def test_one_of_them_altered_is_found_sealed_or_not(self, verify):
        assert [edit for change in CHANGES for chosen in ("min", "max") if not found(verify, edit := f"""
            UPDATE history_event SET {change} WHERE id = (
                SELECT {chosen}(id) FROM history_event WHERE octet_length(mark) = 0)""")] == []

    def test_none_is_taken_away_or_added_unseen(self, verify):
        assert [edit for edit in CUTS if not found(verify, edit)] == []


def found(verify, edit):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(edit)
        assert cursor.rowcount
        problems = verify()
        transaction.set_rollback(True)
    return any(problem.startswith("event:") for problem in problems)
