"""R04: claims handed to a system that looks at every letter, those who send them killed at any moment: none lost, none
twice. A short form of `make transfers`, which hands over a thousand from a whole installation.
"""
from __future__ import annotations

import json
import random
from contextlib import suppress
from datetime import date, timedelta

import pytest

from bench import transfers
from bench.intakes import SCHEME, TAKEN
from entitle.claims import queries as claims
from entitle.claims.models import Handover
from entitle.gateways import handovers
from entitle.gateways.handovers.sandbox import server
from entitle.history.models import Event
from entitle.procedures.jobs.handovers import send_handover
from entitle.work.models import WorkItem
from tests.safety.killing import killed_after

LATER = TAKEN + timedelta(days=3650)
MANY, KILLS = 20, 4

pytestmark = pytest.mark.django_db(transaction=True)


def send_all() -> None:
    for handover_id in claims.handovers_waiting(quiet_since=LATER):
        with suppress(handovers.Retryable):
            send_handover(handover_id)


def test_each_is_held_once_as_it_was_said_or_named_with_its_field(monkeypatch, settings, tmp_path):
    """DOMAIN 1c: "push fails on trivial mismatch; no one knows"; in = out + pending + rejected."""
    monkeypatch.setattr(transfers, "ONE_FAULT_IN", 9)
    settings.ENTITLE_LEGACY_SCHEMES = SCHEME
    transfers.load(MANY)
    them = server.serve(folder=tmp_path, people=transfers.people(MANY))
    settings.ENTITLE_LEGACY_URL, settings.ENTITLE_LEGACY_KEY = f"{them.url}/legacy", server.KEY
    them.switch.turn({"fail_one_in": 11, "lose_one_in": 7})
    chance = random.Random(20261102)
    for _ in range(KILLS):
        assert killed_after(chance.randrange(10, 120), send_all)
    [count] = claims.handover_counts(first=TAKEN.date(), last=TAKEN.date())
    assert count.out == MANY == count.accepted + count.pending + count.rejected and count.pending
    while claims.handovers_waiting(quiet_since=LATER):
        send_all()
    them.stop()

    wrong = {each.ours["nino"]: each.fault for each in transfers.handed_over(MANY) if each.fault}
    found = {json.loads(each.payload)["person.nino"]: each for each in Handover.objects.all()}
    assert {nino: [problem["field"] for problem in each.problems] for nino, each in found.items()
            if each.state == "rejected"} == {nino: [field] for nino, field in wrong.items()} and len(wrong) == 2
    [count] = claims.handover_counts(first=date(2026, 11, 2), last=date(2026, 11, 2))
    assert (count.out, count.accepted, count.pending, count.rejected) == (MANY, MANY - 2, 0, 2)
    held = them.bodies["legacy"].held
    assert held.keys() == {each.code for each in found.values()}
    assert all(held[each.code].fields == each.answers for each in found.values() if each.state == "accepted")
    assert sum(json.loads(each.payload)["person.name"] != held[each.code].fields["person.name"]
               for each in found.values() if each.state == "accepted") > MANY * 2 // 3, "spelt as they spell it"
    assert Event.objects.filter(code="handover.accepted").count() == MANY - 2
    assert WorkItem.objects.filter(kind="handover.settle").count() == 2
