"""A database superuser can change any row; verify says which."""
import hashlib
import json
import threading
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, transaction

from entitle.history import operations, queries
from entitle.history.head import read_head
from entitle.history.models import Event, Seal
from entitle.history.operations import EventRow, HistoryDisturbed
from entitle.history.queries import Problem
from entitle.kernel.references import SYSTEM, Reference

KEY = "demo-entitle_seal_key-for-this-machine-only"
AT = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _the_key(settings):
    settings.ENTITLE_SEAL_KEY = KEY


@pytest.fixture
def head_path(tmp_path):
    return tmp_path / "elsewhere" / "head.json"


@pytest.fixture
def verify(head_path):
    return lambda **more: queries.verify(key=KEY, head_path=head_path, **more)


@pytest.fixture
def seal(head_path):
    return lambda: operations.seal(as_at=AT, key=KEY, head_path=head_path)


def written(count, refers_to=None, digest=None):
    return operations.write_many([
        EventRow("customer.looked", SYSTEM, AT + timedelta(seconds=n), Reference("customer", n), customer_id=n,
                 refers_to=refers_to, digest=digest, reason=f"Seán O’Neill’s call {n}") for n in range(count)])


def by_hand(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def event(number):
    return Reference("event", number)


@pytest.mark.django_db(transaction=True)
class TestHistoryThatStands:
    def test_untouched_history_has_no_problems(self, seal, verify):
        written(30)
        assert seal() == 30
        written(5)
        assert seal() == 5
        written(2)
        assert verify() == []
        assert seal() == 2 and seal() == 0

    def test_a_run_longer_than_one_seal_is_sealed_whole(self, seal, verify, monkeypatch):
        monkeypatch.setattr("entitle.history.operations.sealing.AT_ONCE", 10)
        written(35)
        assert seal() == 35
        assert [s.count for s in Seal.objects.order_by("id")] == [10, 10, 10, 5]
        assert verify() == []

    def test_the_wrong_key_proves_nothing(self, seal, head_path):
        written(1)
        seal()
        assert queries.verify(key="another", head_path=head_path)


@pytest.mark.django_db(transaction=True)
class TestASuperuser:
    @pytest.mark.parametrize("change", [
        "reason = 'nothing to see'", "actor_user_id = 99", "customer_id = null", "at = at + interval '1 microsecond'",
        "digest = '\\x00'", "code = 'customer.searched'", "about_id = about_id + 1", "mark = '\\x00'",
    ])
    def test_who_edits_a_sealed_event_is_found(self, seal, verify, change):
        numbers = written(12)
        seal()
        by_hand(f"update history_event set {change} where id = %s", numbers[4])
        assert event(numbers[4]) in [problem.where for problem in verify()]
        assert {problem.where.kind for problem in verify()} <= {"event", "seal"}

    def test_who_edits_an_event_not_sealed_yet_is_found(self, verify):
        numbers = written(3)
        by_hand("update history_event set reason = '' where id = %s", numbers[1])
        assert verify() == [Problem("the event was altered after it was written", event(numbers[1]))]

    def test_who_removes_an_event_not_sealed_yet_leaves_its_number_unused(self, seal):
        before = queries.unused_numbers()
        numbers = written(4)
        by_hand("delete from history_event where id in (%s, %s, %s)", numbers[1], numbers[2], numbers[3])
        seal()
        assert [run for run in queries.unused_numbers() if run not in before][-1] == (numbers[1], numbers[3])

    def test_who_removes_an_event_is_found(self, seal, verify):
        numbers = written(12)
        seal()
        by_hand("delete from history_event where id = %s", numbers[7])
        assert verify() == [Problem("the event was removed after seal 1 was put on it", event(numbers[7]))]

    def test_who_copies_an_event_under_a_seal_is_found(self, seal, verify):
        numbers = written(12)
        seal()
        by_hand("""insert into history_event select (jsonb_populate_record(history_event, '{"id": 999999}')).*
                   from history_event where id = %s""", numbers[0])
        assert event(999999) in [problem.where for problem in verify()]

    def test_who_cuts_off_the_end_with_its_seal_is_found(self, seal, verify, head_path):
        written(5)
        seal()
        late = written(5)
        seal()
        by_hand("delete from history_event where id >= %s", late[0])
        by_hand("delete from history_seal where id = 2")
        [problem] = verify()
        assert problem.where == Reference("seal", 2)
        assert "cut off" in problem.what and str(late[-1]) in problem.what
        before = read_head(head_path)
        with pytest.raises(HistoryDisturbed):
            seal()
        assert read_head(head_path) == before

    def test_who_cuts_everything_off_is_found(self, seal, verify):
        written(5)
        seal()
        by_hand("truncate history_event, history_seal")
        assert [problem.where for problem in verify()] == [Reference("seal", 1)]

    def test_who_removes_an_event_and_rewrites_the_seal_is_found(self, seal, verify):
        numbers = written(3)
        seal()
        by_hand("delete from history_event where id = %s", numbers[2])
        by_hand("update history_seal set event_ids = %s, count = 2", numbers[:2])
        assert Reference("seal", 1) in [problem.where for problem in verify()]

    def test_who_removes_a_seal_from_the_middle_is_found(self, seal, verify):
        for _ in range(3):
            written(2)
            seal()
        by_hand("delete from history_seal where id = 2")
        assert Reference("seal", 2) in [problem.where for problem in verify()]

    def test_who_loses_the_head_is_found_and_nothing_is_sealed_over_it(self, seal, verify, head_path):
        written(2)
        seal()
        head_path.unlink()
        assert [problem.where for problem in verify()] == [Reference("seal", 1)]
        with pytest.raises(HistoryDisturbed, match="head file is missing"):
            seal()

    @pytest.mark.parametrize("said", ["", "[1]", '{"seal_id": 1}', "\x00\xff", "another"])
    def test_who_alters_the_head_is_found_and_nothing_is_sealed_over_it(self, seal, verify, head_path, said):
        for _ in range(2):
            written(1)
            seal()
        if said == "another":
            said = json.dumps({**json.loads(head_path.read_text()), "digest": "00" * 32})
        head_path.write_text(said)
        assert {problem.where.kind for problem in verify()} == {"seal"}
        by_hand("truncate history_event, history_seal")
        assert verify(), "nor where all of history is gone with it"
        with pytest.raises(HistoryDisturbed):
            seal()

    def test_who_edits_or_removes_a_decision_is_found(self, seal, verify):
        made = {5: hashlib.sha256(b"entitled").digest(), 6: hashlib.sha256(b"refused").digest()}
        for number, digest in made.items():
            written(1, refers_to=Reference("decision", number), digest=digest)
        seal()
        assert verify(digest_sources={"decision": lambda ids: made}) == []
        altered = {5: hashlib.sha256(b"entitled to more").digest()}
        found = verify(digest_sources={"decision": lambda ids: altered})
        assert [problem.where for problem in found] == [Reference("decision", 5), Reference("decision", 6)]
        assert "not what it was" in found[0].what and "gone" in found[1].what


@pytest.mark.django_db(transaction=True)
class TestWritersAndTheSealer:
    def test_an_event_committed_late_under_a_lower_number_is_sealed(self, seal, verify):
        written_first, may_commit = threading.Event(), threading.Event()
        numbers = []

        def slow_writer():
            try:
                with transaction.atomic():
                    numbers.extend(written(1))
                    written_first.set()
                    may_commit.wait(10)
            finally:
                connection.close()

        writer = threading.Thread(target=slow_writer)
        writer.start()
        assert written_first.wait(10)
        [quick] = written(1)
        sealed_meanwhile = seal()
        may_commit.set()
        writer.join()

        assert numbers[0] < quick
        assert sealed_meanwhile + seal() == 2
        assert sorted(number for s in Seal.objects.all() for number in s.event_ids) == [numbers[0], quick]
        assert Event.objects.count() == 2
        assert verify() == []

    def test_writers_do_not_wait_for_each_other_or_for_the_sealer(self, seal):
        done = threading.Event()

        def other_writer():
            try:
                with transaction.atomic():
                    written(1)
                done.set()
            finally:
                connection.close()

        with transaction.atomic():
            written(1)
            seal()
            writer = threading.Thread(target=other_writer)
            writer.start()
            assert done.wait(5)
        writer.join()
        assert Event.objects.count() == 2

    def test_what_the_sealers_own_transaction_writes_is_left_for_the_next_seal(self, seal, verify):
        with transaction.atomic():
            before = written(1)
            written_elsewhere = threading.Thread(target=lambda: (written(1), connection.close()))
            written_elsewhere.start()
            written_elsewhere.join()
            assert seal() == 0
            after = written(1)
        assert seal() == 3 and verify() == []
        assert {*before, *after} <= set(Seal.objects.get().event_ids)

    def test_a_server_loaded_from_a_dump_refuses_to_seal(self, seal):
        written(1)
        seal()
        by_hand("update history_seal set last_written_in = last_written_in + 1000000000")
        with pytest.raises(HistoryDisturbed, match="loaded from a dump"):
            seal()
