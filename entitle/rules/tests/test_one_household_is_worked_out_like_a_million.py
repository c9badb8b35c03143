"""Households of any size: whole, in chunks and one by one they come to the same pence and the same trace."""
from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from entitle.law.amount import day_number
from entitle.rules import run as running
from entitle.rules.facts_in import NOT_ASKED
from entitle.rules.tests import household
from entitle.rules.units import Rows

DAYS = some.dates(date(2024, 4, 1), date(2026, 1, 31))
CLAIMS = ("award", "pupils_amount", "pupils", "youngest_born_on", "adults", "all_meals")
PUPILS = ("pupil_amount", "place_by_age", "fare_help", "meals", "meals_from")
ADULTS = ("earnings_taken", "share", "is_old_enough")
WANT = (*CLAIMS, *PUPILS, *ADULTS)


@some.composite
def pupil(draw, wants_meals):
    travels = draw(some.booleans())
    fare = some.integers(0, 2000)
    return {
        "pupil.born_on": draw(some.dates(date(2010, 1, 1), date(2010, 1, 4)) | DAYS),
        "pupil.stage": draw(some.sampled_from(["primary", "secondary"])), "pupil.travels": travels,
        "pupil.fare": draw(fare if travels else fare | some.none()),
        "pupil.meals": draw(some.integers(0, 5) if wants_meals else some.integers(0, 5) | some.none()),
    }


@some.composite
def home(draw):
    wants_meals = draw(some.booleans())
    pupils = draw(some.lists(pupil(wants_meals), max_size=5))
    facts = {"house.has_pupils": bool(pupils), "house.wants_meals": wants_meals,
             "house.has_other": draw(some.booleans()), "house.claimed_on": draw(DAYS)}
    if pupils:
        facts["house.pupils"] = pupils
    for adult in ("head", "other") if facts["house.has_other"] else ("head",):
        facts[f"{adult}.born_on"] = draw(some.dates(date(1990, 1, 1), date(2004, 1, 1)))
        facts[f"{adult}.earns"] = draw(some.booleans())
        if facts[f"{adult}.earns"] or draw(some.booleans()):
            facts[f"{adult}.earned"] = draw(some.integers(0, 100_000))
    return facts


HOMES = some.lists(home(), min_size=1, max_size=12)


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    return household.book(tmp_path_factory.mktemp("law"))


def columns(homes):
    """All homes as lists, one value a claim."""
    return {name: [facts.get(name) for facts in homes] for name in sorted({name for facts in homes for name in facts})}


def as_rows(homes):
    """The same as arrays, the pupils' too. A yes_no array cannot say that it was not asked."""
    lists = [facts.get("house.pupils", []) for facts in homes]
    pupils = [each for one in lists for each in one]
    homes_own = {name: _array(values) for name, values in columns(homes).items() if name != "house.pupils"}
    return homes_own | {"house.pupils": Rows(np.cumsum([0, *map(len, lists)]), {
        "pupil.born_on": np.array([day_number(each["pupil.born_on"]) for each in pupils], dtype=np.int64),
        "pupil.stage": np.array([each["pupil.stage"] == "secondary" for each in pupils], dtype=np.int64),
        "pupil.travels": np.array([each["pupil.travels"] for each in pupils], dtype=np.bool_),
        **{name: np.array([NOT_ASKED if each[name] is None else each[name] for each in pupils], dtype=np.int64)
           for name in ("pupil.fare", "pupil.meals")},
    })}


def _array(values):
    numbers = [day_number(value) if isinstance(value, date) else value for value in values]
    if any(isinstance(number, bool) for number in numbers):
        return np.array(list(map(bool, numbers)))
    return np.array([NOT_ASKED if number is None else number for number in numbers], dtype=np.int64)


def in_chunks_of(size, run):
    usual, running.CHUNK = running.CHUNK, size
    try:
        return run()
    finally:
        running.CHUNK = usual


class TestSameAnswer:
    @given(homes=HOMES, chunk=some.integers(1, 5))
    @settings(max_examples=60)
    def test_whole_in_chunks_and_one_by_one(self, book, homes, chunk):
        days = np.array([day_number(facts["house.claimed_on"]) for facts in homes])
        whole = book.run(columns(homes), on=days, want=WANT, trace=True)
        parts = in_chunks_of(chunk, lambda: book.run(columns(homes), on=days, want=WANT, trace=True))
        plain = in_chunks_of(chunk, lambda: book.run(as_rows(homes), on=days, want=WANT))
        for name in WANT:
            assert whole.values[name].tolist() == parts.values[name].tolist() == plain.values[name].tolist()
        for row, facts in enumerate(homes):
            alone = book.run(facts, on=facts["house.claimed_on"], want=WANT, trace=True)
            assert [whole.of_row(name, row) for name in CLAIMS] == [alone.one(name) for name in CLAIMS]
            for unit, names in (("pupil", PUPILS), ("adult", ADULTS)):
                places = range(*whole.starts(unit)[row:row + 2])
                assert [[whole.of_row(name, place) for place in places] for name in names] == [
                    alone.one(name) for name in names]
            assert whole.trace(row).to_json() == parts.trace(row).to_json() == alone.trace().to_json()

    @given(homes=HOMES)
    @settings(max_examples=30)
    def test_what_crosses_is_what_python_makes_of_it(self, book, homes):
        run = book.run(columns(homes), on=date(2025, 6, 1), want=WANT)
        for row, facts in enumerate(homes):
            pupils = facts.get("house.pupils", [])
            births = [each["pupil.born_on"] for each in pupils]
            start, end = run.starts("pupil")[row:row + 2]
            eldest_first = sorted(range(len(pupils)), key=lambda place: births[place])
            assert run.values["place_by_age"][start:end].tolist() == [
                eldest_first.index(place) for place in range(len(pupils))]
            assert run.of_row("pupils_amount", row) == sum(run.values["pupil_amount"][start:end].tolist())
            assert run.of_row("pupils", row) == len(pupils)
            assert run.of_row("youngest_born_on", row) == max(births, default=facts["house.claimed_on"])
            assert run.of_row("adults", row) == 1 + facts["house.has_other"]

    @given(homes=HOMES, chunk=some.integers(1, 5))
    @settings(max_examples=20)
    def test_values_handed_in_for_each_pupil_go_with_their_claim(self, book, homes, chunk):
        whole = book.run(columns(homes), on=date(2025, 6, 1), want=("pupil_amount", "pupils_amount"))
        given_values = {"pupil_amount": whole.values["pupil_amount"]}
        parts = in_chunks_of(chunk, lambda: book.run(columns(homes), on=date(2025, 6, 1), want=("pupils_amount",),
                                                     given=given_values))
        assert parts.values["pupils_amount"].tolist() == whole.values["pupils_amount"].tolist()

    @given(homes=HOMES)
    @settings(max_examples=20)
    def test_nothing_is_missing_from_what_runs_and_limbs_add_up(self, book, homes):
        assert [book.missing(facts, WANT, on=facts["house.claimed_on"]) for facts in homes] == [()] * len(homes)
        run = book.run(columns(homes), on=date(2025, 6, 1), want=WANT, trace=True)
        assert sum(run.limbs("award").values()) == len(homes)
        assert sum(run.limbs("earnings_taken").values()) == sum(1 + facts["house.has_other"] for facts in homes)

    def test_more_claims_than_a_chunk(self, book):
        claims = running.CHUNK * 2 + 5
        counts = np.arange(claims) % 4
        starts = np.concatenate(([0], np.cumsum(counts)))
        born_on = np.arange(starts[-1], dtype=np.int64) * 7 % 1000
        run = book.run({"house.has_pupils": counts > 0, "house.pupils": Rows(starts, {"pupil.born_on": born_on}),
                        "house.claimed_on": 0 * counts}, on=date(2025, 6, 1), want=("youngest_born_on", "pupils"))
        assert run.values["pupils"].tolist() == counts.tolist()
        assert run.values["youngest_born_on"].tolist() == [
            max(born_on[start:end].tolist(), default=0) for start, end in zip(starts, starts[1:], strict=False)]
