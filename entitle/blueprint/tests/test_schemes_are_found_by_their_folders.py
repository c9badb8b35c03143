"""A benefit is a folder: put it there and it is found, checked, and can be assessed."""
from __future__ import annotations

import sys
from datetime import date

import pytest

from entitle.blueprint import registry
from entitle.blueprint.self_check import problems

FILES = {
    "__init__.py": "",
    "facts.py": """
from entitle.facts.fact import Fact
from entitle.kernel.words import Words
FACTS = (Fact("bus_pass.rides", "count", Words("Rides", cy="Teithiau")),)
""",
    "fares.py": """
from entitle.kernel.words import Words
from entitle.rules.decorator import rule

@rule(cites="Bus Act s1", says=Words("So much a ride.", cy="Hyn a hyn y daith."), gives="pence_per_week",
      label=Words("Fares", cy="Prisiau"))
def fares(bus_pass_rides, fare):
    return bus_pass_rides * fare

@rule(cites="Bus Act s2", says=Words("From the claim.", cy="O'r cais."), gives="date",
      label=Words("Start", cy="Dechrau"))
def start_on(claim_made_on):
    return claim_made_on

@rule(cites="Bus Act s3", says=Words("On the day of the fare.", cy="Ar ddiwrnod y pris."), gives="weekday",
      label=Words("Day", cy="Diwrnod"))
def day(fare):
    return fare - fare

@rule(cites="Bus Act s4", says=Words("No rides.", cy="Dim teithiau."), gives="yes_no",
      label=Words("No rides", cy="Dim teithiau"))
def no_rides(bus_pass_rides):
    return bus_pass_rides < 1
""",
    "scheme.py": """
from pathlib import Path
from entitle import standards
from entitle.blueprint.scheme import Cycle, Reason, Scheme
from entitle.facts.dictionary import Dictionary
from entitle.kernel.words import Words
from entitle.law.law import Law
from entitle.questions.question_set import QuestionSet
from entitle.rules.book import RuleBook
from entitle.schemes.bus_pass import fares
from entitle.schemes.bus_pass.facts import FACTS

FOLDER = Path(__file__).parent
SCHEME = Scheme(
    name="bus_pass", title=Words("Bus pass", cy="Tocyn bws"), legal_basis="Bus Act", folder=FOLDER, facts=FACTS,
    rules=RuleBook(rules=(fares,), law=Law.load(FOLDER / "law"), dictionary=Dictionary(FACTS)),
    amount="fares", starts="start_on", cycle=Cycle(weeks=4, weekday="day"), record_facts=("bus_pass.rides",),
    claim=QuestionSet(name="bus_pass_claim", title=Words("Claim", cy="Hawlio"), questions=()),
    refusals=(Reason("no_rides", Words("You take no bus.", cy="Nid ydych yn dal bws."), "Bus Act s4"),),
    standards=(standards.agency()["complaint"],),
)
""",
    "guidance/tickets.en.md": "# Tickets\n\nThere are none.\n",
    "guidance/fares.en.md": "# Fares\n\nSeven rides are fourteen pounds.\n",
    "law/fare.yaml": "about: Fare\ncites: Bus Act s1\nunit: pence\nvalues:\n"
                     "  - {from: 2026-01-01, value: 200, cites: Bus Act s1, checked_on: 2026-11-22}\n",
}


@pytest.fixture
def bus_pass(tmp_path, monkeypatch):
    for name, text in FILES.items():
        path = tmp_path / "bus_pass" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.setenv(registry.EXTRA_FOLDERS, str(tmp_path))
    yield registry.scheme("bus_pass")
    for name in [name for name in sys.modules if name.startswith("entitle.schemes.bus_pass")]:
        del sys.modules[name]


class TestFinding:
    def test_a_folder_elsewhere_is_found_beside_our_own(self, bus_pass):
        assert "bus_pass" in registry.schemes()
        assert len(registry.schemes()) > 1
        assert bus_pass.title.cy == "Tocyn bws"

    def test_it_is_gone_when_the_folder_is_no_longer_named(self, bus_pass, monkeypatch):
        monkeypatch.delenv(registry.EXTRA_FOLDERS)
        with pytest.raises(registry.NoSuchScheme, match="there is no scheme called 'bus_pass'"):
            registry.scheme("bus_pass")

    def test_a_claim_in_it_is_assessed(self, bus_pass):
        on = date(2026, 11, 22)
        assert bus_pass.assess({"claim.made_on": on}, on=on).missing == ("bus_pass.rides",)
        assert bus_pass.assess({"claim.made_on": on, "bus_pass.rides": 0}, on=on).refusals[0].name == "no_rides"
        assert bus_pass.assess({"claim.made_on": on, "bus_pass.rides": 7}, on=on).pence == 1400


class TestSelfCheck:
    def test_what_the_sheet_lacks_is_said_in_words(self, bus_pass):
        found = problems(bus_pass)
        assert "standards: none stops at claim.decided, so no claim would have a date to be decided by" in found
        assert "guidance/tickets.en.md is of no question and no rule" in found
        assert "guidance/fares.en.md is in one language only" in found
        assert not any("both languages" in problem for problem in found)

    def test_every_scheme_that_comes_with_entitle_passes(self):
        for scheme in registry.schemes().values():
            assert problems(scheme) == [], scheme.name
