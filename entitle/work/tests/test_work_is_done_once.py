"""One item about one thing, taken by one person, finished once."""

import threading

import pytest
from django.db import connection
from django.utils.module_loading import import_string
from hypothesis import given
from hypothesis import strategies as st

from entitle.kernel.lifecycle import NotAllowedNow
from entitle.kernel.references import Reference
from entitle.work import operations, queries
from entitle.work.kinds import UnknownKind, WorkKind, every_kind, kind_named, work_kinds
from entitle.work.lifecycle import ENDED, WORK_ITEM
from entitle.work.models import WorkItem
from entitle.work.tests.conftest import CLAIM, MONDAY, actor


class TestKinds:
    def test_each_says_all_six_words_in_both_languages(self):
        for kind in every_kind():
            assert all(
                (
                    kind.name,
                    kind.words.en,
                    kind.words.cy,
                    kind.starts_when,
                    kind.skill,
                    kind.permission,
                    kind.done_when,
                    kind.cancelled_when,
                )
            ), kind.name

    def test_two_rooms_cannot_mean_different_things_by_one_name(self):
        kind = kind_named("look.check")
        assert work_kinds(kind) == (kind,)
        with pytest.raises(ValueError, match="declared twice"):
            work_kinds(WorkKind("look.check", kind.words, "never", "x", "x", "x", "x"))

    def test_a_kind_nobody_declared_is_refused(self):
        with pytest.raises(UnknownKind, match="kettle.fill"):
            kind_named("kettle.fill")

    @given(st.lists(st.sampled_from(sorted({event for _, event, _ in WORK_ITEM.edges})), max_size=10))
    def test_what_has_ended_stays_ended(self, happenings):
        state = WORK_ITEM.first
        for event in happenings:
            before = state
            state = WORK_ITEM.after(state, event) if WORK_ITEM.can(state, event) else state
            assert before not in ENDED or state == before


@pytest.mark.django_db
class TestOneItem:
    def test_opening_it_again_gives_the_one_there_is(self, item, olwen):
        again = operations.open(
            kind="record.duplicate", about=CLAIM, customer_id=olwen.pk, origin_at=MONDAY, as_at=MONDAY, promise=True
        )
        assert again == item and queries.promises_of(olwen.pk) == [item]

    def test_opening_it_among_many_opens_those_that_there_are_not(self, item, olwen):
        each = [(number, olwen.pk, f"About Llŷr {number}") for number in (CLAIM.id, 901, 902)]
        assert operations.open_many(
            kind="record.duplicate", about_kind="claim", each=each, origin_at=MONDAY, as_at=MONDAY) == 2
        [_, first, _] = queries.open_for(olwen.pk)
        alone = operations.open(kind="record.duplicate", about=Reference("claim", 903), customer_id=olwen.pk,
                                origin_at=MONDAY, as_at=MONDAY, note="About Llŷr 901")
        assert not [field.name for field in WorkItem._meta.concrete_fields
                    if getattr(WorkItem.objects.get(pk=alone.pk), field.attname) != getattr(first, field.attname)
                    and field.name not in ("id", "code", "about_id")]

    def test_opening_many_is_tried_again_where_another_was_faster(self, item, olwen, monkeypatch):
        name = "entitle.work.operations.opening.new_codes"
        fresh, taken = import_string(name), [[item.code]]
        monkeypatch.setattr(name, lambda prefix, count: taken.pop() if taken else fresh(prefix, count))
        assert operations.open_many(kind="record.duplicate", about_kind="claim", each=[(901, olwen.pk, "")],
                                    origin_at=MONDAY, as_at=MONDAY) == 1
        assert (taken, len(queries.open_for(olwen.pk))) == ([], 2)

    def test_once_done_it_may_be_opened_anew(self, item, olwen):
        operations.complete(about=CLAIM, kind="record.duplicate", as_at=MONDAY, outcome="two people")
        again = operations.open(
            kind="record.duplicate", about=CLAIM, customer_id=olwen.pk, origin_at=MONDAY, as_at=MONDAY
        )
        assert again != item and queries.is_open(about=CLAIM, kind="record.duplicate")
        assert queries.about(CLAIM) == [item, again] and queries.open_for(olwen.pk) == [again]

    def test_what_one_has_taken_another_cannot(self, item, gurpreet, tomasz):
        operations.take(work_item_id=item.pk, user_id=gurpreet.pk)
        assert operations.take(work_item_id=item.pk, user_id=gurpreet.pk).owner_user == gurpreet
        with pytest.raises(NotAllowedNow):
            operations.take(work_item_id=item.pk, user_id=tomasz.pk)
        with pytest.raises(NotAllowedNow, match="only the person"):
            operations.hand_back(work_item_id=item.pk, user_id=tomasz.pk)

    def test_a_team_leader_moves_it_from_one_to_another(self, item, gurpreet, tomasz):
        operations.assign(work_item_id=item.pk, user_id=gurpreet.pk)
        assert operations.assign(work_item_id=item.pk, user_id=tomasz.pk).owner_user == tomasz
        assert operations.hand_back(work_item_id=item.pk, user_id=tomasz.pk).state == "open"

    def test_done_is_by_someone_with_an_outcome(self, item, gurpreet):
        done = operations.complete(work_item_id=item.pk, as_at=MONDAY, outcome="joined", by=actor(gurpreet))
        assert (done.state, done.outcome, done.done_by_user_id, done.done_at) == ("done", "joined", gurpreet.pk, MONDAY)
        with pytest.raises(operations.AlreadyDone, match="joined"):
            operations.cancel(about=CLAIM, kind="record.duplicate", as_at=MONDAY)

    def test_there_is_no_finishing_what_never_began(self, db):
        with pytest.raises(operations.NoSuchWork):
            operations.complete(about=Reference("claim", 99), kind="record.duplicate", as_at=MONDAY)


@pytest.mark.django_db(transaction=True)
class TestTwoAtOnce:
    def test_one_wins_and_the_other_is_told(self, item, gurpreet, tomasz):
        together, said = threading.Barrier(2), []

        def finish(user):
            try:
                together.wait(10)
                operations.complete(work_item_id=item.pk, as_at=MONDAY, outcome=user.username, by=actor(user))
                said.append("done")
            except operations.AlreadyDone:
                said.append("already done")
            finally:
                connection.close()

        people = [threading.Thread(target=finish, args=(user,)) for user in (gurpreet, tomasz)]
        for person in people:
            person.start()
        for person in people:
            person.join()
        assert sorted(said) == ["already done", "done"]
        assert queries.get(item.code).outcome in {gurpreet.username, tomasz.username}

    def test_two_who_open_it_together_open_one(self, olwen):
        together, opened = threading.Barrier(2), []

        def start():
            try:
                together.wait(10)
                opened.append(
                    operations.open(
                        kind="record.duplicate", about=CLAIM, customer_id=olwen.pk, origin_at=MONDAY, as_at=MONDAY
                    ).pk
                )
            finally:
                connection.close()

        people = [threading.Thread(target=start) for _ in range(2)]
        for person in people:
            person.start()
        for person in people:
            person.join()
        assert len(opened) == 2 and len(set(opened)) == 1 and WorkItem.objects.count() == 1
