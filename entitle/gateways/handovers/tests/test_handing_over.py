"""A council over a real socket: each field taken or not, once for its key, and nothing forgotten."""
from __future__ import annotations

import json
import subprocess
import sys
from datetime import date

import pytest

from entitle.gateways.errors import Refused, Retryable
from entitle.gateways.handovers.client import HandoverClient
from entitle.gateways.handovers.protocol import FieldProblem
from entitle.gateways.handovers.sandbox.server import KEY, serve

DAY = date(2026, 11, 2)
SEAN = {"person.name": {"given": "Seán", "family": "O’Neill"}, "person.born_on": "1984-03-05",
        "person.nino": "AB123447C", "home.rent": 0}


@pytest.fixture
def world(tmp_path):
    running = serve(folder=tmp_path)
    yield running
    running.stop()


def client(running, body="council", key=KEY):
    return HandoverClient(f"the {body}", f"{running.url}/{body}", key)


def send(to, fields, reference="HOV-1", key="1"):
    return to.send(reference=reference, key=key, made_on=DAY, content=json.dumps(fields, ensure_ascii=False).encode())


class TestACouncil:
    def test_takes_what_is_good_and_names_each_field_that_is_not(self, world):
        council = client(world)
        answer = send(council, SEAN)
        assert answer.accepted == ("person.born_on", "person.name", "person.nino")
        assert answer.problems == (FieldProblem(
            "home.rent", "Nobody pays a rent of nothing", "Ask whether they pay rent at all, and how much."),)
        assert council.held(first=DAY, last=DAY) == frozenset()
        assert send(council, {"home.rent": 60_000}, key="2").problems == ()
        assert council.held(first=DAY, last=DAY) == {"HOV-1"}
        assert world.bodies["council"].held["HOV-1"].fields == SEAN | {"home.rent": 60_000}

    def test_does_a_thing_once_for_its_key_though_its_answer_was_lost(self, world):
        council, books = client(world), world.bodies["council"]
        world.switch.turn({"lose_one_in": 1})
        with pytest.raises(Retryable, match="status 500"):
            send(council, SEAN)
        world.switch.turn({"lose_one_in": 0})
        assert send(council, SEAN).their_reference == "COUNCIL-000001"
        assert (len(books.held), books.asked["HOV-1"]) == (1, 2)
        with pytest.raises(Refused, match="status 422"):
            send(council, {"home.rent": 1})

    def test_is_given_nothing_by_whoever_has_not_the_key(self, world):
        for key in ("", "another"):
            with pytest.raises(Refused, match="status 401"):
                send(client(world, key=key), SEAN)
        assert world.bodies["council"].held == {}

    def test_forgets_nothing_when_its_process_is_killed(self, tmp_path):
        for told in ("COUNCIL-000001", "COUNCIL-000001"):
            process = subprocess.Popen(
                [sys.executable, "-m", "entitle.gateways.handovers.sandbox", "--port", "0", "--folder", tmp_path],
                stdout=subprocess.PIPE, text=True)
            url = process.stdout.readline().split()[-1]
            assert send(HandoverClient("the council", f"{url}/council", KEY), SEAN).their_reference == told
            process.kill()
            process.wait()


class TestAnOlderSystem:
    @pytest.mark.parametrize("body, differs", [("council", False), ("legacy", True)])
    def test_looks_at_every_letter_and_says_what_it_holds(self, world, body, differs):
        held = {"given": "SEÁN", "family": "O’NEILL"}
        world.bodies[body].people["AB123447C"] = {"person.name": held}
        problems = send(client(world, body), SEAN | {"home.rent": 1}).problems
        assert [each.held for each in problems] == ([held] if differs else [])
