"""One page for the whole customer: reasons, refusals, and what it costs."""

from __future__ import annotations

import re
from datetime import timedelta
from time import process_time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from entitle.channels.desk.tests.cast import NOON, acting, at_the_desk_of, customer, officer
from entitle.contacts.models import Contact, Message
from entitle.customers.operations import link_staff, restrict
from entitle.history.models import Event
from entitle.history.operations import EventRow, write_many
from entitle.kernel.references import SYSTEM, Reference
from entitle.payments.models import Payment
from entitle.procedures.acknowledge_claim import acknowledge_claim
from entitle.procedures.decide_claim import decide_claim
from entitle.procedures.flag_vulnerability import flag_vulnerability
from entitle.procedures.record_sending import record_sending
from entitle.work.models import WorkItem

pytestmark = pytest.mark.django_db


def give_reason(client, code, **posted):
    return client.post(reverse("desk-look", args=[code]), {"reason": "customer_asked", **posted})


def ten_years_of(who, *, weeks=range(520)):
    """A contact a week, a message a fortnight, a payment every four weeks, and 2,000 events."""
    days = [NOON - timedelta(days=7 * week) for week in weeks]
    Contact.objects.bulk_create(contact(who, at) for at in days)
    Message.objects.bulk_create(message(who, at) for at in days[::2])
    Payment.objects.bulk_create(payment(who, at.date(), at) for at in days[::4])
    about = Reference("customer", who.id)
    held = {"code": "customer.facts_held", "by": SYSTEM, "about": about, "customer_id": who.id}
    write_many([EventRow(at=at, **held) for at in days * 4])


def contact(who, at):
    return Contact(
        customer=who,
        channel="telephone",
        direction="in",
        began_at=at,
        ended_at=at,
        state="ended",
        reason="asked about a payment",
        summary="Told when it is due",
    )


def message(who, at):
    return Message(
        customer=who,
        template="change_received",
        language="en",
        channels=["letter"],
        state="sent",
        subject="We have your change",
        body_html="<p>A letter</p>" * 50,
        created_at=at,
    )


def payment(who, on, at):
    return Payment(
        award_id=who.id,
        customer_id=who.id,
        period_start=on,
        period_end=on + timedelta(28),
        pence=96520,
        reason="regular",
        due_on=on,
        pay_on=on,
        run_id=1,
        created_at=at,
    )


class TestWhyYouLook:
    def test_a_reason_is_asked_for_first_and_nothing_is_shown(self, desk, olwen):
        reply = desk.get(reverse("desk-record", args=[olwen.code]), follow=True)
        assert "Why do you need to see this record?" in reply.content.decode() and "Llŷr" not in reply.content.decode()
        assert not Event.objects.filter(code="customer.looked").exists()

    def test_the_reason_is_in_history_and_holds_for_a_while(self, desk, olwen):
        assert give_reason(desk, olwen.code, note="call 12").url == reverse("desk-record", args=[olwen.code])
        assert "Olwen Llŷr" in desk.get(reverse("desk-record", args=[olwen.code])).content.decode()
        assert Event.objects.get(code="customer.looked").reason == "customer_asked: call 12"

    def test_something_else_must_be_said(self, desk, olwen):
        reply = desk.post(
            reverse("desk-look", args=[olwen.code]), {"reason": "other", "next": "https://elsewhere.example/"}
        )
        assert reply.status_code == 422 and "elsewhere" not in reply.content.decode()

    def test_ones_own_record_is_refused_politely_and_reported(self, desk, olwen, ann):
        link_staff(user_id=ann.pk, customer_id=olwen.id, as_at=NOON)
        reply = desk.get(reverse("desk-record", args=[olwen.code]))
        assert reply.status_code == 403 and "your own record" in reply.content.decode()
        assert Event.objects.filter(code="customer.look_refused").count() == 1
        assert WorkItem.objects.filter(kind="look.check").count() == 1

    def test_a_restricted_record_is_as_if_it_were_not_there(self, desk, olwen):
        restrict(customer_id=olwen.id)
        reply, none = (
            desk.get(reverse("desk-record", args=[olwen.code])),
            desk.get(reverse("desk-record", args=["CUS-0000-0000"])),
        )
        assert (reply.status_code, none.status_code) == (404, 404)
        assert _without_references(reply) == _without_references(none)
        assert Event.objects.filter(code="customer.look_refused").count() == 1

    @pytest.mark.parametrize(("whose", "status"), [("own", 403), ("restricted", 404)])
    def test_work_about_such_a_record_is_not_shown_either(self, desk, claim, ann, whose, status):
        if whose == "own":
            link_staff(user_id=ann.pk, customer_id=claim.customer_id, as_at=NOON)
        else:
            restrict(customer_id=claim.customer_id)
        item = WorkItem.objects.get(kind="claim.decide")
        assert desk.get(reverse("desk-work", args=[item.code])).status_code == status
        assert WorkItem.objects.filter(kind="look.check").count() == 1

    def test_taking_work_on_ones_own_record_is_refused_and_reported(self, desk, claim, ann):
        link_staff(user_id=ann.pk, customer_id=claim.customer_id, as_at=NOON)
        item = WorkItem.objects.get(kind="claim.decide")
        assert desk.post(reverse("desk-take", args=[item.code])).status_code == 403
        assert Event.objects.filter(code="customer.look_refused").count() == 1
        item.refresh_from_db()
        assert item.state == "open"

    def test_those_with_the_authority_see_a_restricted_record(self, olwen):
        restrict(customer_id=olwen.id)
        sam = at_the_desk_of(officer("sam", "special_customer_officer"))
        give_reason(sam, olwen.code)
        assert "restricted record" in sam.get(reverse("desk-record", args=[olwen.code])).content.decode()


class TestTheOnePage:
    def test_it_holds_everything(self, desk, claim, ann):
        decide_claim(claim_code=claim.code, by=SYSTEM, as_at=NOON)
        flag_vulnerability(
            customer_code=claim.customer.code,
            kind="memory",
            reason="Speak slowly",
            review_on=(NOON + timedelta(days=90)).date(),
            consent=True,
            by=acting(ann),
            as_at=NOON,
        )
        give_reason(desk, claim.customer.code)
        page = desk.get(reverse("desk-record", args=[claim.customer.code])).content.decode()
        for words in (
            "Speak slowly",
            "£241.30 a week",
            "Next payments of State Pension",
            "Account ending 678",
            "Qualifying years",
            "01632960001",
            "Who looked at this record",
            "customer_asked",
            "English",
            "Standard",
            "We decided your claim",
            "Nobody.",
        ):
            assert words in page, words
        assert "12345678" not in page

    def test_it_costs_the_same_statements_after_ten_years_and_stays_light_and_quick(self, desk, claim):
        decide_claim(claim_code=claim.code, by=SYSTEM, as_at=NOON)
        give_reason(desk, claim.customer.code)
        address = reverse("desk-record", args=[claim.customer.code])
        ten_years_of(claim.customer, weeks=[600, 604])
        desk.get(address)
        with CaptureQueriesContext(connection) as few:
            desk.get(address)
        ten_years_of(claim.customer)
        with CaptureQueriesContext(connection) as many:
            page = desk.get(address)
        assert len(many) == len(few) <= 50
        assert len(page.content) < 150_000
        times = sorted(_seconds(lambda: desk.get(address)) for _ in range(20))
        assert times[18] < 0.2, times

    @pytest.mark.parametrize(
        "which", ["claims", "decisions", "payments", "documents", "contacts", "messages", "history", "looks"]
    )
    def test_each_list_can_be_read_to_its_end(self, desk, claim, which):
        ten_years_of(claim.customer)
        give_reason(desk, claim.customer.code)
        reply = desk.get(reverse("desk-record-list", args=[claim.customer.code, which]), {"page": "99"})
        assert reply.status_code == 200 and len(reply.content) < 150_000

    def test_a_fact_shows_every_value_it_had(self, desk, claim):
        give_reason(desk, claim.customer.code)
        page = desk.get(reverse("desk-fact", args=[claim.customer.code, "person.born_on"])).content.decode()
        assert "20 April 1960" in page and "claim by" in page

    def test_a_letter_can_be_read(self, desk, claim):
        give_reason(desk, claim.customer.code)
        acknowledge_claim(claim_code=claim.code, received_on=NOON.date(), as_at=NOON)
        letter = Message.objects.get(template="claim_received")
        assert letter.subject in desk.get(reverse("desk-message", args=[letter.code])).content.decode()

    def test_a_letter_that_came_back_is_sent_again_once_by_those_who_may(self, desk, claim):
        give_reason(desk, claim.customer.code)
        acknowledge_claim(claim_code=claim.code, received_on=NOON.date(), as_at=NOON)
        letter = Message.objects.get(template="claim_received")
        record_sending(message_id=letter.id, outcome="failed", as_at=NOON)
        work = WorkItem.objects.get(kind="letter.undeliverable")
        place = desk.post(reverse("desk-take", args=[work.code])).url
        again = reverse("desk-message-again", args=[letter.code])
        assert again in desk.get(place).content.decode()
        assert "It is sent again." in desk.post(again, follow=True).content.decode()
        assert "It is sent again." not in desk.post(again, follow=True).content.decode()
        assert again not in desk.get(place).content.decode()
        assert Message.objects.get(id=letter.id).sent_again == 1

    def test_two_customers_do_not_share_a_reason(self, desk, olwen):
        other = customer("Rhys", "Prys")
        give_reason(desk, olwen.code)
        assert desk.get(reverse("desk-record", args=[other.code])).status_code == 302


def _seconds(act):
    """Of this process: what else the machine does is not the page's."""
    begun = process_time()
    act()
    return process_time() - begun


def _without_references(reply):

    return re.sub(r"[0-9a-f-]{12,}|[?]lang=..|CUS-\w+-\w+|/desk/record/[^\"?]*", "", reply.content.decode())
