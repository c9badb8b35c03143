"""From an award that is due to money on its way: paid once, at the right pence, to the right account, or not at all."""
from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from entitle.history.models import Event
from entitle.kernel.references import Actor
from entitle.payments import queries
from entitle.payments.models import Payment, PaymentAttempt, PayRun, Transfer
from entitle.payments.tests.bacs_reader import read_bacs
from entitle.payments.tests.caseload import amount, award, customer
from entitle.procedures.pay_due_awards import pay_due_awards
from entitle.work.models import WorkItem

PAYDAY = date(2026, 11, 25)
NEXT_PAYDAY = date(2026, 12, 23)
NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
LATER = datetime(2026, 12, 18, 10, 0, tzinfo=UTC)
OFFICER = Actor(role="staff", channel="desk", user_id=7, name="Anwen Price")

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def var(settings, tmp_path):
    settings.ENTITLE_VAR = tmp_path
    return tmp_path


def pay(on=PAYDAY, as_at=NOW):
    return pay_due_awards(on=on, by=OFFICER, as_at=as_at)


def lines_of(result):
    return read_bacs((queries.file_folder() / f"{result.run_code}.txt").read_bytes()).credits


class TestAnAwardThatIsDue:
    def test_is_paid_into_the_customers_account(self):
        kathleen = customer()
        award(of=kathleen)
        result = pay()
        assert (result.payments, result.problems) == (1, ())
        [line] = lines_of(result)
        assert (line["sort_code"], line["account_number"]) == ("202959", "63748472")
        assert line["account_name"] == "KATHLEEN ONEILL"
        payment = Payment.objects.get()
        assert payment.customer_id == kathleen.id
        assert int(line["pence"]) == payment.pence == result.pence

    def test_is_paid_its_part_week_and_four_whole_ones(self):
        award(starts_on=date(2026, 10, 26), pence=24_130)
        pay()
        payment = Payment.objects.get()
        assert (payment.period_start, payment.period_end) == (date(2026, 10, 26), date(2026, 11, 26))
        assert payment.pence == 4 * 24_130 + 10_341  # three sevenths of 24,130 is 10,341.4

    def test_at_a_rate_that_changed_is_paid_both_rates(self):
        changed = award(starts_on=date(2026, 10, 29))
        amount(of=changed, from_on=date(2026, 11, 12), pence=25_000)
        assert pay().pence == 2 * 24_130 + 2 * 25_000

    def test_moves_pence_from_the_schemes_expenditure_to_the_bank_by_way_of_owed(self):
        award()
        pence = pay().pence
        assert queries.balances() == {"expenditure:a_pension": -pence, "owed": 0, "in_transit": pence, "bank": 0}

    def test_leaves_an_event_that_proves_it(self):
        award()
        pay()
        event = Event.objects.get(code="payment.made")
        assert queries.digests([event.refers_id]) == {event.refers_id: bytes(event.digest)}

    def test_shows_if_its_transfer_is_altered_later(self):
        award()
        pay()
        event = Event.objects.get(code="payment.made")
        Transfer.objects.filter(event="instructed").update(pence=1)
        assert queries.digests([event.refers_id]) != {event.refers_id: bytes(event.digest)}

    def test_is_in_payment_from_its_first_payment_on(self):
        first = award()
        pay()
        first.refresh_from_db()
        assert first.state == "in_payment"

    def test_is_on_the_customers_list_of_payments(self):
        kathleen = customer()
        award(of=kathleen)
        pay()
        assert [each.state for each in queries.of_customer(customer_id=kathleen.id)] == ["sent"]


class TestAnAwardThatIsNotDue:
    @pytest.mark.parametrize("dates", [
        {"first_payday": date(2026, 11, 26)},
        {"ends_on": date(2026, 10, 26)},
        {"ends_on": date(2026, 11, 10), "end_reason": "death"},
        {"state": "suspended"},
    ])
    def test_is_not_paid(self, dates):
        award(**dates)
        result = pay()
        assert (result.payments, result.file_code, result.problems) == (0, "", ())

    def test_of_a_customer_who_has_died_is_not_paid(self):
        award(of=customer(died_on=date(2026, 11, 1)))
        assert pay().payments == 0

    def test_whose_customer_died_after_paydays_went_by_is_not_paid_those(self):
        award(of=customer(died_on=date(2026, 11, 1)), first_payday=date(2026, 10, 28), starts_on=date(2026, 10, 1))
        assert pay().payments == 0


class TestAnAwardThatEnds:
    def test_is_paid_to_its_last_day(self):
        award(starts_on=date(2026, 10, 29), ends_on=date(2026, 11, 12))
        assert pay().pence == 2 * 24_130


class TestAnAwardThatFellBehind:
    def test_is_paid_every_payday_that_went_by(self):
        award(starts_on=date(2026, 9, 3), first_payday=date(2026, 9, 30))
        assert pay().payments == 3
        assert list(Payment.objects.order_by("due_on").values_list("due_on", flat=True)) == [
            date(2026, 9, 30), date(2026, 10, 28), PAYDAY]

    def test_is_paid_them_once(self):
        award(starts_on=date(2026, 9, 3), first_payday=date(2026, 9, 30))
        pay()
        assert pay(on=NEXT_PAYDAY, as_at=LATER).payments == 1

    def test_while_suspended_is_paid_what_was_held_back_when_it_is_resumed(self):
        held = award(state="suspended")
        assert pay().payments == 0
        held.state = "in_payment"
        held.save(update_fields=["state"])
        assert pay(on=NEXT_PAYDAY, as_at=LATER).payments == 2

    def test_having_ended_meanwhile_is_paid_to_its_last_day_once(self):
        award(starts_on=date(2026, 9, 3), first_payday=date(2026, 9, 30), ends_on=date(2026, 10, 8))
        assert pay().pence == 5 * 24_130
        assert pay(on=NEXT_PAYDAY, as_at=LATER).payments == 0


class TestABankHoliday:
    def test_christmas_paydays_are_paid_on_the_working_day_before(self):
        for first in (date(2026, 12, 24), date(2026, 12, 25), date(2026, 12, 28), date(2026, 12, 29)):
            award(first_payday=first)
        pay(on=date(2026, 12, 24), as_at=LATER)
        assert sorted(Payment.objects.values_list("due_on", "pay_on")) == [
            (due, date(2026, 12, 24)) for due in (date(2026, 12, 24), date(2026, 12, 25), date(2026, 12, 28))]

    def test_is_no_day_to_run(self):
        with pytest.raises(queries.NotABacsDay, match="2026-12-24"):
            pay(on=date(2026, 12, 25), as_at=LATER)
        assert not PayRun.objects.exists()

    def test_a_run_too_late_for_the_bank_pays_nobody(self):
        award()
        with pytest.raises(queries.NotABacsDay, match="too late"):
            pay(as_at=datetime(2026, 11, 24, 10, 0, tzinfo=UTC))
        assert not Payment.objects.exists()


class TestACustomerWithoutAnAccount:
    def test_is_owed_the_money_and_somebody_must_act(self):
        homeless = customer(account=None)
        award(of=homeless)
        result = pay()
        assert (result.payments, result.owed, result.file_code, result.problems) == (1, 1, "", ())
        assert queries.owed_to(customer_id=homeless.id) == Payment.objects.get().pence
        assert not PaymentAttempt.objects.exists()
        assert [item.kind for item in WorkItem.objects.filter(customer=homeless)] == ["payment.no_account"]

    def test_or_with_one_that_no_bank_has_does_not_stop_the_file(self):
        award(of=customer(account=("1234", "12", "Typo")))
        award()
        result = pay()
        assert (result.payments, result.owed) == (2, 1)
        assert len(lines_of(result)) == 1


class TestAnAwardWithoutAnAmount:
    def test_is_not_guessed_at_and_somebody_must_act(self):
        unknown = award()
        unknown.amounts.all().delete()
        assert pay().payments == 0
        assert WorkItem.objects.get().kind == "payment.no_amount"
