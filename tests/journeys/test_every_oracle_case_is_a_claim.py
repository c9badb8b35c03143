"""Every known answer about State Pension, made into a claim and decided by the procedures that the doors call.

A row that law and calendars cover must come out at its date, its pence or its payday; any other must be refused, or
handed to a person, for the reason that fits.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from entitle.awards.models import Award
from entitle.decisions.models import Decision
from entitle.kernel.benefit_weeks import WEEKDAY_NAMES
from entitle.kernel.references import SYSTEM, Actor
from entitle.law.amount import day_number
from entitle.procedures.answer_questions import answer_questions
from entitle.procedures.decide_claim import NotDecided, decide_claim
from entitle.procedures.join_staff import join_staff
from entitle.procedures.register_customer import register_customer
from entitle.procedures.start_claim import start_claim
from entitle.procedures.submit_claim import submit_claim
from entitle.procedures.take_record_facts import take_record_facts
from entitle.schemes.state_pension.rulebook import RULES
from entitle.schemes.state_pension.scheme import SCHEME
from entitle.simulation.answers import answers_of
from entitle.simulation.making_up import made_up_nino
from entitle.simulation.person import MadeUp

TABLES = Path(__file__).parents[2] / "entitle" / "schemes" / "state_pension" / "tests"
FIRST_LAW, LAST_LAW = date(2016, 4, 6), date(2027, 4, 11)
TODAY = date(2026, 11, 20)
EPOCH = date(1970, 1, 1)

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Case:
    """A person, the day they claim, their record, and when they ask to start."""

    born_on: date
    sex: str
    claimed_on: date
    years: int = 35
    nino: str = ""
    starts_later_on: date | None = None


def rows(name: str) -> list[dict[str, str]]:
    with (TABLES / name).open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


@cache
def births() -> tuple[np.ndarray, np.ndarray]:
    """Every man's date of birth over ten years, and the day that each reaches pension age."""
    born = np.arange(day_number(date(1951, 4, 1)), day_number(date(1961, 4, 1)))
    run = RULES.run({"person.born_on": born, "person.sex": ["male"] * len(born)}, on=TODAY, want=("pension_age_on",))
    return born, run.values["pension_age_on"]


def man_of_pension_age(*, by: date) -> date:
    """The youngest man who reached pension age by a day."""
    born, reached = births()
    return EPOCH + timedelta(days=int(born[np.flatnonzero(reached <= day_number(by))[-1]]))


def first_man_of_pension_age(*, from_on: date) -> tuple[date, date]:
    """The eldest man who reaches pension age on a day or after it: his birth, and the day. Between tables' dates nobody
    reaches it."""
    born, reached = births()
    place = int(np.flatnonzero(reached >= day_number(from_on))[0])
    return EPOCH + timedelta(days=int(born[place])), EPOCH + timedelta(days=int(reached[place]))


class Claims:
    """Makes cases into claims, each for a person of their own."""

    def __init__(self) -> None:
        joined = join_staff(
            username="bronwen",
            name="Bronwen Hale",
            team="Decisions",
            role="caseworker",
            by=SYSTEM,
            as_at=datetime(2016, 1, 4, 9, tzinfo=UTC),
        )
        self.officer = Actor(role="staff", channel="desk", user_id=joined.pk, name=joined.name)
        self.count = 0

    def decide(self, case: Case) -> Decision | NotDecided:
        self.count += 1
        at = datetime(case.claimed_on.year, case.claimed_on.month, case.claimed_on.day, 12, tzinfo=UTC)
        person = self._person(case)
        customer = register_customer(
            name=person.name,
            born_on=person.born_on,
            nino=person.nino,
            sex=person.sex,
            postcode=person.postcode,
            by=self.officer,
            as_at=at,
        )
        claim = start_claim(scheme="state_pension", customer_id=customer.id, by=self.officer, as_at=at)
        answer_questions(claim_code=claim.code, answers=answers_of(person, SCHEME.claim), by=self.officer, as_at=at)
        submit_claim(claim_code=claim.code, by=self.officer, as_at=at)
        take_record_facts(
            claim_code=claim.code,
            source="National Insurance record",
            as_at=at,
            facts={
                "national_insurance.qualifying_years": case.years,
                "national_insurance.has_transitional_record": False,
                "national_insurance.reduced_rate_election": False,
            },
        )
        alone = decide_claim(claim_code=claim.code, by=SYSTEM, as_at=at)
        if isinstance(alone, NotDecided) and claim_is_open(claim.code):
            return decide_claim(claim_code=claim.code, by=self.officer, as_at=at)
        return alone

    def _person(self, case: Case) -> MadeUp:
        later: dict[str, Any] = (
            {"state_pension.when_to_start": "later", "state_pension.starts_later_on": case.starts_later_on}
            if case.starts_later_on
            else {}
        )
        return MadeUp(
            given="Known",
            family=f"Answer-{self.count}",
            born_on=case.born_on,
            sex=case.sex,
            nino=case.nino or made_up_nino(self.count),
            lines=(f"{self.count} High Street",),
            postcode="PR1 2AB",
            phone="07700900123",
            email="known@example.org",
            sort_code="404784",
            account_number="12345678",
            answers=later,
        )


def claim_is_open(code: str) -> bool:
    return (
        Decision.objects.filter(claim__code=code).first() is None
        and not Award.objects.filter(claim__code=code).exists()
    )


def refused_for(decision: Decision | NotDecided) -> set[str]:
    assert isinstance(decision, Decision) and decision.result == "refused" and decision.by_person
    return {reason["rule"] for reason in decision.reasons}


@pytest.fixture
def claims() -> Claims:
    return Claims()


def law_covers(on: date) -> bool:
    return FIRST_LAW <= on <= LAST_LAW


def test_every_date_of_birth_comes_to_its_day_or_its_reason(claims):
    came = {"awarded": 0, "under_old_scheme": 0, "too_early": 0}
    for row in rows("ages.csv"):
        born_on, expected = (
            date.fromisoformat(row["date_of_birth"]),
            date.fromisoformat(row["expected_state_pension_date"]),
        )
        covered = row["expected_new_state_pension"] == "yes" and law_covers(expected)
        decision = claims.decide(Case(born_on, row["sex"], claimed_on=expected if covered else TODAY))
        if covered:
            assert isinstance(decision, Decision), (row["id"], decision)
            assert (decision.result, decision.starts_on) == ("entitled", expected), row["id"]
            came["awarded"] += 1
        else:
            reason = "too_early" if row["expected_new_state_pension"] == "yes" else "under_old_scheme"
            assert refused_for(decision) == {reason}, row["id"]
            came[reason] += 1
    assert sum(came.values()) == 184
    assert all(came.values())


def test_every_amount_comes_to_its_pence_its_payday_or_its_reason(claims):
    tried = {
        "full_rate": _rate,
        "full_rate_day_before_uprating": _rate,
        "reduced_rate": _rate,
        "deferral": _rate,
        "payment_day": _payday,
    }
    came = [tried[row["case_type"]](claims, row) for row in rows("amounts.csv")]
    assert len(came) == 168
    assert came.count("pence") > 100
    assert came.count("payday") == 18
    assert came.count("no law") >= 1


def _rate(claims: Claims, row: dict[str, str]) -> str:
    starts_on, weeks = date.fromisoformat(row["effective_date"]), int(row["weeks_deferred"] or 0)
    years = int(row["qualifying_years"] or 35)
    if row["expected_other"] == "no_law":
        left = claims.decide(Case(date(1951, 4, 5), "male", claimed_on=starts_on))
        assert isinstance(left, NotDecided) and f"no value is known for {starts_on}" in left.reasons[0]
        return "no law"
    born_on = man_of_pension_age(by=starts_on)
    if weeks:
        born_on, reached_on = first_man_of_pension_age(from_on=starts_on - timedelta(weeks=weeks))
        starts_on = reached_on + timedelta(weeks=weeks)
    decision = claims.decide(Case(born_on, "male", claimed_on=starts_on, years=years, starts_later_on=starts_on))
    expected = int(row["expected_weekly_pence"])
    if weeks and reached_on < FIRST_LAW:  # nobody of the new scheme could have put it off for so long by then
        assert refused_for(decision) == {"under_old_scheme"}, row["id"]
        return "refused"
    if not expected:
        assert refused_for(decision) == {"too_few_years"}, row["id"]
        return "refused"
    assert isinstance(decision, Decision), (row["id"], decision)
    assert (decision.pence, decision.starts_on) == (expected, starts_on), row["id"]
    return "pence"


def _payday(claims: Claims, row: dict[str, str]) -> str:
    nino = f"SX47{claims.count % 90 + 10}{row['nino_suffix'].zfill(2)}A"
    on = date(2026, 6, 8)
    decision = claims.decide(Case(man_of_pension_age(by=on), "male", claimed_on=on, nino=nino))
    assert isinstance(decision, Decision), row["id"]
    assert WEEKDAY_NAMES[Award.objects.get(decision=decision).weekday] == row["expected_other"], row["id"]
    return "payday"
