"""Months are assessed a bucket at a time where nothing is new but what was reported: each as it would be alone."""
from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from entitle.awards.models import AwardAmount, bucket_of
from entitle.blueprint import registry
from entitle.claims.models import Answer
from entitle.contacts.models import Message
from entitle.customers.models import HeldFact, PersonName
from entitle.decisions import queries as decisions
from entitle.decisions.models import Decision
from entitle.facts.fact import to_json
from entitle.history.models import Event
from entitle.kernel.periods import Period
from entitle.kernel.references import SYSTEM
from entitle.payments.models import Payment
from entitle.payments.tests.caseload import LONG_AGO, award, customer
from entitle.procedures.assess_buckets import assess_buckets
from entitle.procedures.assess_period import assess_period
from entitle.procedures.jobs.periods import tell_of_amounts
from entitle.procedures.pay_due_awards import pay_due_awards

SCHEME = registry.scheme("universal_credit")
STARTS, ENDS = date(2026, 10, 19), date(2026, 11, 19)
NOW, PAYDAY = datetime(2026, 11, 20, 10, tzinfo=UTC), date(2026, 11, 25)
SAID = {
    "person.born_on": date(1990, 4, 20), "home.in_great_britain": True, "home.pays_rent": True,
    "home.rents_from": "social", "home.rent": 52_850, "home.rent_paid_every": "month", "home.rent_free_weeks": 0,
    "home.service_charges": 0, "home.bedrooms": 1, "person.accepted_commitment": True, "claim.made_on": STARTS,
}
REPORTED = {"person.in_paid_work": True, "person.is_employed": True, "person.pay": 43_256, "person.pay_tax": 1_200,
            "person.pay_national_insurance": 300, "person.pension_contributions": 0, "person.savings": 0}


def known() -> dict:
    """All that the rules need of somebody with nothing more to say."""
    facts = SAID | REPORTED
    while missing := SCHEME.assess_period(facts, period=Period(STARTS, ENDS)).missing:
        facts |= {name: SCHEME.if_never_had.get(name, False) for name in missing}
    return facts


@pytest.fixture(scope="module")
def facts():
    return known()


def claiming(facts, pay, *, decided=SCHEME.name):
    """Somebody whose claim was decided before they reported their first month."""
    made = award(of=customer(), scheme=decided, starts_on=STARTS, first_payday=PAYDAY, cycle_weeks=None, cycle_months=1,
                 days_after=7, each_period=True, pence=71_549)
    PersonName.objects.create(customer=made.customer, given="Olwen", family="Llŷr",
                              from_on=date(1990, 4, 20), trigrams=[])
    base = {name: to_json(value) for name, value in facts.items()}
    Decision.objects.filter(id=made.decision_id).update(facts=base, per="month")
    Answer.objects.bulk_create(
        Answer(claim=made.claim, fact=name, value=to_json(value), channel="online", answered_at=LONG_AGO)
        for name, value in facts.items() if name not in SCHEME.asked_each_period and name != "claim.made_on")
    for name, value in facts.items():
        if name in SCHEME.asked_each_period:
            hold(made, name, pay if name == "person.pay" else to_json(value), true_from=STARTS)
    return made


def hold(made, fact, value, **when):
    HeldFact.objects.create(customer=made.customer, fact=fact, value=value, known_at=NOW, source="customer", **when)


def together(*awards):
    return assess_buckets(scheme=SCHEME.name, buckets={bucket_of(made.customer_id) for made in awards}, as_at=NOW)


@pytest.mark.django_db
class TestAMonthAssessedWithThousands:
    def test_is_decided_as_it_would_be_alone_with_the_same_facts_and_steps(self, facts):
        alone, among = claiming(facts, 85_017), claiming(facts, 85_017)
        expected = assess_period(award_code=alone.code, period_start=STARTS, by=SYSTEM, as_at=NOW)
        assert together(among) == 1

        made = Decision.objects.get(claim=among.claim, sequence=2)
        for name in ("pence", "facts", "period_from", "starts_on", "law_on", "per", "rules_version", "sequence"):
            assert getattr(made, name) == getattr(expected, name), name
        assert made.trace is None and decisions.trace_of(decision=made) == expected.trace
        assert decisions.digests([made.id]) == {made.id: bytes(made.digest)}
        assert AwardAmount.objects.get(award=among, from_on=STARTS).decision == made
        event = Event.objects.get(code="award.period_assessed", about_id=among.id)
        assert (event.refers_id, bytes(event.digest), event.customer_id) == (
            made.id, bytes(made.digest), among.customer_id)

    def test_is_assessed_and_paid_by_the_run_of_its_payday_once(self, facts, settings, tmp_path):
        settings.ENTITLE_VAR = tmp_path
        claimed = [claiming(facts, pay) for pay in (0, 43_256, 85_017)]
        paid = pay_due_awards(on=PAYDAY, by=SYSTEM, as_at=NOW)
        assert paid.problems == () and paid.payments == 3
        for made in claimed:
            assert Payment.objects.get(award_id=made.id).pence == Decision.objects.get(
                claim=made.claim, period_from=STARTS).pence
        assert together(*claimed) == 0
        assert pay_due_awards(on=PAYDAY, by=SYSTEM, as_at=NOW) == paid

    def test_is_left_for_a_closer_look_where_anything_else_is_new_or_nothing_was_reported(self, facts):
        moved, corrected, silent, earns_too_much, usual = (claiming(facts, pay) for pay in (1, 2, 3, 900_000, 4))
        hold(moved, "home.rent", 60_000)
        Answer.objects.create(claim=corrected.claim, fact="home.bedrooms", value=2, channel="desk", answered_at=NOW)
        HeldFact.objects.filter(customer=silent.customer).delete()
        assert together(moved, corrected, silent, earns_too_much, usual) == 1
        assert [each.award for each in AwardAmount.objects.all()] == [usual]

    def test_is_told_to_whoever_is_paid_another_amount_once(self, facts):
        made = claiming(facts, 85_017)
        assert together(made) == 1
        for _ in range(2):
            tell_of_amounts(STARTS.isoformat(), [made.id], [71_549])
        [message] = Message.objects.filter(customer=made.customer, template="amount_changed")
        assert "£715.49" in message.body_text
