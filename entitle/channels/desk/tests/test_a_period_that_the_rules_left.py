"""A month that the rules could not settle: the officer sees what is lacking, then what will happen, and decides it."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from entitle.awards import operations as awards
from entitle.awards.models import AwardAmount
from entitle.blueprint import registry
from entitle.channels.desk.tests.cast import customer
from entitle.claims.models import Claim
from entitle.customers import operations as customers
from entitle.decisions import operations as decisions
from entitle.decisions.models import Decision
from entitle.kernel.periods import midday
from entitle.kernel.references import SYSTEM
from entitle.procedures.assess_period import assess_period
from entitle.procedures.tests import monthly_scheme
from entitle.work.models import WorkItem

pytestmark = pytest.mark.django_db
MAY = date(2026, 5, 1)


@pytest.fixture
def award(tmp_path, monkeypatch):
    """Olwen's rent help of £500 a month from 1 May 2026; she has not said what she earned in May."""
    for name, text in monthly_scheme.FILES.items():
        path = tmp_path / "schemes" / "rent_help" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.setenv(registry.EXTRA_FOLDERS, str(tmp_path / "schemes"))
    scheme, olwen, at = registry.scheme("rent_help"), customer(), datetime(2026, 5, 4, 9, tzinfo=UTC)
    customers.hold_facts(customer_id=olwen.id, facts={"rent_help.rent": 50_000}, source="customer", as_at=at)
    claim = Claim.objects.create(scheme="rent_help", customer=olwen, state="decided", protected_on=MAY, started_at=at,
                                 submitted_at=at, channel="online")
    facts = {"claim.made_on": MAY, "rent_help.rent": 50_000, "rent_help.earned": 0}
    outcome = scheme.assess(facts, on=at.date())
    decision = decisions.record(claim=claim, outcome=outcome, facts=facts, law_on=at.date(), by=SYSTEM, as_at=at,
                                rules_version=scheme.rules.version)
    yield awards.open(decision=decision, outcome=outcome, cycle=scheme.cycle, as_at=at)
    for name in [name for name in sys.modules if name.startswith("entitle.schemes.rent_help")]:
        del sys.modules[name]


@pytest.fixture
def opened(award, desk):
    """The page of the period, from the queue."""
    assess_period(award_code=award.code, period_start=MAY, by=SYSTEM, as_at=midday(date(2026, 6, 1)))
    item = WorkItem.objects.get(kind="period.assess")
    page = desk.post(reverse("desk-take", args=[item.code]), follow=True).content.decode()
    return reverse("desk-period", args=[award.code]), page


def hold(award, *, at=date(2026, 6, 1), **facts):
    dates = {"true_from": MAY, "true_to": date(2026, 6, 1)} if "earned" in facts else {}
    customers.hold_facts(customer_id=award.customer_id, source="customer", as_at=midday(at), **dates,
                         facts={f"rent_help.{name}": value for name, value in facts.items()})


class TestAPeriodThatTheRulesLeft:
    def test_says_what_is_not_known_and_offers_nothing_to_decide(self, opened):
        assert "1 May 2026 to 31 May 2026" in opened[1] and "Earned in the period" in opened[1]
        assert "<form method=\"post\" action=\"/desk/awards" not in opened[1]

    def test_is_decided_once_it_is_known_in_the_officers_name(self, award, opened, desk, ann):
        hold(award, earned=12_000)
        page = desk.get(opened[0]).content.decode()
        assert "Decide: pay £380.00" in page
        desk.post(opened[0], {"seen": page.split('name="seen" value="')[1].split('"')[0]})
        assert AwardAmount.objects.get().pence == 38_000
        made = Decision.objects.get(period_from=MAY)
        assert (made.decided_by_user_id, made.by_person) == (ann.pk, True)
        assert WorkItem.objects.get(kind="period.assess").state == "done"

    def test_is_not_decided_otherwise_than_the_page_said(self, award, opened, desk):
        hold(award, earned=12_000)
        seen = desk.get(opened[0]).content.decode().split('name="seen" value="')[1].split('"')[0]
        hold(award, earned=13_000, at=date(2026, 6, 2))
        assert "What is known has changed" in desk.post(opened[0], {"seen": seen}).content.decode()
        assert AwardAmount.objects.count() == 0

    def test_that_the_law_refuses_ends_the_award_when_the_officer_says_so(self, award, opened, desk):
        hold(award, earned=0)
        hold(award, rent=0, at=date(2026, 5, 20))
        page = desk.get(opened[0]).content.decode()
        assert "You pay no rent." in page and "End the award" in page
        desk.post(opened[0], {"seen": page.split('name="seen" value="')[1].split('"')[0]})
        award.refresh_from_db()
        assert (award.state, award.ends_on) == ("ended", MAY)
