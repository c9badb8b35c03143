"""A loaded past is like one that was lived: proven, balanced, payable from where it stopped."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import settings

from entitle.awards.models import Award
from entitle.contacts.models import Contact
from entitle.decisions.models import Decision
from entitle.history.models import Event
from entitle.kernel.references import Actor
from entitle.payments import queries as payments
from entitle.payments.models import BankFile, Payment
from entitle.procedures.pay_due_awards import pay_due_awards
from entitle.procedures.verify_history import verify_history
from entitle.record.queries import whole_customer
from entitle.simulation.past import load_history
from entitle.simulation.people import load_people

NOW = datetime(2026, 8, 14, 9, tzinfo=UTC)
OFFICER = Actor(role="staff", channel="desk", user_id=None, name="Anwen Price")

pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded(tmp_path, settings):
    settings.ENTITLE_VAR = tmp_path
    ids = load_people(count=120, seed=11, as_at=NOW)
    return load_history(customers=ids, years=3, as_at=NOW)


class TestThePast:
    def test_has_everyone_of_pension_age_in_payment(self, loaded):
        assert 40 < loaded < 100
        assert Award.objects.filter(state="in_payment").count() == loaded == Decision.objects.count()
        assert Contact.objects.count() == loaded * 2 * 3

    def test_is_proven_with_every_payment_and_decision(self, loaded, tmp_path):
        assert verify_history(key=settings.ENTITLE_SEAL_KEY, head_path=Path(tmp_path) / "head.json") == []
        assert Event.objects.filter(code="payment.made").count() == Payment.objects.count() > loaded * 20

    def test_balances_to_the_penny_and_each_file_is_its_payments(self, loaded):
        balances = payments.balances()
        assert sum(balances.values()) == 0
        assert balances["owed"] == balances["in_transit"] == 0
        assert [problem for file in BankFile.objects.all() for problem in payments.problems(run_id=file.run_id)] == []
        assert balances["bank"] == sum(Payment.objects.values_list("pence", flat=True))

    def test_is_paid_up_so_that_the_next_run_pays_nobody_for_a_day_gone_by(self, loaded):
        monday = datetime(2026, 8, 17, 9, tzinfo=UTC)
        on = payments.earliest_entry(as_at=monday)
        result = pay_due_awards(on=on, by=OFFICER, as_at=monday)
        assert result.problems == ()
        assert not Payment.objects.filter(pay_on=on, due_on__lt=on).exists()

    def test_shows_on_the_whole_record(self, loaded):
        award = Award.objects.first()
        record = whole_customer(customer_id=award.customer_id, as_at=NOW)
        assert len(record.payments) > 30
        assert record.awards[0].pence > 0
        assert len(record.paydays[award.id]) == 3
