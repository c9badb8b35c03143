"""An account that somebody else could have changed is not paid into before the customer had time to say so."""
from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from entitle.awards.models import bucket_of
from entitle.contacts.models import Message
from entitle.customers import queries as customers
from entitle.customers.account_safety import NoAccountSafetyForDate, account_safety
from entitle.customers.models import AccountHold, BankAccount, ContactPoint, Customer, PersonName, Representative
from entitle.gateways import clock, notify
from entitle.history.models import Event
from entitle.kernel.lifecycle import NotAllowedNow
from entitle.kernel.references import Actor
from entitle.payments import queries
from entitle.payments.models import PaymentAttempt
from entitle.payments.operations import NotPayableThere
from entitle.payments.tests.caseload import KATHLEENS_ACCOUNT, award, customer
from entitle.procedures.end_account_holds import end_account_holds
from entitle.procedures.errors import NotDone, NotPermitted
from entitle.procedures.jobs import payments as jobs
from entitle.procedures.jobs.messages import send_message
from entitle.procedures.pay_buckets import pay_buckets
from entitle.procedures.report_change import report_change
from entitle.procedures.send_payment_again import send_payment_again
from entitle.procedures.settle_account_hold import settle_account_hold
from entitle.procedures.start_pay_run import start_pay_run
from entitle.staff.models import User
from entitle.work.models import WorkItem

PAYDAY, TOO_MUCH, OWED = date(2026, 11, 25), 200_000, 106_861
"""OWED is of 26 October to 25 November: 31 days of 24,130 pence a week."""
TOMORROW_IS_PAYDAY = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
"""A file sent now brings the money on Wednesday: for Bacs, the payment is made today."""
THREE_DAYS_LATER = TOMORROW_IS_PAYDAY + timedelta(hours=72)
NEW = {"sort_code": "309430", "account_number": "12345678", "account_name": "K O'Neill", "roll_number": ""}
AT_HOME = Actor("customer", "online", user_id=31)
ELSEWHERE = Actor("customer", "online", user_id=31, on_new_device=True)
PAYER = Actor("staff", "desk", user_id=7, name="Anwen Price")
ANOTHER = Actor("staff", "desk", user_id=8, name="Tom Blake")

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def agency(db, settings, tmp_path):
    settings.ENTITLE_VAR = tmp_path
    for by in (PAYER, ANOTHER):
        User.objects.create(id=by.user_id, username=by.name, name=by.name)
    User.objects.create(id=AT_HOME.user_id, username="kathleen", kind=User.CUSTOMER)


@pytest.fixture
def kathleen():
    made = customer()
    Customer.objects.filter(id=made.id).update(user_id=AT_HOME.user_id)
    PersonName.objects.create(customer=made, given="Kathleen", family="O'Neill", from_on=made.born_on, trigrams=[])
    number(made, "07700 900123", since=date(2026, 1, 1))
    award(of=made, scheme="state_pension")
    return made


def number(of, value, *, since):
    return ContactPoint.objects.create(customer=of, kind="phone", value=value, is_safe=True, is_preferred=True,
                                       from_on=since)


def changes(who, by=ELSEWHERE, as_at=TOMORROW_IS_PAYDAY, **account):
    report_change(kind="bank", answers={"person.bank_account": NEW | account}, customer_code=who.code, by=by,
                  as_at=as_at)
    return customers.open_hold(who.id)


def pays(*whom):
    """Their awards' payday comes. The work for people that it made."""
    run = start_pay_run(on=PAYDAY, by=PAYER, as_at=TOMORROW_IS_PAYDAY, in_background=False)
    paid = [pay_buckets(run_code=run.code, buckets=[bucket_of(each.id)], as_at=TOMORROW_IS_PAYDAY) for each in whom]
    assert queries.problems(run_id=run.id) == []
    return sum(each.problems for each in paid)


def settles(hold, *, is_theirs, by=PAYER, as_at=TOMORROW_IS_PAYDAY + timedelta(hours=1)):
    return settle_account_hold(hold_id=hold.id, is_theirs=is_theirs, by=by, as_at=as_at)


def checks():
    """The work of asking the customer."""
    return WorkItem.objects.filter(kind="account.held").order_by("id")


def paid_into():
    return [(each.account_number, each.method) for each in PaymentAttempt.objects.order_by("id")]


def texts_sent(monkeypatch, to=()):
    """Send what waits to be sent: the phones that were texted, and what they were told."""
    sent = []
    monkeypatch.setattr(notify, "find", lambda reference: None)
    monkeypatch.setattr(notify, "send_letter", lambda **letter: "L1")
    monkeypatch.setattr(notify, "send_sms", lambda *, to, body, reference: sent.append((to, body)) or "S1")
    for message in Message.objects.filter(state="queued"):
        send_message(message.id)
    return sent


class TestChangeDetailsFromANewDeviceWithPaymentDueTomorrow:
    def test_held_customer_contacted_on_the_old_channel_audit_shows_both(self, kathleen, monkeypatch):
        hold = changes(kathleen)
        assert (pays(kathleen), paid_into(), queries.owed_to(customer_id=kathleen.id)) == (1, [], OWED)
        [(to, told)] = texts_sent(monkeypatch)
        assert to == "07700 900123" and "ending 678" in told and "If it was not you, call" in told
        assert set(Event.objects.filter(customer_id=kathleen.id).values_list("code", "reason")) >= {
            ("change.reported", "bank"), ("account_hold.begun", "new_device"), ("payment.held", ""),
            ("message.sent", "")}
        assert not WorkItem.objects.filter(kind="payment.no_account").exists()
        assert hold.until == THREE_DAYS_LATER

    @pytest.mark.parametrize(("kind", "because"), [("helper", ["by_helper"]), ("attorney", None)])
    def test_by_a_helper_from_a_device_of_theirs_but_not_by_an_attorney(self, kathleen, kind, because):
        bridget = User.objects.create(username="bridget", name="Bridget Murphy", kind=User.CUSTOMER)
        Representative.objects.create(customer=kathleen, user=bridget, name=bridget.name, kind=kind, state="active",
                                      scope=["changes"], from_on=date(2026, 1, 1))
        hold = changes(kathleen, Actor("representative", "online", user_id=bridget.pk))
        assert (hold and hold.because) == because

    def test_on_the_phone_held_before_where_that_was_changed_a_week_ago(self, kathleen, monkeypatch):
        ContactPoint.objects.update(until_on=date(2026, 11, 16))
        number(kathleen, "07700 900999", since=date(2026, 11, 16))
        assert changes(kathleen, AT_HOME).because == ["contact_changed"]
        assert [to for to, _ in texts_sent(monkeypatch)] == ["07700 900123"]

    def test_is_sent_when_nobody_said_in_time_that_it_was_not_them(self, kathleen):
        changes(kathleen)
        pays(kathleen)
        assert end_account_holds(as_at=THREE_DAYS_LATER - timedelta(seconds=1)) == 0
        with clock.at(THREE_DAYS_LATER):
            jobs.end_account_holds()
            jobs.end_account_holds()
        assert paid_into() == [("12345678", "faster")]
        assert queries.owed_to(customer_id=kathleen.id) == 0
        assert checks().get().state == "cancelled"

    def test_is_sent_at_once_when_they_say_that_it_was_them(self, kathleen):
        hold = changes(kathleen)
        pays(kathleen)
        settles(hold, is_theirs=True)
        assert paid_into() == [("12345678", "faster")]
        assert (checks().get().state, customers.open_hold(kathleen.id)) == ("done", None)
        with pytest.raises(NotAllowedNow):
            settles(hold, is_theirs=False)

    def test_goes_into_the_account_of_before_when_they_say_that_it_was_not(self, kathleen):
        hold = changes(kathleen)
        pays(kathleen)
        settles(hold, is_theirs=False)
        assert paid_into() == [(KATHLEENS_ACCOUNT[1], "faster")]
        assert customers.current_bank_account(kathleen.id).account_number == KATHLEENS_ACCOUNT[1]

    def test_cannot_be_sent_there_by_an_officer_meanwhile(self, kathleen):
        changes(kathleen)
        pays(kathleen)
        [payment_id] = queries.owed_payments(customer_id=kathleen.id)
        with pytest.raises(NotPayableThere, match="held back"):
            send_payment_again(payment_id=payment_id, method=queries.FASTER, by=PAYER, as_at=TOMORROW_IS_PAYDAY)

    def test_is_not_let_through_by_saying_the_same_account_twice(self, kathleen):
        hold = changes(kathleen)
        changes(kathleen)
        changes(kathleen, AT_HOME)
        assert customers.open_hold(kathleen.id) == hold
        assert pays(kathleen) == 1

    def test_nor_by_another_account_which_is_held_in_its_place(self, kathleen):
        first, second = changes(kathleen), changes(kathleen, account_number="87654321")
        assert list(AccountHold.objects.order_by("id").values_list("id", "state")) == [
            (first.id, "replaced"), (second.id, "held")]
        assert list(checks().values_list("state", flat=True)) == ["cancelled", "open"]
        settles(second, is_theirs=False)
        assert customers.current_bank_account(kathleen.id).account_number == KATHLEENS_ACCOUNT[1]

    @pytest.mark.parametrize(("by", "number"), [(AT_HOME, "87654321"), (ELSEWHERE, KATHLEENS_ACCOUNT[1])])
    def test_goes_where_they_always_sign_in_and_say_or_where_it_went_before(self, kathleen, by, number):
        changes(kathleen)
        pays(kathleen)
        sort_code = KATHLEENS_ACCOUNT[0]
        assert changes(kathleen, by, TOMORROW_IS_PAYDAY + timedelta(hours=2), sort_code=sort_code,
                       account_number=number) is None
        assert (paid_into(), checks().get().state) == ([(number, "faster")], "cancelled")


class TestAnAccountIsPaidIntoAtOnce:
    def test_when_it_is_changed_where_they_always_sign_in_and_they_are_told_by_letter(self, kathleen):
        assert changes(kathleen, AT_HOME) is None
        assert (pays(kathleen), paid_into()) == (0, [("12345678", "bacs")])
        assert Message.objects.get().template == "bank_details_changed"

    def test_when_nothing_is_paid_yet_that_it_could_lead_elsewhere(self):
        assert changes(customer(), PAYER) is None

    def test_when_the_account_is_the_one_that_there_was(self, kathleen):
        sort_code, account_number, _ = KATHLEENS_ACCOUNT
        assert changes(kathleen, sort_code=sort_code, account_number=account_number) is None


class TestASecondOfficerOverALimit:
    @pytest.fixture
    def held(self, kathleen):
        award(of=kathleen, scheme="pip", pence=TOO_MUCH)
        return changes(kathleen, ANOTHER)

    def test_agrees_before_anything_is_paid_however_long_it_takes(self, held):
        assert (held.because, held.until) == (["over_limit"], None)
        assert end_account_holds(as_at=THREE_DAYS_LATER + timedelta(days=300)) == 0
        assert pays(held.customer) == 2
        settles(held, is_theirs=True)
        assert paid_into() == [("12345678", "faster")] * 2

    def test_is_another_than_took_the_change(self, held):
        with pytest.raises(NotPermitted, match="Someone other"):
            settles(held, is_theirs=True, by=ANOTHER)
        with pytest.raises(NotPermitted):
            settles(held, is_theirs=True, by=AT_HOME)


class TestTheDoors:
    def test_an_account_that_no_bank_has_is_refused_whoever_says_it(self, kathleen, settings, tmp_path):
        settings.ENTITLE_MODULUS_WEIGHTS = str(tmp_path / "weights.txt")
        (tmp_path / "weights.txt").write_text("309430 309430 MOD10 1 1 1 1 1 1 1 1 1 1 1 1 1 1\n")
        with pytest.raises(NotDone, match="No bank has an account"):
            changes(kathleen, PAYER)
        assert BankAccount.objects.count() == 1

    def test_the_practice_is_dated(self):
        with pytest.raises(NoAccountSafetyForDate):
            account_safety(on=date(2026, 4, 5))


def test_a_payment_without_any_account_is_still_work_of_its_own(kathleen):
    award(of=(homeless := customer(account=None)))
    changes(kathleen)
    assert pays(kathleen, homeless) == 2
    assert WorkItem.objects.get(kind="payment.no_account").customer_id != kathleen.id
    assert Event.objects.get(code="payment.held").customer_id == kathleen.id
