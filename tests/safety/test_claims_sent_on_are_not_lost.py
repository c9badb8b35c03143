"""R04: claims sent on with every trap of spelling, those who pass them killed at any moment: none lost, none twice.

A short form of `make intakes`, which sends a thousand to a whole installation.
"""
from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from bench import intakes
from bench.intakes import TAKEN, sent_on
from entitle.claims import queries as claims
from entitle.claims.models import Claim, Intake
from entitle.customers.models import Customer, PersonName
from entitle.history.models import Event
from entitle.kernel.references import SYSTEM
from entitle.procedures.pass_intake import pass_intake
from entitle.procedures.receive_intake import receive_intake
from entitle.work.models import WorkItem
from tests.safety.killing import killed_after

NOW = TAKEN + timedelta(days=7)
MANY, KILLS = 45, 5

pytestmark = pytest.mark.django_db(transaction=True)


def receive(each):
    return receive_intake(**{**each.sent, "taken_at": TAKEN}, sender="Hall", by=SYSTEM, as_at=NOW)


def pass_all() -> None:
    for intake_id in claims.intakes_waiting(received_before=NOW + timedelta(seconds=1)):
        pass_intake(intake_id=intake_id, as_at=NOW)


def test_each_finds_its_one_record_and_is_one_claim_or_is_named_with_its_field(monkeypatch):
    monkeypatch.setattr(intakes, "ONE_FAULT_IN", 11)
    everyone = list(sent_on(MANY))
    assert intakes.load(MANY) == PersonName.objects.count() == Customer.objects.count()
    spelt = sorted(PersonName.objects.values_list("family", flat=True))
    for each in [*everyone, *everyone[::2]]:
        receive(each)
    chance = random.Random(20261102)
    for _ in range(KILLS):
        assert killed_after(chance.randrange(20, 400), pass_all)
    pass_all()

    faults = {each.sent["key"]: each.fault for each in everyone if each.fault}
    stopped = {each.key: [problem["field"] for problem in each.problems]
               for each in Intake.objects.filter(state="stopped")}
    assert stopped == {key: [fault] for key, fault in faults.items()} and len(faults) == 4
    [count] = claims.intake_counts(first=date(2026, 11, 9), last=date(2026, 11, 9))
    assert (count.received, count.passed, count.stopped, count.waiting) == (MANY, MANY - 4, 4, 0)
    assert Customer.objects.count() == MANY, "everyone has one record, whatever way they were spelt"
    kept = PersonName.objects.filter(customer__created_at__lt=TAKEN).values_list("family", flat=True)
    assert sorted(kept) == spelt, "and it keeps its own spelling"
    assert Claim.objects.filter(state="received").count() == MANY - 4
    assert Event.objects.filter(code="claim.submitted").count() == MANY - 4
    assert WorkItem.objects.filter(kind="intake.settle").count() == 4
    assert all(problem["remedy"] for each in Intake.objects.filter(state="stopped") for problem in each.problems)
