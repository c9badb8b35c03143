"""The demonstration from the terminal and the browser: commands for a stranger, and doors only where they belong."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import override_settings

from entitle.claims.models import Claim
from entitle.config.demonstration import BEGUN, LIVED, Demonstration
from entitle.facts.fact import to_json
from entitle.gateways import clock
from entitle.kernel.references import SYSTEM
from entitle.procedures.decide_claim import decide_claim
from entitle.procedures.take_record_facts import take_record_facts
from entitle.schemes.state_pension.scheme import SCHEME
from entitle.simulation.answers import answers_of
from entitle.simulation.cast import CAST, member
from entitle.simulation.staff import take_on_staff

NOW = datetime(2026, 8, 17, 9, tzinfo=UTC)
ROOT = Path(__file__).parents[2]
RECORD = {
    "national_insurance.qualifying_years": 35,
    "national_insurance.has_transitional_record": False,
    "national_insurance.reduced_rate_election": False,
}


@pytest.fixture
def at_nine():
    with clock.at(NOW):
        yield


@pytest.fixture
def claimed(db, at_nine, tmp_path):
    """Olwen's claim, taken in the terminal from a file of answers; its reference."""
    return claim_from_file(tmp_path, "olwen")


def claim_from_file(folder, key, **changes):
    answers = {fact: to_json(value) for fact, value in answers_of(member(key).person, SCHEME.claim).items()} | changes
    file = folder / "answers.json"
    file.write_text(json.dumps(answers), encoding="utf-8")
    said = StringIO()
    call_command("claim", "state_pension", "--answers", str(file), stdout=said)
    return re.search(r"CLM(-\w{4})+", said.getvalue())[0], said.getvalue()


def decided(reference):
    take_record_facts(claim_code=reference, facts=RECORD, source="National Insurance record", as_at=NOW)
    return decide_claim(claim_code=reference, by=SYSTEM, as_at=NOW)


def entitle(*words, **environment):
    """The command as a stranger types it, with no settings of ours."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("ENTITLE_", "DJANGO_"))}
    return subprocess.run(
        [sys.executable, "-m", "entitle", *words],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
        env=clean | environment,
    )


class TestClaimingInATerminal:
    def test_gives_the_reference_and_the_date_promised(self, claimed):
        reference, said = claimed
        claim = Claim.objects.get(code=reference)
        assert claim.state == "received" and claim.channel == "terminal"
        assert str(claim.decide_by.year) in said

    def test_names_the_answer_that_is_wrong(self, db, at_nine, tmp_path):
        with pytest.raises(CommandError, match=r"person\.nino"):
            claim_from_file(tmp_path, "olwen", **{"person.nino": "nonsense"})
        with pytest.raises(CommandError, match=r"nobody is asked for person\.shoe_size"):
            claim_from_file(tmp_path, "olwen", **{"person.shoe_size": 5})
        assert not Claim.objects.exists()

    def test_gives_nothing_away_to_someone_with_another_date_of_birth(self, claimed, tmp_path):
        with pytest.raises(CommandError, match="do not match"):
            claim_from_file(tmp_path, "olwen", **{"person.born_on": "1960-05-23"})

    def test_asks_each_question_in_welsh_until_it_is_answered(self, db, at_nine, monkeypatch):
        person = member("sean").person
        typed = iter(
            [
                person.given,
                person.family,
                "not a date",
                "11 6 1960",
                "2",
                person.nino,
                "12 Chapel Lane",
                "",
                "Preston",
                "",
                "PR1 2AB",
                "01632 960002",
                "ie",
                "",
                "2",
                "1",
                "1",
                "na",
                "1",
                "na",
                "S O'Neill",
                "40-47-84",
                "70000002",
                "",
                "na",
                "",
            ]
        )
        monkeypatch.setattr("rich.console.Console.input", lambda self, *args, **more: next(typed))
        said = StringIO()
        call_command("claim", "state_pension", "--language", "cy", stdout=said)
        claim = Claim.objects.get()
        assert claim.code in said.getvalue() and claim.customer.nino == person.nino
        assert claim.customer.language == "cy"


class TestExplaining:
    def test_says_the_sum_the_facts_and_the_law(self, claimed):
        decision = decided(claimed[0])
        for reference in (claimed[0], decision.code.lower()):
            said = StringIO()
            call_command("explain", reference, stdout=said)
            assert "£241.30" in said.getvalue() and "PA 2014" in said.getvalue() and "35" in said.getvalue()

    def test_speaks_welsh(self, claimed):
        decided(claimed[0])
        said = StringIO()
        call_command("explain", claimed[0], "--language", "cy", stdout=said)
        assert "Pensiwn y Wladwriaeth" in said.getvalue() and "Sut y cafodd ei weithio allan" in said.getvalue()

    def test_says_that_there_is_no_decision_yet_or_no_such_claim(self, claimed):
        with pytest.raises(CommandError, match="no decision yet"):
            call_command("explain", claimed[0])
        with pytest.raises(CommandError, match="there is no claim or decision"):
            call_command("explain", "CLM-0000-0000-0000")


class TestPayingAndProving:
    def test_a_run_prints_its_totals_and_its_file(self, claimed, settings, tmp_path):
        settings.ENTITLE_VAR = tmp_path
        decided(claimed[0])
        said = StringIO()
        call_command("pay", "--on", "2026-08-24", stdout=said)
        assert "1 payments" in said.getvalue()
        [path] = re.findall(r"^/.*\.txt$", said.getvalue(), re.MULTILINE)
        assert Path(path).read_bytes()

    def test_a_day_that_bacs_cannot_reach_is_refused_with_the_first_that_it_can(self, db, at_nine):
        with pytest.raises(CommandError, match="2026-08-19"):
            call_command("pay", "--on", "2026-08-18")

    def test_history_is_proved_and_a_changed_row_is_named(self, claimed, settings, tmp_path):
        settings.ENTITLE_SEAL_HEAD = tmp_path / "head.json"
        said = StringIO()
        call_command("verify", stdout=said)
        assert "History stands" in said.getvalue()
        decision = decided(claimed[0])
        type(decision).objects.filter(id=decision.id).update(pence=1)
        with pytest.raises(SystemExit) as left:
            call_command("verify", stdout=said)
        assert left.value.code == 1
        assert f"decision:{decision.id}" in said.getvalue()

    def test_the_law_of_a_day_is_listed_with_its_source(self):
        said = StringIO()
        call_command("law", "state_pension", "--on", "2025-04-07", stdout=said)
        assert "£230.25 per week" in said.getvalue() and "SI 2025/295" in said.getvalue()
        with pytest.raises(CommandError, match="no law"):
            call_command("law", "state_pension", "--on", "1908-01-01", stdout=said)


class TestAStrangerAtTheTerminal:
    @pytest.mark.parametrize("command", ["demo", "claim", "pay", "explain", "verify", "law", "pictures"])
    def test_every_command_says_what_it_is_for(self, command, capsys):
        with pytest.raises(SystemExit) as left:
            call_command(command, "--help")
        assert left.value.code == 0
        assert len(capsys.readouterr().out.split()) > 30

    @pytest.mark.parametrize(
        ("name", "rows", "expected"),
        [
            ("state_pension_age", "id,date_of_birth,sex\na,1960-05-24,female\n", "a,2026-07-24,66 years 2 months,yes"),
            (
                "state_pension_amount",
                "id,case_type,effective_date,qualifying_years,weeks_deferred,nino_suffix\n"
                "a,full_rate,2026-04-06,35,,\n",
                "a,24130,",
            ),
            (
                "working_days",
                "id,operation,division,start_date,days\na,add,england-and-wales,2026-08-28,1\n",
                "a,2026-09-01",
            ),
        ],
    )
    def test_cases_are_assessed_with_no_keys_and_no_database(self, tmp_path, name, rows, expected):
        (tmp_path / "in.csv").write_text(rows)
        said = entitle("assess", name, "--cases", str(tmp_path / "in.csv"), "--out", str(tmp_path / "out.csv"))
        assert (said.returncode, said.stderr) == (0, "")
        assert (tmp_path / "out.csv").read_text().splitlines()[1] == expected

    def test_a_row_that_makes_no_sense_is_named_and_the_command_fails(self, tmp_path):
        (tmp_path / "in.csv").write_text("id,date_of_birth,sex\na,1960-13-24,female\nb,1960-05-24,female\n")
        said = entitle(
            "assess", "state_pension_age", "--cases", str(tmp_path / "in.csv"), "--out", str(tmp_path / "o.csv")
        )
        assert said.returncode == 1 and "line 2: date_of_birth" in said.stderr
        assert len((tmp_path / "o.csv").read_text().splitlines()) == 2


class TestTheFolder:
    def test_what_is_not_a_demonstration_is_left_alone(self, tmp_path):
        (tmp_path / "postgresql" / "data").mkdir(parents=True)
        assert Demonstration(tmp_path).state == "other"

    def test_what_was_there_is_moved_aside_and_never_deleted(self, tmp_path):
        here = Demonstration(tmp_path / "var")
        assert here.state == ""
        here.mark(LIVED)
        (here.folder / "clock.json").write_text("{}")
        assert (here.move_aside() / "clock.json").exists() and here.state == ""
        here.mark(BEGUN)
        assert here.move_aside().name == "earlier-2"

    def test_outside_demo_mode_there_is_none(self, settings):
        settings.ENTITLE_DEMO = False
        with pytest.raises(CommandError, match="ENTITLE_DEMO=1"):
            call_command("demo")


@pytest.mark.django_db
class TestTheFirstPage:
    def test_offers_each_door_with_a_ready_sign_in(self, client):
        take_on_staff(as_at=NOW)
        page = client.get("/").content.decode()
        assert page.count("/demo/enter/") >= 6
        assert "Nia finds or registers the caller" in page and "/post-box.html" in page
        went = client.post("/demo/enter/bronwen", {"next": "/desk/"})
        assert (went.status_code, went.headers["Location"]) == (302, "/desk/")

    def test_speaks_welsh(self, client):
        take_on_staff(as_at=NOW)
        assert "Dewiswch ddrws" in client.get("/?lang=cy").content.decode()

    def test_outside_demo_mode_is_the_public_start_with_the_benefits(self, client):
        take_on_staff(as_at=NOW)
        with override_settings(ENTITLE_DEMO=False, SECURE_SSL_REDIRECT=False):
            page = client.get("/").content.decode()
        assert "/demo/enter/" not in page and "State Pension" in page

    def test_from_another_machine_is_the_public_start_too(self, client):
        assert "/demo/enter/" not in client.get("/", REMOTE_ADDR="192.0.2.7").content.decode()


def test_the_cast_have_numbers_of_their_own():
    assert (
        len({each.person.nino for each in CAST})
        == len({each.person.account_number for each in CAST})
        == len(CAST)
        == 12
    )
    assert all(each.person.born_on < date(1961, 1, 1) for each in CAST)
