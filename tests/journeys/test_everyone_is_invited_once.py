"""The invitation run: four months before State Pension age, each person once, whatever days the sweep runs on."""
from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from entitle.blueprint import registry
from entitle.contacts.models import Invitation, Message
from entitle.kernel.periods import add_months, midday
from entitle.kernel.references import SYSTEM, Actor
from entitle.procedures.invite_to_claim import invite_to_claim
from entitle.procedures.record_death import record_death
from entitle.procedures.register_customer import register_customer
from entitle.procedures.start_claim import start_claim

AT = datetime(2025, 1, 6, 9, tzinfo=UTC)
CLERK = Actor(role="system", channel="clerical", name="the register")
SCHEME = "state_pension"


def pension_age_on(born_on: date) -> date:
    facts = {"person.born_on": born_on, "person.sex": "female"}
    return registry.scheme(SCHEME).rules.run(facts, on=date(2026, 1, 1), want=("pension_age_on",)).one("pension_age_on")


def born(born_on: date, number: int):
    return register_customer(name={"given": "Margaret", "family": f"Whitfield {number}"}, born_on=born_on, sex="female",
                             nino=f"AB{100000 + number}A", by=CLERK, as_at=AT)


class TestTenThousandBirths:
    def test_each_has_a_day_four_months_before_pension_age_or_the_months_last_day(self):
        births = [date(1954, 10, 6) + timedelta(days=n % 2400) for n in range(10_000)]
        run = registry.scheme(SCHEME).rules.run({"person.born_on": births, "person.sex": ["female"] * 10_000},
                                                on=date(2026, 1, 1), want=("invite_on", "pension_age_on"))
        for row in range(10_000):
            assert run.of_row("invite_on", row) == add_months(run.of_row("pension_age_on", row), -4)


@pytest.mark.django_db
class TestTheSweep:
    def test_finds_each_on_their_day_and_never_again_even_after_days_off(self):
        births = [date(1960, 1, 1) + timedelta(days=9 * number) for number in range(27)]
        people = {born(born_on, number).id: born_on for number, born_on in enumerate(births)}
        invited_on: dict[int, date] = {}
        for day in (date(2025, 8, 20) + timedelta(days=3 * step) for step in range(140)):
            before = set(Invitation.objects.values_list("customer_id", flat=True))
            invite_to_claim(scheme=SCHEME, as_at=midday(day))
            for customer_id in set(Invitation.objects.values_list("customer_id", flat=True)) - before:
                invited_on[customer_id] = day
        for customer_id, born_on in people.items():
            due = add_months(pension_age_on(born_on), -4)
            if customer_id in invited_on:
                assert timedelta(0) <= invited_on[customer_id] - due < timedelta(days=3)
        assert set(invited_on) == set(people)
        assert Message.objects.filter(template="invitation").count() == len(people)

    def test_writes_to_nobody_who_has_claimed_or_died(self):
        claimed, dead = born(date(1960, 5, 10), 1), born(date(1960, 5, 10), 2)
        start_claim(scheme=SCHEME, customer_id=claimed.id, by=CLERK, as_at=AT)
        record_death(customer_code=dead.code, died_on=date(2025, 1, 2), told_by="family", by=SYSTEM, as_at=AT)
        assert invite_to_claim(scheme=SCHEME, as_at=midday(add_months(pension_age_on(date(1960, 5, 10)), -4))) == 0

    def test_posts_the_code_and_keeps_only_its_digest(self):
        born(date(1960, 5, 10), 3)
        day = add_months(pension_age_on(date(1960, 5, 10)), -4)
        assert invite_to_claim(scheme=SCHEME, as_at=midday(day)) == 1
        message = Message.objects.get(template="invitation")
        assert message.channels == ["letter"]
        assert len(bytes(Invitation.objects.get().code_digest)) == 32
