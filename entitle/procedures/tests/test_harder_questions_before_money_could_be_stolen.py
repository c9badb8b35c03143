"""Before the account that someone is paid into is changed by telephone, they answer what only they can."""
from __future__ import annotations

from datetime import date, timedelta

import pytest

from entitle.contacts import queries
from entitle.contacts.models import Contact, HarderAnswer
from entitle.contacts.step_up import NoStepUpForDate, step_up
from entitle.customers.models import BankAccount, Customer
from entitle.history.models import Event
from entitle.kernel.references import SYSTEM, Actor
from entitle.procedures.answer_harder_question import answer_harder_question
from entitle.procedures.begin_call import begin_call
from entitle.procedures.confirm_caller import confirm_caller
from entitle.procedures.errors import NotDone, NotPermitted
from entitle.procedures.register_customer import register_customer
from entitle.procedures.report_change import report_change
from entitle.procedures.tests.calling import TEN, agent
from entitle.record.harder_questions import Unreadable, harder_questions

pytestmark = pytest.mark.django_db
NEW = {"person.bank_account": {"sort_code": "309634", "account_number": "63748472", "account_name": "S O'Neill",
                               "roll_number": ""}}


@pytest.fixture
def precious() -> Actor:
    return agent("Precious Okafor")


@pytest.fixture
def seán() -> Customer:
    made = register_customer(name={"given": "Seán", "family": "O'Neill"}, born_on=date(1960, 1, 4), nino="AB123400A",
                             postcode="SA1 1AA", by=SYSTEM, as_at=TEN)
    BankAccount.objects.create(customer=made, sort_code="202959", account_number="63748472", account_name="S O'Neill",
                               from_on=date(2026, 1, 1))
    return made


def rings(who: Customer, by: Actor, *, hours: float = 0) -> Contact:
    at = TEN + timedelta(hours=hours)
    contact = begin_call(customer_code=who.code, reason="calling", by=by, as_at=at)
    confirm_caller(contact_code=contact.code, by=by, as_at=at)
    return contact


def says(contact: Contact, question: str, typed: str, by: Actor, *, hours: float = 0) -> queries.Answered:
    return answer_harder_question(contact_code=contact.code, question=question, typed=typed, by=by,
                                  as_at=TEN + timedelta(hours=hours))


def changes_bank(who: Customer, by: Actor) -> str:
    return report_change(kind="bank", answers=NEW, customer_code=who.code, by=by, as_at=TEN)


class TestTheQuestions:
    def test_open_the_account_to_change_once_two_are_answered_and_not_before(self, seán, precious) -> None:
        contact = rings(seán, precious)
        with pytest.raises(NotPermitted, match="only they can answer"):
            changes_bank(seán, precious)
        assert says(contact, "nino", "ab 12 34 00 a", precious).right == 1
        with pytest.raises(NotPermitted):
            changes_bank(seán, precious)
        assert says(contact, "account", "8472", precious).is_enough
        assert changes_bank(seán, precious).startswith("CON-")
        with pytest.raises(NotPermitted):
            changes_bank(seán, agent("Gurpreet Kaur"))

    def test_are_only_those_that_the_record_can_answer_and_each_contact_has_its_own_order(self, seán, precious) -> None:
        orders = {tuple(each.name for each in harder_questions(customer_id=seán.pk, contact_code=f"CON-{number}"))
                  for number in range(12)}
        assert orders == {("nino", "account"), ("account", "nino")}, "nothing was ever paid"
        with pytest.raises(NotDone, match="on the page"):
            says(rings(seán, precious), "last_payment", "241.30", precious)

    def test_keep_whether_the_answer_was_right_and_not_the_answer(self, seán, precious) -> None:
        contact = rings(seán, precious)
        with pytest.raises(Unreadable):
            says(contact, "account", "four eight", precious)
        says(contact, "account", "0000", precious)
        [kept] = HarderAnswer.objects.values()
        assert (kept["question"], kept["is_right"]) == ("account", False)
        assert "0000" not in str(kept) + str(list(Event.objects.values()))
        with pytest.raises(NotDone, match="on the page"):
            says(contact, "account", "8472", precious)

    def test_are_not_asked_before_the_practice_began(self) -> None:
        with pytest.raises(NoStepUpForDate):
            step_up(on=date(2026, 4, 5))


class TestThreeWrongAnswers:
    def test_close_it_for_a_day_whoever_they_ring(self, seán, precious) -> None:
        gurpreet = agent("Gurpreet Kaur")
        first, second = rings(seán, precious), rings(seán, gurpreet, hours=1)
        says(first, "nino", "AB123400B", precious)
        says(first, "account", "", precious)
        closed = says(second, "nino", "AB123400C", gurpreet, hours=1)
        assert closed.closed_until == TEN + timedelta(hours=25)
        with pytest.raises(NotPermitted, match="Too many"):
            says(second, "account", "8472", gurpreet, hours=2)
        codes = [event.code for event in Event.objects.filter(customer_id=seán.pk)]
        assert (codes.count("contact.answer_wrong"), codes.count("contact.closed_to_changes")) == (3, 1)
        third = rings(seán, gurpreet, hours=26)
        assert says(third, "account", "8472", gurpreet, hours=26).right == 1
