"""A message is sent once by each of its channels, and whoever it did not reach by any is somebody's work."""
from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from entitle.contacts import operations as contacts
from entitle.contacts.models import Message
from entitle.customers import operations as customers
from entitle.gateways import clock, notify
from entitle.gateways.notify.sandbox import server as sandbox
from entitle.kernel.lifecycle import NotAllowedNow
from entitle.kernel.references import SYSTEM
from entitle.procedures.jobs.messages import find_undelivered, send_message
from entitle.procedures.register_customer import register_customer
from entitle.procedures.send_message_again import send_message_again
from entitle.work.models import WorkItem

NOW = datetime(2026, 6, 1, 9, tzinfo=UTC)
ALL = ("online", "letter", "email", "sms")


@pytest.fixture(autouse=True)
def june(db, settings, tmp_path):
    settings.ENTITLE_VAR = str(tmp_path)
    with clock.at(NOW):
        yield


@pytest.fixture
def post(settings, monkeypatch):
    running = sandbox.serve()
    settings.ENTITLE_NOTIFY_URL, settings.ENTITLE_NOTIFY_KEY = running.url, sandbox.KEY
    monkeypatch.setattr("entitle.procedures.jobs.messages.letter_pdf", lambda message, to: b"%PDF-1.7")
    yield running
    running.stop()


def kathleen(**facts):
    who = register_customer(name={"given": "Kathleen", "family": "O'Neill"}, born_on=date(1958, 3, 4), nino="AB123499A",
                            by=SYSTEM, as_at=NOW)
    customers.hold_facts(customer_id=who.id, facts=facts, source="customer", as_at=NOW)
    return who


def message(who, *channels):
    return contacts.write_message(customer_id=who.id, template="claim_received", language="en", subject="Your claim",
                                  body_html="<p>We have it.</p>", body_text="We have it.", text_message="We have it.",
                                  channels=channels, as_at=NOW)


def sent(post):
    return [one.kind for one in post.posts]


def state_of(written):
    return Message.objects.get(id=written.id).state, WorkItem.objects.filter(kind="letter.undeliverable").count()


class TestSending:
    def test_once_by_each_channel_though_answers_are_lost(self, post):
        written = message(kathleen(**{"person.email": "kathleen@example.org", "person.phone": "07700900123",
                                      "person.phone_is_safe": True}), *ALL)
        for trouble in (429, 503, 500):
            post.fail_next(trouble)
            with pytest.raises(notify.Retryable):
                send_message(written.id)
        send_message(written.id)
        Message.objects.update(state="queued")  # the worker was killed before it wrote that it had sent
        send_message(written.id)
        assert sent(post) == ["letter", "email", "sms"] and state_of(written) == ("sent", 0)

    def test_a_key_that_is_wrong_loses_nothing(self, post, settings):
        written = message(kathleen(), "letter")
        settings.ENTITLE_NOTIFY_KEY = sandbox.KEY[:-1] + "1"
        with pytest.raises(notify.Retryable):
            send_message(written.id)
        assert state_of(written) == ("queued", 0)

    def test_what_one_channel_refuses_goes_by_the_others(self, post):
        number_of_nobody = {"person.email": "kathleen@example.org", "person.phone": "+1234567890123456",
                            "person.phone_is_safe": True}
        written = message(kathleen(**number_of_nobody), "online", "email", "sms")
        send_message(written.id)
        assert sent(post) == ["email"] and state_of(written) == ("sent", 0)

    def test_nobody_is_texted_on_a_number_that_is_no_longer_safe_and_somebody_reaches_them(self, post):
        written = message(kathleen(**{"person.phone": "07700900123", "person.phone_is_safe": False}), "online", "sms")
        send_message(written.id)
        assert sent(post) == [] and state_of(written) == ("failed", 1)


class TestWhatIsNotDelivered:
    UNREACHABLE = "perm-fail@simulator.notify"

    def test_is_found_out_and_becomes_work_once(self, post):
        written = message(kathleen(**{"person.email": self.UNREACHABLE}), "online", "email")
        send_message(written.id)
        assert state_of(written) == ("sent", 0)
        find_undelivered()
        find_undelivered()
        assert state_of(written) == ("failed", 1)

    def test_goes_again_once_to_where_an_officer_has_put_it_right(self, post):
        who = kathleen(**{"person.email": self.UNREACHABLE})
        written = message(who, "online", "email")
        send_message(written.id)
        find_undelivered()
        customers.hold_facts(customer_id=who.id, facts={"person.email": "kathleen@example.org"}, source="customer",
                             as_at=NOW)
        send_message_again(message_id=written.id, by=SYSTEM, as_at=NOW)
        with pytest.raises(NotAllowedNow):
            send_message_again(message_id=written.id, by=SYSTEM, as_at=NOW)
        for _ in range(2):
            send_message(written.id)
            find_undelivered()  # the earlier try is among what failed
            Message.objects.filter(state="sent").update(state="queued")  # and a worker was killed
        assert sent(post) == ["email", "letter", "email"] and state_of(written) == ("queued", 1)
        assert [each.state for each in WorkItem.objects.filter(kind="letter.undeliverable")] == ["done"]

    def test_is_no_work_where_a_letter_went_too(self, post, monkeypatch):
        monkeypatch.setattr(sandbox, "_A_PAGE", 1)
        written = message(kathleen(**{"person.email": self.UNREACHABLE}), "letter", "email")
        send_message(written.id)
        notify.send_email(to=self.UNREACHABLE, subject="", body="", reference="not one of ours")
        find_undelivered()
        assert len(notify.failures()) == 2 and state_of(written) == ("sent", 0)
