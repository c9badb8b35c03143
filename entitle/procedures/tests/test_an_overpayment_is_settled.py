"""What somebody was overpaid: planned with them, asked to be less, paid back, given up, or left with an estate."""
from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from entitle.awards.models import AwardAmount
from entitle.contacts.models import Message, SafeguardingPlan
from entitle.customers.models import PersonName
from entitle.history.models import Event
from entitle.kernel.lifecycle import NotAllowedNow
from entitle.kernel.references import SYSTEM, Actor
from entitle.letters.templates import LetterError
from entitle.payments import operations as payments
from entitle.payments import queries
from entitle.payments.models import Payment
from entitle.payments.operations import Line, MoreThanIsLeft, SecondOfficerNeeded, Statement
from entitle.payments.tests.caseload import award, customer
from entitle.procedures.agree_to_give_up import agree_to_give_up
from entitle.procedures.ask_estate import ask_estate
from entitle.procedures.ask_for_less import ask_for_less
from entitle.procedures.correct_awards import correct_awards
from entitle.procedures.errors import NotDone
from entitle.procedures.finish_work import finish_work
from entitle.procedures.give_up_debt import give_up_debt
from entitle.procedures.moving_money import moving_money
from entitle.procedures.plan_recovery import plan_recovery
from entitle.procedures.record_death import record_death
from entitle.procedures.take_bank_statement import take_bank_statement
from entitle.procedures.take_repayment import take_repayment
from entitle.procedures.tell_of_debt import tell_of_debt
from entitle.staff.models import User
from entitle.work.models import WorkItem

STARTS, PAYDAY, NEXT_PAYDAY = date(2026, 10, 29), date(2026, 11, 25), date(2026, 12, 23)
NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)
LATER = datetime(2026, 11, 27, 10, tzinfo=UTC)
ANWEN, PRECIOUS = (Actor(role="staff", channel="desk", user_id=number, name=name)
                   for number, name in ((7, "Anwen Price"), (8, "Precious Okafor")))
KATHLEEN = Actor(role="customer", channel="online", user_id=9, name="Kathleen Ní Dhomhnaill")

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("all_proved")]


@pytest.fixture
def kathleen(db, settings, tmp_path):
    settings.ENTITLE_VAR = tmp_path
    for each in (ANWEN, PRECIOUS, KATHLEEN):
        User.objects.create(id=each.user_id, username=each.name, name=each.name)
    made = customer()
    made.user_id = KATHLEEN.user_id
    made.save()
    PersonName.objects.create(customer=made, given="Kathleen", family="Ní Dhomhnaill", from_on=date(2026, 1, 1),
                              key_normal="", key_phonetic="", trigrams=[])
    return made


@pytest.fixture
def pension(kathleen):
    made = award(of=kathleen, scheme="state_pension", starts_on=STARTS, pence=20_000)
    pay(made, PAYDAY, NOW)
    return made


@pytest.fixture
def debt(pension):
    """Four weeks at £200 that should have been at £150."""
    AwardAmount.objects.create(award=pension, from_on=STARTS, pence=15_000, made_at=NOW)
    [found] = correct_awards(customer_id=pension.customer_id, change="a change", by=ANWEN, as_at=LATER).debts
    return found


def pay(of, on, as_at):
    run, _ = payments.start_run(pay_on=on, by=ANWEN, as_at=as_at)
    with moving_money(by=ANWEN, as_at=as_at):
        return payments.pay_due(run=run, buckets=[of.bucket], as_at=as_at)


def plan(debt, award, pence=3_000, *, on=PAYDAY, agreed=True, because="You said that this is what you can manage on"):
    return plan_recovery(debt_code=debt.code, award_code=award.code, pence_each=pence, from_on=on, agreed=agreed,
                         because=because, by=ANWEN, as_at=LATER)


def last_letter():
    return Message.objects.order_by("-id")[0]


def repay(debt, pence, reference):
    return take_repayment(debt_code=debt.code, pence=pence, received_on=date(2026, 11, 27), bank_reference=reference,
                          by=ANWEN, as_at=LATER)


class TestHowItIsPaidBack:
    def test_is_planned_with_the_customer_who_is_told_how_much_from_when_and_why(self, debt, pension):
        with pytest.raises(NotDone, match="first day"):
            plan(debt, pension)
        plan(debt, pension, on=NEXT_PAYDAY)
        told = last_letter()
        assert told.template == "debt_planned"
        quoted = ("£30.00", "15 per cent", "23 December 2026", "manage on", debt.code)
        assert all(each in told.body_text for each in quoted)
        assert WorkItem.objects.get(kind="debt.settle").state == "done"
        pay(pension, NEXT_PAYDAY, LATER)
        last = Payment.objects.order_by("-period_start")[0]
        assert (last.pence, queries.kept_from(payment_ids=[last.id])) == (57_000, {last.id: 3_000})
        assert queries.debt_at_a_glance(code=debt.code).left == 17_000

    def test_gives_notice_where_they_did_not_agree(self, debt, pension):
        with pytest.raises(NotDone, match="11 December 2026"):
            plan(debt, pension, on=date(2026, 12, 10), agreed=False)
        assert plan(debt, pension, on=date(2026, 12, 11), agreed=False).agreed is False

    def test_is_of_their_own_award_with_a_reason_and_of_a_debt_that_is_left(self, debt, pension):
        others = award(scheme="state_pension")
        for wrong, said in ((others, "because"), (pension, " ")):
            with pytest.raises(NotDone):
                plan(debt, wrong, on=NEXT_PAYDAY, because=said)
        repay(debt, 20_000, "B1")
        with pytest.raises(NotAllowedNow):
            plan(debt, pension, on=NEXT_PAYDAY)


class TestSomeoneWhoCannotManage:
    def test_has_nothing_kept_until_an_officer_has_looked(self, debt, pension):
        plan(debt, pension, on=NEXT_PAYDAY)
        ask_for_less(debt_code=debt.code, pence_each=500, because="My rent went up", by=KATHLEEN, as_at=LATER)
        item = WorkItem.objects.get(kind="debt.settle", state="open")
        assert (item.note, item.is_promise) == ("Can afford £5.00 of each payment: My rent went up", True)
        pay(pension, NEXT_PAYDAY, LATER)
        assert Payment.objects.order_by("-period_start")[0].pence == 60_000
        assert last_letter().template == "debt_not_kept"
        with pytest.raises(NotDone):
            finish_work(work_code=item.code, outcome="Left it", by=ANWEN, as_at=LATER)
        plan(debt, pension, 500, on=NEXT_PAYDAY)
        assert queries.debt_at_a_glance(code=debt.code).plan.pence_each == 500

    def test_is_heard_where_they_may_be_in_danger(self, debt):
        ask_for_less(debt_code=debt.code, pence_each=0, because="I want to end my life", by=KATHLEEN, as_at=LATER)
        assert SafeguardingPlan.objects.filter(customer=debt.customer_id).exists()

    def test_says_why(self, debt):
        with pytest.raises(NotDone):
            ask_for_less(debt_code=debt.code, pence_each=0, because=" ", by=KATHLEEN, as_at=LATER)


class TestSomethingPaidBack:
    def test_counts_once_and_is_acknowledged(self, debt):
        assert [repay(debt, 5_000, "B1"), repay(debt, 5_000, "B1")] == [True, False]
        assert "£150.00 left to pay back" in last_letter().body_text
        assert Message.objects.filter(template="debt_paid_back").count() == 1
        with pytest.raises(MoreThanIsLeft):
            repay(debt, 15_001, "B2")
        repay(debt, 15_000, "B2")
        assert WorkItem.objects.get(kind="debt.settle").outcome == "It is paid back"
        assert [each.pence for each in queries.gone_of(debt=debt)] == [5_000, 15_000]

    def test_by_bank_transfer_is_taken_from_the_statement_and_agrees_with_it(self, debt):
        on = date(2026, 11, 27)
        lines = [Line(7_500, debt.code.lower(), "BK1", on), Line(1, "OVP-????", "BK2", on),
                 Line(99_999, debt.code, "BK3", on)]
        told = Statement("1", "7", on, 0, sum(each.pence for each in lines), lines)
        assert [take_bank_statement(statement=told, by=SYSTEM, as_at=LATER) for _ in range(2)] == [True, False]
        assert queries.debt_at_a_glance(code=debt.code).left == 12_500
        strange = [each.what for each in queries.reconcile(on=on).problems if "the bank moved" in each.what]
        assert strange == [f"the bank moved {each}, and the ledger nothing" for each in ("£0.01", "£999.99")]


class TestGivingItUp:
    def test_takes_two_officers_above_the_limit_and_tells_the_customer_why(self, debt):
        give_up_debt(debt_code=debt.code, because="They are ill", by=ANWEN, as_at=LATER)
        with pytest.raises(NotDone):
            give_up_debt(debt_code=debt.code, because="They are ill", by=ANWEN, as_at=LATER)
        with pytest.raises(SecondOfficerNeeded):
            agree_to_give_up(debt_code=debt.code, agrees=True, by=ANWEN, as_at=LATER)
        agree_to_give_up(debt_code=debt.code, agrees=True, by=PRECIOUS, as_at=LATER)
        assert "They are ill" in last_letter().body_text
        assert not WorkItem.objects.exclude(state="done").exists()
        assert queries.balances()["written_off"] == -20_000

    def test_not_agreed_goes_back_to_whoever_settles_it(self, debt):
        give_up_debt(debt_code=debt.code, because="They are ill", by=ANWEN, as_at=LATER)
        agree_to_give_up(debt_code=debt.code, agrees=False, by=PRECIOUS, as_at=LATER)
        assert WorkItem.objects.get(kind="debt.settle", state="open").note == "Not given up: £200.00"
        assert Event.objects.filter(code="debt.write_off_refused").count() == 1
        assert last_letter().template == "paid_too_much"

    def test_alone_up_to_the_limit(self, debt):
        repay(debt, 13_500, "B1")
        give_up_debt(debt_code=debt.code, because="It would cost more to ask", by=ANWEN, as_at=LATER)
        assert (last_letter().template, queries.debt_at_a_glance(code=debt.code).left) == ("debt_given_up", 0)
        with pytest.raises(NotDone):
            give_up_debt(debt_code=debt.code, because=" ", by=ANWEN, as_at=LATER)


class TestAnEstate:
    @pytest.fixture
    def debt(self, pension, kathleen):
        record_death(customer_code=kathleen.code, died_on=date(2026, 11, 11), told_by="registrar", by=ANWEN,
                     as_at=LATER)
        return queries.debts_of(customer_id=kathleen.id).get()

    def test_is_asked_once_the_death_is_confirmed_and_told_that_nobody_has_a_legal_duty_to_pay(self, debt):
        with pytest.raises(NotDone, match="confirmed"):
            ask_estate(debt_code=debt.code, by=ANWEN, as_at=LATER)
        finish_work(work_code=WorkItem.objects.get(kind="death.confirm").code, outcome="Seen", by=ANWEN, as_at=LATER)
        letter = ask_estate(debt_code=debt.code, by=ANWEN, as_at=LATER + timedelta(days=1))
        assert "no legal duty to pay this back yourself" in letter.body_text
        assert (letter.addressee, letter.state, letter.channels) == ("estate", "queued", ["letter"])
        assert WorkItem.objects.get(kind="debt.settle").state == "done"

    def test_a_recovery_letter_without_those_words_cannot_be_produced(self, debt):
        with pytest.raises(LetterError):
            tell_of_debt(debt=debt, letter="paid_too_much", addressee="estate", as_at=LATER, known={"set_off": 0})

    def test_has_nothing_kept_from_anything(self, debt, pension):
        with pytest.raises(NotDone):
            plan(debt, pension, on=NEXT_PAYDAY)
