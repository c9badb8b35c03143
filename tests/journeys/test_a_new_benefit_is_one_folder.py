"""A benefit that nobody here has heard of: put its folder down, and take a claim in it to a payment in a bank file."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime

import pytest

from entitle.blueprint import registry
from entitle.claims import queries as claims
from entitle.contacts import queries as contacts
from entitle.kernel.periods import london_date
from entitle.kernel.references import SYSTEM, Actor
from entitle.payments import queries as payments
from entitle.procedures.acknowledge_claim import acknowledge_claim
from entitle.procedures.answer_questions import answer_questions
from entitle.procedures.decide_claim import decide_claim
from entitle.procedures.pay_due_awards import pay_due_awards
from entitle.procedures.register_customer import register_customer
from entitle.procedures.start_claim import start_claim
from entitle.procedures.submit_claim import submit_claim
from entitle.record.queries import whole_customer
from tests.journeys import tiny_scheme

AT = datetime(2026, 11, 2, 9, tzinfo=UTC)
CLERK = Actor(role="system", channel="clerical", name="a clerk's desk")


@pytest.fixture
def winter_boots(tmp_path, monkeypatch):
    for name, text in tiny_scheme.FILES.items():
        path = tmp_path / "schemes" / "winter_boots" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.setenv(registry.EXTRA_FOLDERS, str(tmp_path / "schemes"))
    yield registry.scheme("winter_boots")
    for name in [name for name in sys.modules if name.startswith("entitle.schemes.winter_boots")]:
        del sys.modules[name]


@pytest.fixture
def claim_of(winter_boots):
    """A claim for so many children, handed in at the counter."""

    def claimed(*, children: int, has_boots: bool):
        precious = register_customer(
            name={"given": "Precious", "family": "Okafor"},
            born_on=date(1990, 7, 14),
            nino="AB987654A",
            sex="female",
            by=CLERK,
            as_at=AT,
        )
        claim = start_claim(scheme="winter_boots", customer_id=precious.id, by=CLERK, as_at=AT)
        answer_questions(
            claim_code=claim.code,
            by=CLERK,
            as_at=AT,
            answers={
                "boots.children": children,
                "boots.already_has": has_boots,
                "person.bank_account": {
                    "sort_code": "401276",
                    "account_number": "12345678",
                    "account_name": "P OKAFOR",
                    "roll_number": "",
                },
            },
        )
        submit_claim(claim_code=claim.code, by=CLERK, as_at=AT)
        for _ in range(2):  # as a worker does, and once more: the letter is written once
            acknowledge_claim(claim_code=claim.code, received_on=london_date(AT), as_at=AT)
        return claims.get(code=claim.code)

    return claimed


@pytest.mark.django_db(transaction=True)
class TestATinySchemeInATemporaryFolder:
    def test_a_claim_in_it_is_decided_explained_and_paid(self, claim_of, settings, tmp_path):
        settings.ENTITLE_VAR = tmp_path / "var"
        claim = claim_of(children=3, has_boots=False)
        assert claim.decide_by == date(2026, 11, 9)

        decision = decide_claim(claim_code=claim.code, by=SYSTEM, as_at=AT)
        assert (decision.result, decision.pence, decision.starts_on) == ("entitled", 1050, date(2026, 11, 2))
        assert {step["cites"] for step in decision.trace} >= {"Winter Boots Act 2026 s1", "Winter Boots Act 2026 s2"}

        [payday, *_] = next(iter(whole_customer(customer_id=claim.customer_id, as_at=AT).paydays.values()))
        run = pay_due_awards(on=payday.paid_on, by=SYSTEM, as_at=datetime(2026, 11, 12, 9, tzinfo=UTC))
        assert (run.payments, run.pence, run.owed, run.problems) == (1, payday.pence, 0, ())

        [paid] = payments.of_customer(customer_id=claim.customer_id)
        assert (paid.payment.pence, paid.payment.pay_on) == (payday.pence, payday.paid_on)
        letters = [message.template for message in contacts.messages_of(customer_id=claim.customer_id)]
        assert letters == ["decision_awarded", "claim_received"]

    def test_a_refusal_in_it_waits_for_a_person(self, claim_of):
        claim = claim_of(children=1, has_boots=True)
        left = decide_claim(claim_code=claim.code, by=SYSTEM, as_at=AT)
        assert left.reasons == ("has_boots",)
        assert claims.get(code=claim.code).state == "received"

    def test_it_added_no_table_and_no_migration(self, winter_boots):
        assert not list(winter_boots.folder.rglob("models.py")) and not list(winter_boots.folder.rglob("migrations"))
