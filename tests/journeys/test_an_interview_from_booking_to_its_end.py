"""An interview at every door: booked in a call, moved online, kept or missed at the desk, and why is heard."""
from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import yaml
from django.urls import reverse

import entitle
from entitle.contacts.models import Appointment
from entitle.customers.models import Customer
from entitle.customers.operations import hold_facts
from entitle.gateways import clock
from entitle.kernel.references import SYSTEM, Actor
from entitle.procedures.join_staff import join_staff
from entitle.procedures.prove_identity import prove_identity
from entitle.procedures.take_in_offices import take_in_offices
from entitle.staff.models import User
from entitle.work.queries import open_for, promises_of

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 6, 1, 9, tzinfo=UTC)
OFFICES = yaml.safe_load((Path(entitle.__file__).parent / "simulation" / "offices.yaml").read_text(encoding="utf-8"))


def times_on(page):
    """The half-hours that a page offers, as they are posted."""
    return re.findall(r'name="starts_at"[^>]* value="([^"]+)"', page.content.decode())


@pytest.fixture(autouse=True)
def _monday():
    for username in ("sian", "marcus", "nerys"):
        join_staff(username=username, name=username.title(), team="Interviews", role="adviser", by=SYSTEM, as_at=NOW)
    take_in_offices(offices=OFFICES, by=SYSTEM, as_at=NOW)
    with clock.at(NOW):
        yield


@pytest.fixture
def user():
    return User.objects.create_user("aoife", None, name="Aoife Ní Dhomhnaill", kind="customer")


@pytest.fixture
def aoife(user):
    """A lone parent, as her record has it."""
    who = prove_identity(
        user_id=user.pk, name={"given": "Aoife", "family": "Ní Dhomhnaill"}, born_on=date(1991, 4, 20),
        nino="AB123447C", postcode="LL57 1AA", by=Actor("customer", "online", user.pk), as_at=NOW)
    hold_facts(customer_id=who.id, facts={"household.has_partner": False, "household.has_children": True},
               source="customer by telephone", as_at=NOW)
    return who


@pytest.fixture
def call(as_user, an_officer, aoife):
    """An agent's browser, and the code of a call with her."""
    agent = as_user(an_officer())
    opened = agent.post(reverse("telephone_open", args=[aoife.code]), {"reason": "calling"})
    code = opened["Location"].rstrip("/").rsplit("/", 1)[-1]
    agent.post(reverse("telephone_identity", args=[code]))
    return agent, code


@pytest.fixture
def booked(call):
    """The first time that the page offers."""
    agent, code = call
    address = reverse("telephone_interview", args=[code])
    needs = {"situations": ["lone_parent"], "features": ["step_free"], "language": "en"}
    times = times_on(agent.post(address, needs))
    agent.post(address, needs | {"book": "yes", "starts_at": times[0]})
    return Appointment.objects.get()


class TestInACall:
    def test_the_boxes_begin_as_the_record_has_them(self, call):
        agent, code = call
        page = agent.get(reverse("telephone_interview", args=[code])).content.decode()
        assert 'value="lone_parent" checked' in page and 'value="step_free" checked' not in page

    def test_it_is_with_the_lone_parents_adviser_in_a_building_without_steps(self, call, booked):
        agent, code = call
        assert (booked.adviser.user.username, booked.office.name) == ("marcus", "Bangor")
        told = agent.get(reverse("telephone_interview", args=[code]), follow=True).content.decode()
        assert "Tuesday 2 June 2026" in told and "No steps (wheelchair)" in told

    def test_no_time_chosen_says_so_and_keeps_what_was_said(self, call):
        agent, code = call
        again = agent.post(reverse("telephone_interview", args=[code]),
                           {"situations": ["disability"], "language": "cy", "book": "yes"})
        assert again.status_code == 422 and "Choose a time" in again.content.decode()
        assert 'value="disability" checked' in again.content.decode()

    def test_moved_and_cancelled_as_they_ask(self, call, booked):
        agent, code = call
        address = reverse("telephone_interview_change", args=[code])
        times = times_on(agent.get(address))
        agent.post(address, {"starts_at": times[-1]})
        assert Appointment.objects.get().starts_at.isoformat() == times[-1]
        agent.post(address, {"act": "cancel"})
        assert Appointment.objects.get().state == "cancelled"


class TestOnline:
    @pytest.mark.parametrize("language", ["en", "cy"])
    def test_they_see_it_and_move_it_themselves(self, as_user, user, booked, language):
        browser = as_user(user)
        assert reverse("online_interview", args=[booked.code]) in browser.get(
            f"{reverse('online_interviews')}?lang={language}").content.decode()
        address = reverse("online_interview", args=[booked.code])
        times = times_on(browser.get(address))
        assert browser.post(address, {}).status_code == 422
        browser.post(address, {"starts_at": times[1]})
        moved = Appointment.objects.get()
        assert moved.starts_at.isoformat() == times[1] != booked.starts_at.isoformat()
        assert list(moved.moves.values_list("wish_of", "reason")) == [("customer", "asked")]

    def test_they_cancel_it_once_they_are_sure(self, as_user, user, booked):
        browser, address = as_user(user), reverse("online_interview_cancel", args=[booked.code])
        assert "Cancel your interview?" in browser.get(f"{address}?lang=en").content.decode()
        browser.post(address)
        assert Appointment.objects.get().state == "cancelled"

    def test_it_is_not_there_for_anybody_else(self, as_user, booked):
        other = User.objects.create_user("other", None, name="Seán O'Neill", kind="customer")
        prove_identity(user_id=other.pk, name={"given": "Seán", "family": "O'Neill"}, born_on=date(1959, 3, 2),
                       nino="AB123456D", postcode="CF10 1AA", by=Actor("customer", "online", other.pk), as_at=NOW)
        for name in ("online_interview", "online_interview_cancel", "online_interview_cause"):
            assert as_user(other).get(reverse(name, args=[booked.code])).status_code == 404


class TestAtTheDesk:
    @pytest.fixture
    def adviser(self, as_user):
        return as_user(User.objects.get(username="marcus"))

    @pytest.fixture
    def looked(self, adviser, aoife):
        """Marcus has said why he looks at her record."""
        adviser.post(reverse("desk-look", args=[aoife.code]), {"reason": "customer_asked"})
        return adviser

    def test_the_adviser_sees_the_day_and_nobody_who_is_restricted(self, adviser, aoife, booked):
        day = f"{reverse('desk-interviews')}?on=2026-06-02"
        assert "9:30am, Aoife Ní Dhomhnaill" in adviser.get(day).content.decode()
        Customer.objects.filter(id=aoife.id).update(is_restricted=True)
        assert "Aoife" not in adviser.get(day).content.decode()

    def test_not_coming_stops_nothing_she_says_why_online_and_he_finds_a_good_cause(
            self, looked, as_user, user, booked):
        address = reverse("desk-interview", args=[booked.code])
        assert "They did not come" not in looked.get(address).content.decode()
        with clock.at(booked.starts_at + timedelta(hours=1)):
            looked.post(reverse("desk-look", args=[booked.customer.code]), {"reason": "customer_asked"})
            looked.post(address, {"act": "missed"})
            her, why = as_user(user), reverse("online_interview_cause", args=[booked.code])
            assert her.post(why, {"cause": " "}).status_code == 422
            her.post(why, {"cause": "My daughter d’Arcy was ill."})
            assert "My daughter d’Arcy was ill." in looked.get(address).content.decode()
            looked.post(reverse("desk-interview-judge", args=[booked.code]),
                        {"cause-is_good": "yes", "cause-reason": "A child was ill."})
            assert "You had a good reason" in her.get(f"{reverse('online_interviews')}?lang=en").content.decode()
        assert Appointment.objects.get().state == "excused"

    def test_he_moves_it_for_the_office_only_once_she_was_spoken_to(self, looked, booked):
        address = reverse("desk-interview-move", args=[booked.code])
        chosen = {"starts_at": times_on(looked.get(address))[0], "reason": "office_closed"}
        refused = looked.post(address, chosen)
        assert refused.status_code == 422 and "speak to them first" in refused.content.decode()
        looked.post(address, chosen | {"told": "yes"})
        shown = looked.get(reverse("desk-interview", args=[booked.code])).content.decode()
        assert "The office is closed that day." in shown and "Times that it was moved" in shown

    def test_it_is_booked_from_the_record_too_and_is_work_that_leads_to_it(self, looked, aoife):
        address = reverse("desk-book-interview", args=[aoife.code])
        needs = {"situations": ["lone_parent"], "language": "en"}
        [first, *_] = times_on(looked.post(address, needs))
        assert looked.post(address, needs | {"book": "yes"}).status_code == 422
        looked.post(address, needs | {"book": "yes", "starts_at": first})
        [item] = promises_of(aoife.id)
        taken = looked.post(reverse("desk-take", args=[item.code]))
        assert taken["Location"] == reverse("desk-interview", args=[Appointment.objects.get().code])

    def test_an_adviser_said_to_be_away_leaves_urgent_work_until_everyone_is_told(self, looked, booked):
        noted = looked.post(reverse("desk-adviser-away", args=[booked.adviser_id]), {"away": "yes"}, follow=True)
        page = noted.content.decode()
        assert "1 to be moved" in page and "Is back" in page
        assert [each.kind for each in open_for(booked.customer_id)] == ["appointment.move", "appointment.interview"]
