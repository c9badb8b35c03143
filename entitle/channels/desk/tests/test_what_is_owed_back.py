"""At the desk, what somebody was paid too much is settled by officers of payments, by two where one may not alone."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from entitle.awards.models import AwardAmount
from entitle.awards.queries import code_of
from entitle.channels.desk.tests.cast import NOON, acting, at_the_desk_of, officer
from entitle.payments import operations as payments
from entitle.payments import queries
from entitle.payments.tests.caseload import award
from entitle.procedures.correct_awards import correct_awards
from entitle.work.models import WorkItem

pytestmark = pytest.mark.django_db
STARTS = date(2026, 5, 7)


@pytest.fixture
def pat(db):
    return officer("pat", "payment_officer", skills=("payments",))


@pytest.fixture
def browser(pat):
    return at_the_desk_of(pat)


@pytest.fixture
def debt(olwen, pat):
    """Four weeks at £200 that should have been at £150."""
    made = award(of=olwen, scheme="state_pension", starts_on=STARTS, first_payday=date(2026, 6, 3), pence=20_000)
    run, _ = payments.start_run(pay_on=date(2026, 6, 3), by=acting(pat), as_at=NOON)
    payments.pay_due(run=run, buckets=[made.bucket], as_at=NOON)
    AwardAmount.objects.create(award=made, from_on=STARTS, pence=15_000, made_at=NOON)
    [found] = correct_awards(customer_id=olwen.id, change="a change", by=acting(pat), as_at=NOON).debts
    return found


@pytest.fixture
def opened(browser, debt):
    """Taken from the queue, which is a reason to look."""
    return browser.post(reverse("desk-take", args=[WorkItem.objects.get().code]), follow=True).content.decode()


def post(browser, debt, step, **said):
    return browser.post(reverse(f"desk-debt-{step}", args=[debt.code]), said, follow=True)


def test_it_is_opened_from_its_work_and_planned_with_the_customer(browser, debt, opened):
    assert "£200.00, for days from" in opened and "Keep it from payments" in opened
    said = {"plan-award": code_of(award_id=debt.award_id), "plan-pence": "30", "plan-agreed": "yes",
            "plan-from_on-day": "1", "plan-from_on-month": "7", "plan-from_on-year": "2026"}
    assert post(browser, debt, "plan", **said).status_code == 422
    page = post(browser, debt, "plan", **said, **{"plan-because": "What they can manage"}).content.decode()
    assert "£30.00 from 1 July 2026. What they can manage" in page and WorkItem.objects.get().state == "done"


def test_what_comes_in_is_written_down_and_no_more_than_is_left(browser, debt, opened):
    said = {"repaid-on-day": "1", "repaid-on-month": "6", "repaid-on-year": "2026", "repaid-reference": "B1"}
    assert "is left of" in post(browser, debt, "repaid", **said, **{"repaid-pence": "200.01"}).content.decode()
    page = post(browser, debt, "repaid", **said, **{"repaid-pence": "50"}).content.decode()
    assert "You paid it back" in page and queries.left_of(debt=debt) == 15_000


def test_it_is_given_up_by_two_officers(browser, debt, opened):
    page = post(browser, debt, "give-up", **{"give_up-because": "They are ill"}).content.decode()
    assert "if a second officer agrees. They are ill" in page
    assert post(browser, debt, "agree", **{"agree-agrees": "yes"}).status_code == 403
    second = at_the_desk_of(officer("rhian", "payment_releaser", skills=("payments",)))
    item = WorkItem.objects.get(kind="debt.give_up")
    assert "Agree to give it up" in second.post(reverse("desk-take", args=[item.code]), follow=True).content.decode()
    assert "Given up" in post(second, debt, "agree", **{"agree-agrees": "yes"}).content.decode()
    assert queries.left_of(debt=debt) == 0


def test_an_estate_is_not_asked_for_the_debt_of_the_living(browser, debt, opened):
    assert "not an estate" in post(browser, debt, "estate").content.decode()


def test_it_is_on_the_record_for_whoever_looks_and_opened_by_payments_alone(debt, ann, olwen):
    desk, record = at_the_desk_of(ann), reverse("desk-record", args=[olwen.code])
    desk.post(f"{reverse('desk-look', args=[olwen.code])}?next={record}", {"reason": "quality"})
    page = desk.get(record).content.decode()
    assert debt.code in page and reverse("desk-debt", args=[debt.code]) not in page
    assert desk.get(reverse("desk-debt", args=[debt.code])).status_code == 403

