"""Whoever manages queues sees who waits, who could take them, and which promises are about to be broken."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from entitle.channels.desk.tests.cast import acting, at_the_desk_of, officer
from entitle.channels.desk.tests.conftest import TODAY
from entitle.channels.desk.tests.test_a_days_calls import words_of
from entitle.contacts.models import Call, CallBack, ReadyAgent
from entitle.kernel.references import Reference
from entitle.procedures.assign_work import assign_work
from entitle.procedures.choose_call_back import choose_call_back
from entitle.procedures.errors import NotDone, NotPermitted
from entitle.procedures.queue_call import queue_call
from entitle.procedures.receive_call_event import receive_call_event
from entitle.procedures.take_next_call import take_next_call
from entitle.procedures.take_work import take_work
from entitle.work import operations as work
from entitle.work.models import WorkItem

pytestmark = pytest.mark.django_db


@pytest.fixture
def lee():
    return officer("lee", "team_leader")


def rings(number, queue, *, language="en", minutes_ago=0):
    at = TODAY - timedelta(minutes=minutes_ago)
    call = receive_call_event(provider="exchange", event_id=f"{number}", call_id=f"{number}", name="initiated",
                              at=at, as_at=at)
    queue_call(call=call, queue=queue, priority=5, language=language, summary="", as_at=at)
    return call


def agent(username, *skills, language="en"):
    user = officer(username, "agent", skills=("telephone", *skills), team="Telephone")
    user.language = language
    user.save(update_fields=["language"])
    return user


class TestTheQueuesNow:
    def test_show_who_waits_how_long_and_how_many_are_ready_to_take_them(self, lee, django_assert_max_num_queries):
        nia, rashid = agent("nia", language="cy"), agent("rashid", "debt")
        for number, someone in ((1, nia), (2, rashid)):
            rings(number, "Q_GENERAL")
            take_next_call(agent=acting(someone), as_at=TODAY)
        Call.objects.filter(agent=nia).update(state="ended", outcome="answered", ended_at=TODAY)
        ReadyAgent.objects.create(agent=nia, since=TODAY, queues=["Q_GENERAL"], languages=["en", "cy"])
        rings(3, "Q_DEBT", minutes_ago=7)
        rings(4, "Q_DEBT", minutes_ago=2)
        rings(5, "Q_BEREAVEMENT", language="cy")
        desk = at_the_desk_of(lee)
        with django_assert_max_num_queries(12):
            page = words_of(desk.get(reverse("desk-queues")))
        cell = '</td> <td class="govuk-table__cell govuk-table__cell--numeric">'
        assert f">2{cell}0{cell}7 min 0 s{cell}1</td>" in page, "Nia is ready; Rashid has a caller"
        assert f">1{cell}0{cell}0 min 0 s{cell}1</td>" in page
        assert f'Debt</th> {cell[6:]}1{cell}1{cell}1{cell}0{cell}0' in page
        assert f">2{cell}2{cell}1{cell}0{cell}1{cell}1</td>" in page, "of two trained to answer, one is ready, in Welsh"

    def test_a_promise_about_to_be_broken_has_its_clock_and_its_owner(self, lee):
        for number, minutes in ((1, 30), (2, 60)):
            choose_call_back(call=rings(number, "Q_DEBT"), slot=TODAY + timedelta(minutes=minutes),
                             number="01632 960 001", as_at=TODAY)
        near, later = CallBack.objects.order_by("slot_start")
        item = WorkItem.objects.get(kind="call.call_back", about_id=near.pk)
        take_work(work_code=item.code, by=acting(agent("nia")), as_at=TODAY)
        page = words_of(at_the_desk_of(lee).get(reverse("desk-queues")))
        assert f"Ring back {near.code}</th>" in page and "By 13:00, 60 minutes left</td>" in page and "Nia</td>" in page
        assert later.code not in page

    def test_are_for_team_leaders(self, desk):
        assert desk.get(reverse("desk-queues")).status_code == 403


class TestAnAssignmentNeverGivesATaskWithoutTheSkill:
    @pytest.fixture
    def item(self):
        return work.open(kind="claim.hand_off", about=Reference("claim", 10_001), customer_id=None,
                         origin_at=TODAY, as_at=TODAY)

    def test_by_a_team_leader(self, lee, item):
        """DOMAIN 7e: complexity blocks flexible staff."""
        ann = officer("ann", "decision_maker", skills=("decisions",))
        with pytest.raises(NotDone, match="is not trained in this: it needs the skill 'specialist'"):
            assign_work(work_code=item.code, user_id=ann.pk, by=acting(lee), as_at=TODAY)

    def test_nor_does_anyone_take_it(self, item):
        ann = officer("ann", "decision_maker", skills=("decisions",))
        with pytest.raises(NotPermitted, match="it needs the skill 'specialist'"):
            take_work(work_code=item.code, by=acting(ann), as_at=TODAY)
