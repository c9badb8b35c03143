"""The date comes from a standard; the queue is in that order, and costs the same at any size."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from entitle.kernel.references import Reference
from entitle.standards import agency
from entitle.work import operations, queries
from entitle.work.models import WorkItem
from entitle.work.tests.conftest import CLAIM, MONDAY, customer_called

FIVE_DAYS = replace(agency()["complaint"], name="five_days", interval=5)


def opened(about_id, customer=None, standard=FIVE_DAYS, origin_at=MONDAY, **more):
    return operations.open(
        kind=more.pop("kind", "record.duplicate"),
        about=Reference("claim", about_id),
        standard=standard,
        customer_id=customer.pk if customer else None,
        origin_at=origin_at,
        as_at=MONDAY,
        **more,
    )


@pytest.mark.django_db
class TestTheTarget:
    def test_it_is_counted_from_the_origin_and_not_from_the_opening(self):
        late = opened(1, origin_at=MONDAY - timedelta(days=7))
        assert late.target_on == date(2026, 11, 2) and late.opened_at == MONDAY

    def test_each_division_keeps_its_own_holidays(self):
        st_andrews = datetime(2026, 11, 27, 9, tzinfo=UTC)
        assert opened(1, origin_at=st_andrews, division="england-and-wales").target_on == date(2026, 12, 4)
        assert opened(2, origin_at=st_andrews, division="scotland").target_on == date(2026, 12, 7)

    def test_a_kind_has_the_agencys_standard_of_its_own(self, item):
        assert item.standard == "duplicate_record" and item.target_on > MONDAY.date()

    def test_time_spent_waiting_is_not_the_agencys(self, gurpreet):
        item = opened(1)
        assert item.target_on == date(2026, 11, 9)
        operations.take(work_item_id=item.pk, user_id=gurpreet.pk)
        operations.pause(work_item_id=item.pk, as_at=MONDAY + timedelta(days=1))
        assert queries.queue().rows == ()
        resumed = operations.resume(
            about=Reference("claim", 1), kind="record.duplicate", as_at=MONDAY + timedelta(days=8)
        )
        assert (resumed.state, resumed.owner_user, resumed.target_on) == ("taken", gurpreet, date(2026, 11, 16))
        assert list(item.clock_events.order_by("at").values_list("event", flat=True)) == ["paused", "resumed"]

    def test_a_second_wait_is_added_to_the_first(self):
        item = opened(1)
        for day in (1, 3):
            operations.pause(work_item_id=item.pk, as_at=MONDAY + timedelta(days=day))
            operations.resume(work_item_id=item.pk, as_at=MONDAY + timedelta(days=day + 1))
        item.refresh_from_db()
        assert (item.state, item.target_on) == ("open", date(2026, 11, 11))


@pytest.mark.django_db
class TestTheQueue:
    def test_urgent_first_then_the_oldest_target(self):
        later, sooner = opened(1), opened(2, origin_at=MONDAY - timedelta(days=4))
        urgent = opened(3, kind="death.confirm", standard=None)
        assert [row.id for row in queries.queue().rows] == [urgent.pk, sooner.pk, later.pk]

    def test_it_shows_only_ones_own_skills_team_and_work(self, team, gurpreet):
        ours, anyones = opened(1, team_id=team.pk), opened(2)
        death = opened(3, kind="death.confirm", standard=None)
        operations.take(work_item_id=anyones.pk, user_id=gurpreet.pk)
        assert {row.id for row in queries.queue(skills=["records"]).rows} == {ours.pk, anyones.pk}
        assert {row.id for row in queries.queue(teams=[]).rows} == {anyones.pk, death.pk}
        assert [row.owner for row in queries.queue(user_id=gurpreet.pk).rows] == ["Gurpreet Kaur"]
        assert {row.id for row in queries.queue(unowned=True).rows} == {ours.pk, death.pk}

    def test_work_moved_to_another_skill_leaves_one_queue_for_the_other_with_its_date(self, gurpreet):
        item = opened(1)
        operations.take(work_item_id=item.pk, user_id=gurpreet.pk)
        operations.move_to_skill(about=Reference("claim", 1), kind="record.duplicate", skill="specialist")
        assert queries.queue(skills=["records"]).rows == ()
        [moved] = queries.queue(skills=["specialist"]).rows
        assert (moved.owner, moved.state, moved.target_on) == ("", "open", item.target_on)

    def test_a_page_at_a_time_and_none_twice(self):
        for number in range(7):
            opened(number)
        pages = [queries.queue(limit=3, offset=offset) for offset in (0, 3, 6)]
        assert [len(page.rows) for page in pages] == [3, 3, 1]
        assert len({row.id for page in pages for row in page.rows}) == 7 == pages[0].total

    def test_it_costs_the_same_statements_however_long(self, gurpreet, team):
        def cost(limit):
            with CaptureQueriesContext(connection) as asked:
                page = queries.queue(limit=limit)
            return len(asked), len(page.rows)

        for number in range(2):
            opened(number, customer_called("Dafydd", "Prys"), team_id=team.pk)
        few = cost(2)
        for number in range(2, 40):
            item = opened(number, customer_called("Winston", "Clarke"))
            operations.take(work_item_id=item.pk, user_id=gurpreet.pk)
        assert few == (3, 2) and cost(40) == (3, 40)

    def test_a_restricted_customers_work_does_not_name_them(self):
        joan = customer_called("Joan", "Black", is_restricted=True)
        opened(1, joan, note="Joan rang about her address")
        [row] = queries.queue().rows
        assert (row.customer_name, row.customer_code, row.note) == ("", "", "")
        [row] = queries.queue(see_restricted=True).rows
        assert (row.customer_name, row.customer_code) == ("Joan Black", joan.code)

    def test_what_is_past_its_target_is_counted(self):
        opened(1)
        opened(2, origin_at=MONDAY - timedelta(days=14))
        assert queries.counts(on=date(2026, 11, 3)) == [
            queries.KindCount("record.duplicate", "", unfinished=2, past_target=1)]

    def test_promises_are_those_the_customer_was_told_of(self, olwen):
        told = opened(1, olwen, promise=True)
        opened(2, olwen)
        assert queries.promises_of(olwen.pk) == [told]
        operations.complete(work_item_id=told.pk, as_at=MONDAY)
        assert queries.promises_of(olwen.pk, unfinished_only=True) == [] and queries.promises_of(olwen.pk) == [told]
        assert queries.get(told.code) == WorkItem.objects.get(pk=told.pk) and CLAIM.kind == "claim"
