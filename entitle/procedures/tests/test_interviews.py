"""Interviews: booked where and with whom they should be, kept, moved, missed, and never a reason to stop anything."""
from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Barrier, Thread

import pytest
import yaml
from django.db import connection

import entitle
from entitle.contacts.booking import Need
from entitle.contacts.models import Appointment, AppointmentMove
from entitle.contacts.queries import appointments, messages_of
from entitle.customers import operations as customers
from entitle.customers import queries as customers_queries
from entitle.customers.models import ContactPoint
from entitle.history import queries as history
from entitle.kernel.references import SYSTEM, Actor
from entitle.procedures.book_appointment import book_appointment
from entitle.procedures.cancel_appointment import cancel_appointment
from entitle.procedures.errors import NotDone, NotPermitted
from entitle.procedures.give_cause import give_cause
from entitle.procedures.jobs.messages import letter_pdf
from entitle.procedures.join_staff import join_staff
from entitle.procedures.judge_cause import judge_cause
from entitle.procedures.keep_appointment import keep_appointment
from entitle.procedures.move_appointment import move_appointment
from entitle.procedures.record_death import record_death
from entitle.procedures.register_customer import register_customer
from entitle.procedures.remind_of_appointments import remind_of_appointments
from entitle.procedures.set_adviser_away import set_adviser_away
from entitle.procedures.take_in_offices import take_in_offices
from entitle.staff import queries as staff
from entitle.staff.models import User
from entitle.work import queries as work

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 6, 1, 9, tzinfo=UTC)
OFFICES = yaml.safe_load((Path(entitle.__file__).parent / "simulation" / "offices.yaml").read_text(encoding="utf-8"))


@pytest.fixture(autouse=True)
def offices():
    """Bangor has no steps and two advisers; Caernarfon has steps and one, for people who are ill or disabled."""
    for username in ("sian", "marcus", "nerys"):
        join_staff(username=username, name=username.title(), team="Interviews", role="adviser", by=SYSTEM, as_at=MONDAY)
    take_in_offices(offices=OFFICES, by=SYSTEM, as_at=MONDAY)


def someone(given="Olwen", family="Llŷr", postcode="LL57 1AA", **known):
    who = register_customer(name={"given": given, "family": family}, born_on=date(1990, 4, 20), nino=None,
                            postcode=postcode, language="en", by=SYSTEM, as_at=MONDAY)
    customers.hold_facts(customer_id=who.id, facts={"household.has_partner": False, "household.has_children": True} |
                         known, source="customer by telephone", as_at=MONDAY)
    return who


def book(who, at=0, situations=(), features=(), as_at=MONDAY, language="en"):
    """The place that is `at` in the list of what can be had."""
    home = Need(who.addresses.get().postcode, language, frozenset(situations), frozenset(features))
    found = appointments.places_for(need=home, see_by=date(2026, 6, 5), as_at=as_at)
    return book_appointment(customer_code=who.code, starts_at=found[at].starts_at, situations=situations,
                            features=features, language=language, by=SYSTEM, as_at=as_at)


def other_time(booked, number=0):
    need = appointments.need_of(booked, booked.customer.addresses.get().postcode)
    return appointments.places_for(need=need, see_by=booked.see_by, as_at=MONDAY, but=booked)[number].starts_at


def other_time_for(who):
    need = Need(who.addresses.get().postcode, "en")
    return appointments.places_for(need=need, see_by=date(2026, 6, 5), as_at=MONDAY)[0].starts_at


def sian():
    user = User.objects.get(username="sian")
    return Actor(role="staff", channel="desk", user_id=user.pk, name=user.name)


def templates_to(who):
    return [each.template for each in reversed(messages_of(customer_id=who.id))]


class TestWrongOfficeOrWrongAdviserBooked:
    """The row of the domain's table of failures: booking uses postcode, capacity, adviser's skill and access needs."""

    def test_lone_parent_flag_off_is_never_booked_with_a_lone_parents_adviser(self):
        booked = [book(someone(given)) for given in ("Aoife", "Seán", "Fatima")]
        assert {each.adviser.user.username for each in booked} == {"sian"}

    def test_a_lone_parent_sees_the_lone_parents_adviser_within_the_standard(self):
        booked = book(someone(), situations=["lone_parent"])
        assert (booked.adviser.user.username, booked.office.name) == ("marcus", "Bangor")
        assert booked.starts_at.date() <= booked.see_by == date(2026, 6, 5)

    def test_the_flag_cannot_be_put_on_for_someone_whose_record_says_otherwise(self):
        who = someone(**{"household.has_partner": True})
        with pytest.raises(NotDone, match="not bringing up children alone"):
            book(who, situations=["lone_parent"])

    def test_wheelchair_need_means_only_step_free_sites_however_near_another_is(self):
        who = someone(postcode="LL54 5AA")
        near = book(who, situations=["disability"])
        assert near.office.name == "Caernarfon"
        cancel_appointment(code=near.code, reason="asked", by=SYSTEM, as_at=MONDAY)
        assert book(who, situations=["disability"], features=["step_free"]).office.name == "Bangor"

    def test_a_full_half_hour_is_not_booked_twice_and_the_second_is_told_so(self):
        first = book(someone("Aoife"))
        with pytest.raises(NotDone, match="no longer be had"):
            book_appointment(customer_code=someone("Seán").code, starts_at=first.starts_at, situations=(), features=(),
                             language="en", by=SYSTEM, as_at=MONDAY)

    def test_in_welsh_with_someone_who_speaks_it(self):
        assert book(someone(), language="cy", situations=["lone_parent"]).adviser.user.username == "sian"

    def test_where_nobody_serves_it_says_so(self):
        with pytest.raises(NotDone, match="No office that serves CF10 1AA"):
            book_appointment(customer_code=someone(postcode="CF10 1AA").code, starts_at=MONDAY + timedelta(days=1),
                             situations=(), features=(), language="en", by=SYSTEM, as_at=MONDAY)

    def test_it_is_confirmed_and_is_a_promise_with_a_clock(self):
        who = someone("Henry", "d’Arcy-Jones")
        booked = book(who, features=["step_free"])
        [message] = messages_of(customer_id=who.id)
        assert "Bangor, 12 Ffordd Gwynedd" in message.body_text.replace("\\", "")
        assert booked.code in message.text_message
        assert letter_pdf(message, customers_queries.contact_details(who.id)).startswith(b"%PDF")
        [promise] = work.promises_of(who.id)
        assert (promise.kind, promise.target_on, promise.is_promise) == (
            "appointment.interview", date(2026, 6, 5), True)
        with pytest.raises(NotDone, match="interview to come"):
            book(who, at=3)


class TestMovedRemindedAndCancelled:
    def test_moved_is_told_at_once_and_before_the_old_date_and_the_promise_stands(self):
        who = someone()
        booked = book(who, situations=["lone_parent"], features=["step_free"])
        was_at = booked.starts_at
        move_appointment(code=booked.code, starts_at=other_time(booked), reason="asked", has_been_told=True,
                         by=SYSTEM, as_at=MONDAY)
        moved = Appointment.objects.get()
        [kept] = AppointmentMove.objects.all()
        assert (kept.was_at, kept.now_at, kept.wish_of) == (was_at, moved.starts_at, "customer")
        assert kept.told_at < was_at and templates_to(who)[-1] == "appointment_moved"
        assert (moved.adviser.user.username, moved.code) == ("marcus", booked.code)
        assert [each.target_on for each in work.promises_of(who.id, unfinished_only=True)] == [date(2026, 6, 5)]

    def test_the_agency_may_not_move_it_where_a_letter_would_come_too_late(self):
        who = someone()
        booked = book(who)
        with pytest.raises(NotDone, match="letter cannot reach them"):
            move_appointment(code=booked.code, starts_at=other_time(booked), reason="adviser_away",
                             has_been_told=False, by=SYSTEM, as_at=MONDAY)
        assert templates_to(who) == ["appointment_booked"]

    def test_by_text_they_are_told_the_same_day(self):
        who = someone()
        customers.tie_sign_in(customer_id=who.id, user_id=User.objects.create_user("olwen", kind="customer").pk)
        ContactPoint.objects.create(customer=who, kind="phone", value="07700900123", is_preferred=True, is_safe=True,
                                    from_on=date(2026, 1, 1))
        booked = book(who)
        move_appointment(code=booked.code, starts_at=other_time(booked, 2), reason="adviser_away", has_been_told=False,
                         by=SYSTEM, as_at=MONDAY)
        latest = messages_of(customer_id=who.id)[0]
        assert "sms" in latest.channels and "no longer on 2 June 2026" in latest.text_message

    def test_reminded_once_on_the_working_day_before_and_again_only_if_moved(self):
        who = someone()
        booked = book(who)
        assert [remind_of_appointments(as_at=MONDAY), remind_of_appointments(as_at=MONDAY)] == [1, 0]
        move_appointment(code=booked.code, starts_at=other_time(booked, 1), reason="asked", has_been_told=True,
                         by=SYSTEM, as_at=MONDAY)
        assert remind_of_appointments(as_at=MONDAY) == 1
        assert templates_to(who).count("appointment_reminder") == 2

    def test_cancelled_it_frees_the_place_and_ends_the_promise(self):
        first = book(someone("Aoife"))
        cancel_appointment(code=first.code, reason="not_needed", by=SYSTEM, as_at=MONDAY)
        assert work.promises_of(first.customer_id, unfinished_only=True) == []
        assert book(someone("Seán")).starts_at == first.starts_at


class TestAnAdviserWhoIsAway:
    def test_whom_they_were_to_see_is_work_of_within_a_day_and_done_once_they_are_told(self):
        booked = book(someone(), situations=["lone_parent"])
        assert set_adviser_away(adviser_id=booked.adviser_id, is_away=True, by=sian(), as_at=MONDAY) == 1
        [item] = [each for each in work.open_for(booked.customer_id) if each.kind == "appointment.move"]
        assert (item.target_on, item.priority) == (date(2026, 6, 2), 0)
        move_appointment(code=booked.code, starts_at=other_time(booked), reason="adviser_away", has_been_told=True,
                         by=sian(), as_at=MONDAY)
        assert Appointment.objects.get().adviser.user.username == "sian"
        assert [each.kind for each in work.open_for(booked.customer_id)] == ["appointment.interview"]

    def test_back_again_they_are_offered_again(self):
        marcus = staff.adviser_of(User.objects.get(username="marcus").pk)
        for is_away in (True, False):
            set_adviser_away(adviser_id=marcus.id, is_away=is_away, by=sian(), as_at=MONDAY)
        assert book(someone(), situations=["lone_parent"]).adviser_id == marcus.id


@pytest.mark.django_db(transaction=True)
def test_of_two_agents_who_choose_the_last_place_at_once_one_has_it_and_the_other_is_told():
    first, second = someone("Aoife"), someone("Seán")
    starts_at = other_time_for(first)
    together, outcomes = Barrier(2), []

    def book_at_once(who):
        connection.ensure_connection()
        together.wait(timeout=30)
        try:
            outcomes.append(book_appointment(customer_code=who.code, starts_at=starts_at, situations=(), features=(),
                                             language="en", by=SYSTEM, as_at=MONDAY))
        except NotDone as told:
            outcomes.append(told)
        finally:
            connection.close()

    threads = [Thread(target=book_at_once, args=(who,)) for who in (first, second)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert sorted(type(each).__name__ for each in outcomes) == ["Appointment", "NotDone"]
    assert Appointment.objects.count() == 1


class TestAfterADeath:
    def test_nobody_waits_for_them_and_nobody_asks_why_they_did_not_come(self):
        missed = book(someone("Aoife"))
        keep_appointment(code=missed.code, came=False, by=sian(), as_at=missed.starts_at + timedelta(hours=1))
        later = missed.starts_at + timedelta(hours=2)
        again = book(missed.customer, as_at=later)
        record_death(customer_code=missed.customer.code, died_on=date(2026, 6, 1), told_by="her son", by=SYSTEM,
                     as_at=later)
        assert Appointment.objects.get(id=again.id).state == "cancelled"
        assert [each.kind for each in work.open_for(missed.customer_id)] == ["death.confirm"]
        assert {each.state for each in messages_of(customer_id=missed.customer_id)} == {"suppressed"}
        with pytest.raises(NotDone, match="have died"):
            book(missed.customer, as_at=later)


class TestFailedToAttend:
    @pytest.fixture
    def missed(self):
        booked = book(someone())
        return keep_appointment(code=booked.code, came=False, by=sian(), as_at=booked.starts_at + timedelta(hours=1))

    def test_good_cause_is_asked_and_nothing_is_stopped(self, missed):
        [item] = work.promises_of(missed.customer_id, unfinished_only=True)
        assert item.kind == "appointment.cause"
        [message, *_] = messages_of(customer_id=missed.customer_id)
        assert "Nothing has been stopped or reduced" in message.body_text

    def test_no_cause_is_not_found_before_they_are_heard_or_their_days_are_past(self, missed):
        with pytest.raises(NotDone, match="not been heard"):
            judge_cause(code=missed.code, is_good_cause=False, reason="No answer.", by=sian(),
                        as_at=missed.starts_at + timedelta(days=3))
        judge_cause(code=missed.code, is_good_cause=False, reason="No answer.", by=sian(),
                    as_at=missed.starts_at + timedelta(days=8))
        assert Appointment.objects.get().state == "not_excused"

    def test_what_they_say_is_kept_in_their_words_and_an_officer_alone_judges_it(self, missed):
        give_cause(code=missed.code, cause="Buodd Llŷr yn sâl", by=SYSTEM, as_at=missed.starts_at + timedelta(hours=2))
        with pytest.raises(NotDone, match="An officer"):
            judge_cause(code=missed.code, is_good_cause=True, reason="Ill child", by=SYSTEM, as_at=missed.starts_at)
        judge_cause(code=missed.code, is_good_cause=True, reason="Ill child", by=sian(),
                    as_at=missed.starts_at + timedelta(hours=3))
        judged = Appointment.objects.get()
        assert (judged.state, judged.cause) == ("excused", "Buodd Llŷr yn sâl")
        assert work.promises_of(missed.customer_id, unfinished_only=True) == []
        assert book(judged.customer, as_at=missed.starts_at + timedelta(hours=4)).state == "booked"

    def test_nobody_is_missed_before_their_half_hour_is_over(self):
        booked = book(someone())
        with pytest.raises(NotDone, match="too soon"):
            keep_appointment(code=booked.code, came=False, by=sian(), as_at=booked.starts_at + timedelta(minutes=10))
        kept = keep_appointment(code=booked.code, came=True, by=sian(), as_at=booked.starts_at)
        assert [each.code for each in history.of_customer(kept.customer_id, 1)] == ["appointment.attended"]

    def test_a_stranger_may_not_touch_it(self):
        booked = book(someone())
        stranger = User.objects.create_user("stranger", kind="customer")
        with pytest.raises(NotPermitted):
            cancel_appointment(code=booked.code, reason="asked", as_at=MONDAY,
                               by=Actor(role="customer", channel="online", user_id=stranger.pk))


class TestTheFileOfOffices:
    def test_taken_in_again_nothing_is_doubled_and_who_is_left_out_sees_nobody(self):
        fewer = [office | {"advisers": office["advisers"][:1]} for office in OFFICES]
        assert take_in_offices(offices=fewer, by=SYSTEM, as_at=MONDAY) == 2
        assert [each.user.username for each in staff.advisers()] == ["sian", "nerys"]

    @pytest.mark.parametrize(("change", "fault"), [
        ({"features": ["lift"]}, "Bangor: features: 'lift' is not one of step_free"),
        ({"opens_at": "nine"}, 'Bangor: a time is written like "09:30"'),
        ({"capactiy": 2}, "Bangor: does not know capactiy"),
    ])
    def test_a_fault_names_the_office_and_changes_nothing(self, change, fault):
        with pytest.raises(NotDone, match=fault):
            take_in_offices(offices=[OFFICES[1] | {"advisers": []}, OFFICES[0] | change], by=SYSTEM, as_at=MONDAY)
        assert len(staff.advisers()) == 3
