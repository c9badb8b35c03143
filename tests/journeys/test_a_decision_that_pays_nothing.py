"""Where the agency pays nothing itself, a claim ends in a decision and its letter: there is no award and no payday."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime, timedelta

import pytest

from entitle.awards.models import Award
from entitle.blueprint import registry
from entitle.blueprint.self_check import problems
from entitle.claims import queries as claims
from entitle.contacts import queries as contacts
from entitle.contacts.tests.cast import officer
from entitle.customers import operations as customers
from entitle.decisions import queries as decisions
from entitle.kernel.references import SYSTEM, Actor
from entitle.payments import queries as payments
from entitle.procedures.answer_questions import answer_questions
from entitle.procedures.ask_to_look_again import ask_to_look_again
from entitle.procedures.decide_again import decide_again
from entitle.procedures.decide_claim import decide_claim
from entitle.procedures.pay_due_awards import pay_due_awards
from entitle.procedures.register_customer import register_customer
from entitle.procedures.start_claim import start_claim
from entitle.procedures.submit_claim import submit_claim
from tests.journeys import tiny_scheme

AT = datetime(2026, 11, 2, 9, tzinfo=UTC)
CLERK = Actor(role="system", channel="clerical", name="a clerk's desk")
LETTER = "---\nsubject: Winter boots\n---\nDear {{ person_name }}\n"


@pytest.fixture
def winter_boots(tmp_path, monkeypatch):
    """The tiny scheme, but that it only says who should have how much."""
    again = {f"letters/{name}.{language}.md": LETTER for name in ("look_again_received", "look_again_decision")
             for language in ("en", "cy")}
    for name, text in (tiny_scheme.FILES | again).items():
        path = tmp_path / "schemes" / "winter_boots" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace('cycle=Cycle(weeks=2, weekday="payday")', "cycle=None"), encoding="utf-8")
    monkeypatch.setenv(registry.EXTRA_FOLDERS, str(tmp_path / "schemes"))
    yield registry.scheme("winter_boots")
    for name in [name for name in sys.modules if name.startswith("entitle.schemes.winter_boots")]:
        del sys.modules[name]


@pytest.fixture
def claim(winter_boots):
    precious = register_customer(name={"given": "Precious", "family": "Okafor"}, born_on=date(1990, 7, 14),
                                 nino="AB987654A", sex="female", by=CLERK, as_at=AT)
    code = start_claim(scheme="winter_boots", customer_id=precious.id, by=CLERK, as_at=AT).code
    answer_questions(claim_code=code, by=CLERK, as_at=AT, answers={
        "boots.children": 3, "boots.already_has": False,
        "person.bank_account": {"sort_code": "401276", "account_number": "12345678", "account_name": "P OKAFOR",
                                "roll_number": ""}})
    submit_claim(claim_code=code, by=CLERK, as_at=AT)
    return claims.get(code=code)


@pytest.mark.django_db(transaction=True)
class TestASchemeWithoutACycle:
    def test_decides_and_writes_and_opens_no_award(self, claim, settings, tmp_path):
        settings.ENTITLE_VAR = tmp_path / "var"
        decision = decide_claim(claim_code=claim.code, by=SYSTEM, as_at=AT)
        assert (decision.result, decision.pence, decision.per) == ("entitled", 1050, "week")
        assert Award.objects.count() == 0
        [letter, *_] = contacts.messages_of(customer_id=claim.customer_id)
        assert letter.template == "decision_awarded"
        assert "£10.50 a week from 2 November 2026" in letter.body_text
        run = pay_due_awards(on=date(2026, 11, 20), by=SYSTEM, as_at=datetime(2026, 11, 12, 9, tzinfo=UTC))
        assert (run.payments, payments.of_customer(customer_id=claim.customer_id)) == (0, [])

    def test_decides_again_and_still_opens_none(self, claim):
        first = decide_claim(claim_code=claim.code, by=SYSTEM, as_at=AT)
        gurpreet = Actor(role="staff", channel="desk", user_id=officer("Gurpreet Kaur").pk, name="Gurpreet Kaur")
        asked = ask_to_look_again(decision_code=first.code, why="There are four", by=gurpreet, as_at=AT)
        customers.hold_facts(customer_id=claim.customer_id, facts={"boots.children": 4}, source="document",
                             as_at=AT + timedelta(hours=1))
        done = decide_again(reconsideration_code=asked.code, because="There are four.", by=gurpreet,
                            as_at=AT + timedelta(hours=2))
        assert (done.state, decisions.latest(claim_id=claim.id).pence) == ("changed", 1400)
        assert Award.objects.count() == 0

    def test_is_told_of_by_no_lack_of_a_weekday(self, winter_boots):
        assert [problem for problem in problems(winter_boots) if problem.startswith("cycle")] == []
        assert winter_boots.rules_decided_by == ("has_boots", "start_on", "weekly_boots")
