"""A customer sees why they were paid too much, how it is paid back, and asks for less to be kept of their payments."""

from __future__ import annotations

from datetime import date

import pytest

from entitle.awards.models import AwardAmount
from entitle.awards.queries import code_of
from entitle.channels.online.tests.conftest import NOW
from entitle.kernel.references import Actor
from entitle.payments import operations as payments
from entitle.payments.tests.caseload import award
from entitle.procedures.correct_awards import correct_awards
from entitle.procedures.plan_recovery import plan_recovery
from entitle.work.models import WorkItem

pytestmark = pytest.mark.django_db
STARTS = date(2026, 5, 7)


@pytest.fixture
def debt(olwen, officer):
    """Four weeks at £200 that should have been at £150, of which £30 of each payment is kept."""
    by = Actor(role="staff", channel="desk", user_id=officer.pk, name=officer.name)
    made = award(of=olwen, scheme="state_pension", starts_on=STARTS, first_payday=date(2026, 6, 3), pence=20_000)
    run, _ = payments.start_run(pay_on=date(2026, 6, 3), by=by, as_at=NOW)
    payments.pay_due(run=run, buckets=[made.bucket], as_at=NOW)
    AwardAmount.objects.create(award=made, from_on=STARTS, pence=15_000, made_at=NOW)
    [found] = correct_awards(customer_id=olwen.id, change="a change", by=by, as_at=NOW).debts
    plan_recovery(debt_code=found.code, award_code=code_of(award_id=made.id), pence_each=3_000, agreed=True,
                  from_on=date(2026, 6, 3), because="What you can manage", by=by, as_at=NOW)
    run, _ = payments.start_run(pay_on=date(2026, 7, 1), by=by, as_at=NOW)
    payments.pay_due(run=run, buckets=[made.bucket], as_at=NOW)
    return found


def text(answer):
    return answer.content.decode()


def test_it_is_on_their_account_in_both_languages_with_what_was_kept(client, debt):
    page = text(client.get("/online/"))
    assert "£170.00 left to pay back. £30.00 is kept of each payment" in page
    assert "£30.00 of it was kept to pay back" in page
    assert "£170.00 ar ôl i'w dalu'n ôl" in text(client.get("/online/?lang=cy")).replace("&#39;", "'")


def test_it_says_how_it_came_about_and_what_has_gone_off_it(client, debt):
    page = text(client.get(f"/online/paid-too-much/{debt.code}"))
    assert all(each in page for each in ("£800.00", "£600.00", "Kept from a payment", "What you can manage",
                                         "15 per cent of a payment"))


def test_they_ask_for_less_and_nothing_is_kept_meanwhile(client, debt):
    address = f"/online/paid-too-much/{debt.code}"
    assert client.post(address, {"debt-pence_each": "5"}).status_code == 422
    page = text(client.post(address, {"debt-pence_each": "0", "debt-why": "My rent went up"}, follow=True))
    assert "Nothing is kept until an officer has looked" in page and "What you can manage" not in page
    waits = WorkItem.objects.get(kind="debt.settle", state="open")
    assert waits.note == "Can afford £0.00 of each payment: My rent went up"
    assert "Look at what you can afford to pay back" in text(client.get("/online/"))


def test_nobody_else_sees_it(other_client, debt):
    assert other_client.get(f"/online/paid-too-much/{debt.code}").status_code == 404
