"""People without accounts: vouchers of at most a hundred pounds, asked about while they last, owed again when they ran
out; and a cheque of last resort."""
from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from entitle.contacts.models import Message
from entitle.customers.models import PersonName
from entitle.gateways import clock
from entitle.kernel.lifecycle import NotAllowedNow
from entitle.kernel.references import SYSTEM, Actor
from entitle.payments import queries
from entitle.payments.cash_orders import parts
from entitle.payments.cheques import in_words
from entitle.payments.models import CashOrder, Payment
from entitle.payments.operations import NothingOwed
from entitle.payments.tests.caseload import award, customer
from entitle.procedures.give_cash_orders import give_cash_orders
from entitle.procedures.keep_cash_orders import keep_cash_orders
from entitle.procedures.pay_due_awards import pay_due_awards
from entitle.procedures.take_cashed_orders import Cashed, take_cashed_orders
from entitle.staff.models import User
from entitle.work.models import WorkItem
from entitle.work.operations import complete

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
PAYER = Actor(role="staff", channel="desk", user_id=7, name="Anwen Price")
FOUR_AND_A_BIT = [100_00, 100_00, 100_00, 100_00, 37_25]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("all_proved")]


@pytest.fixture(autouse=True)
def agency(db, settings, tmp_path):
    settings.ENTITLE_VAR = tmp_path
    User.objects.create(id=PAYER.user_id, username="anwen", name=PAYER.name)


@pytest.fixture
def rhys():
    made = customer(account=None)
    PersonName.objects.create(customer=made, given="Rhys", family="O'Neill", from_on=date(2026, 1, 1), key_normal="",
                              key_phonetic="", trigrams=[])
    return made


@pytest.fixture
def payment(rhys):
    """Four weeks of £109.31 and a penny more: £437.25 is owed to Rhys, who has no account."""
    award(of=rhys, pence=437_25, starts_on=date(2026, 11, 19), first_payday=date(2026, 11, 25), cycle_weeks=1)
    pay_due_awards(on=date(2026, 11, 25), by=PAYER, as_at=NOW)
    return Payment.objects.get()


@pytest.fixture
def vouchers(payment):
    return give_cash_orders(payment_id=payment.id, kind="voucher", by=PAYER, as_at=NOW)


def cashed(codes, on, as_at):
    return take_cashed_orders(cashed=[Cashed(code, on) for code in codes], by=SYSTEM, as_at=as_at)


def after(days):
    return NOW + timedelta(days=days)


def asked():
    return WorkItem.objects.filter(kind="voucher.lies")


class TestPeopleWithoutAnAccount:
    def test_437_25_due_is_four_vouchers_of_100_and_one_of_37_25(self, vouchers, rhys):
        assert [voucher.pence for voucher in vouchers] == FOUR_AND_A_BIT
        assert {voucher.expires_on for voucher in vouchers} == {date(2027, 2, 18)}
        assert (queries.owed_to(customer_id=rhys.id), queries.balances()["cash_orders"]) == (0, 437_25)
        assert WorkItem.objects.get(kind="payment.no_account").outcome == "Given 5 by voucher"

    @given(st.integers(1, 10**7))
    def test_vouchers_of_any_sum_are_of_at_most_100_and_come_to_it_exactly(self, pence):
        split = parts(pence=pence, kind="voucher")
        assert sum(split) == pence and all(0 < each <= 100_00 for each in split)

    def test_the_customer_is_told_every_number(self, vouchers):
        [message] = Message.objects.all()
        assert all(f"{each.code}: £" in message.body_text for each in vouchers)
        assert "O'Neill" in message.body_text and "18 February 2027" in message.body_text

    def test_the_checks_find_nothing_wrong_at_any_moment(self, vouchers, payment):
        cashed([vouchers[0].code], date(2026, 12, 1), after(11))
        keep_cash_orders(as_at=after(90))
        give_cash_orders(payment_id=payment.id, kind="voucher", by=PAYER, as_at=after(91))
        assert queries.problems(run_id=payment.run_id) == []

    def test_expiring_ones_raise_a_contact_task_at_day_60_and_80(self, vouchers):
        cashed([vouchers[0].code], date(2026, 12, 1), after(11))
        seen = []
        for day in (59, 60, 61, 79, 80, 81):
            keep_cash_orders(as_at=after(day))
            seen.append(asked().count())
            for item in asked().filter(state="open"):
                complete(work_item_id=item.id, as_at=after(day), outcome="Told them")
        assert seen == [0, 1, 1, 1, 2, 2]

    def test_the_sum_of_those_that_ran_out_goes_back_to_owed(self, vouchers, rhys):
        cashed([each.code for each in vouchers[:3]], date(2026, 12, 1), after(11))
        assert keep_cash_orders(as_at=after(89))[1] == 0
        assert keep_cash_orders(as_at=after(90))[1] == 2
        assert keep_cash_orders(as_at=after(90)) == (0, 0)
        assert queries.owed_to(customer_id=rhys.id) == 137_25
        balances = queries.balances()
        assert (balances["bank"], balances["cash_orders"]) == (300_00, 0)
        assert [each.state for each in queries.of_customer(customer_id=rhys.id)] == ["returned"]

    def test_and_is_given_again_on_contact(self, vouchers, payment, rhys):
        keep_cash_orders(as_at=after(90))
        again = give_cash_orders(payment_id=payment.id, kind="voucher", by=PAYER, as_at=after(95))
        assert [voucher.pence for voucher in again] == FOUR_AND_A_BIT
        assert not {voucher.code for voucher in again} & {voucher.code for voucher in vouchers}
        assert WorkItem.objects.filter(kind="payment.returned", state="open").count() == 0
        assert [each.state for each in queries.of_customer(customer_id=rhys.id)] == ["sent"]

    def test_vouchers_are_given_once(self, vouchers, payment):
        with pytest.raises(NothingOwed):
            give_cash_orders(payment_id=payment.id, kind="voucher", by=PAYER, as_at=NOW)
        assert CashOrder.objects.count() == 5

    def test_one_turned_into_money_is_taken_in_once_and_what_is_odd_is_named(self, vouchers):
        keep_cash_orders(as_at=after(90))
        codes = [vouchers[0].code, "VCH-NONE"]
        taken = cashed(codes, date(2027, 2, 18), after(90))
        assert taken.taken == 0
        assert taken.problems == (f"{vouchers[0].code} had run out or was stopped, and money was given for it",
                                  "no voucher or cheque of ours is 'VCH-NONE'")

    def test_told_twice_it_is_taken_once(self, vouchers):
        codes = [vouchers[0].code]
        assert [cashed(codes, date(2026, 12, 1), after(11)).taken
                for _ in range(2)] == [1, 0]
        assert queries.balances()["bank"] == 100_00


class TestAChequeOfLastResort:
    def test_is_one_for_all_of_it(self, payment):
        [cheque] = give_cash_orders(payment_id=payment.id, kind="cheque", by=PAYER, as_at=NOW)
        assert (cheque.pence, cheque.kind, cheque.code[:3]) == (437_25, "cheque", "CHQ")
        assert queries.problems(run_id=payment.run_id) == []

    def test_is_needed_where_vouchers_would_be_too_many(self, rhys):
        award(of=rhys, pence=9_901_00, starts_on=date(2026, 11, 19), cycle_weeks=1)
        pay_due_awards(on=date(2026, 11, 25), by=PAYER, as_at=NOW)
        with pytest.raises(NotAllowedNow, match="give a cheque"):
            give_cash_orders(payment_id=Payment.objects.get().id, kind="voucher", by=PAYER, as_at=NOW)


class TestAProvidersFile:
    def take(self, tmp_path, *lines):
        path = tmp_path / "cashed.csv"
        path.write_text("\n".join(("number,given_on,pounds", *lines)))
        with clock.at(after(11)):
            call_command("cashed", str(path))

    def test_is_taken_in_by_one_command_once(self, vouchers, tmp_path, capsys):
        for _ in range(2):
            self.take(tmp_path, *(f"{each.code},2026-12-01,{each.pence / 100:.2f}" for each in vouchers[:2]))
        assert capsys.readouterr().out == "2 turned into money, of 2 told.\n0 turned into money, of 2 told.\n"
        assert queries.balances()["bank"] == 200_00

    def test_names_what_is_not_ours_or_of_another_sum_and_takes_the_rest(self, vouchers, tmp_path, capsys):
        with pytest.raises(SystemExit):
            self.take(tmp_path, f"{vouchers[0].code},2026-12-01,99.99", "VCH-NONE,2026-12-01,100.00",
                      f"{vouchers[4].code},2026-12-01,37.25")
        assert capsys.readouterr().out.splitlines() == [
            "1 turned into money, of 3 told.", f"{vouchers[0].code} is for £100.00, and £99.99 was given for it",
            "no voucher or cheque of ours is 'VCH-NONE'"]

    @pytest.mark.parametrize("line", ["VCH-1,yesterday,100.00", "VCH-1,2026-12-01,", "VCH-1,2026-12-01,1.005", "VCH-1"])
    def test_that_cannot_be_read_changes_nothing_and_says_which_line(self, vouchers, tmp_path, line):
        with pytest.raises(CommandError, match="line 3"):
            self.take(tmp_path, f"{vouchers[0].code},2026-12-01,100.00", line)
        assert CashOrder.objects.filter(state="cashed").count() == 0


class TestACheque:
    @pytest.mark.parametrize(("pence", "words"), [
        (437_25, "four hundred and thirty-seven pounds 25 pence"), (1_00, "one pound only"), (7, "no pounds 07 pence"),
        (1_020_00, "one thousand and twenty pounds only"), (40_000_01, "forty thousand pounds 01 pence"),
        (12_319_90, "twelve thousand three hundred and nineteen pounds 90 pence"),
        (2_000_100_00, "two million one hundred pounds only")])
    def test_says_its_sum_in_words(self, pence, words):
        assert in_words(pence) == words

    def test_is_printed_from_the_same_file_however_often_and_not_once_it_is_stopped(self, payment, tmp_path, capsys):
        [cheque] = give_cash_orders(payment_id=payment.id, kind="cheque", by=PAYER, as_at=NOW)
        path = tmp_path / "cheques.csv"
        for _ in range(2):
            call_command("cheques", str(path), "--on", "2026-11-20")
        assert path.read_text().splitlines()[1] == (
            f"{cheque.code},Rhys O'Neill,four hundred and thirty-seven pounds 25 pence,437.25,2026-11-20,2027-05-19")
        first, second = capsys.readouterr().out.splitlines()
        assert first == second and first.startswith("1 to print, fingerprint ") and path.stat().st_mode & 0o777 == 0o600
        CashOrder.objects.update(state="stopped")
        call_command("cheques", str(path), "--on", "2026-11-20")
        assert len(path.read_text().splitlines()) == 1
