"""A batch of one, chunks of any size and the whole give the same pence and the same trace."""
from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from entitle.law.amount import day_number
from entitle.rules import run as running
from entitle.rules.decorator import rule
from entitle.rules.lookup import find
from entitle.rules.tests import household, toy

WANT = ("award", "begins_on")
PEOPLE = some.lists(some.fixed_dictionaries({
    "toy.earned": some.integers(0, 100_000),
    "toy.nights": some.integers(0, 200),
    "toy.works": some.booleans(),
    "toy.tenure": some.sampled_from(["owns", "rents"]),
    "toy.claimed_on": some.dates(date(2024, 4, 1), date(2026, 1, 31)),
}), min_size=1, max_size=30)


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    return toy.book(tmp_path_factory.mktemp("law"))


def columns(people):
    return {name: [person[name] for person in people] for name in people[0]}


class TestSameAnswer:
    @given(people=PEOPLE, chunk=some.integers(1, 7))
    @settings(max_examples=40)
    def test_whole_in_chunks_and_one_by_one(self, book, people, chunk):
        days = np.array([day_number(person["toy.claimed_on"]) for person in people])
        whole = book.run(columns(people), on=days, want=WANT, trace=True)
        usual, running.CHUNK = running.CHUNK, chunk
        try:
            parts = book.run(columns(people), on=days, want=WANT, trace=True)
            part_traces = [parts.trace(row).to_json() for row in range(len(people))]
        finally:
            running.CHUNK = usual
        for row, person in enumerate(people):
            alone = book.run(person, on=person["toy.claimed_on"], want=WANT, trace=True)
            for name in WANT:
                assert whole.of_row(name, row) == parts.of_row(name, row) == alone.one(name)
            assert whole.trace(row).to_json() == part_traces[row] == alone.trace().to_json()

    @given(people=PEOPLE)
    @settings(max_examples=20)
    def test_tracing_changes_nothing_and_limbs_add_up(self, book, people):
        traced = book.run(columns(people), on=date(2025, 6, 1), want=WANT, trace=True)
        plain = book.run(columns(people), on=date(2025, 6, 1), want=WANT)
        assert traced.values["award"].tolist() == plain.values["award"].tolist()
        assert traced.limbs("basic")["renting"] == sum(person["toy.tenure"] == "rents" for person in people)
        assert sum(traced.limbs("basic").values()) == len(people)

    def test_more_rows_than_a_chunk(self, book):
        rows = running.CHUNK * 2 + 5
        nights = np.arange(rows, dtype=np.int64) % 100
        run = book.run({"toy.nights": nights}, on=date(2025, 6, 1), want=("for_nights",))
        assert run.values["for_nights"].tolist() == [700 if night >= 52 else 0 for night in nights.tolist()]
        assert run.values["for_nights"].dtype == np.int64


class TestTheLawOfEachRow:
    def test_each_row_has_the_law_of_its_own_day(self, book):
        days = np.array([day_number(date(2025, 3, 31)), day_number(date(2025, 4, 1))])
        facts = {"toy.tenure": "owns", "toy.works": True, "toy.earned": 1000, "toy.nights": 0}
        run = book.run(facts, on=days, want=("award",))
        assert run.values["award"].tolist() == [5000 - 630, 5500 - 550]

    def test_a_table_that_changes_between_rows_is_looked_up_in_each_rows_own(self, tmp_path):
        @rule(cites="Act s4", says="x", gives="pence_per_week")
        def fares(toy_nights, distance):
            return find(distance, toy_nights).help

        @rule(cites="Act s4", says="x", gives="pence_per_week")
        def most(distance):
            return np.int64(distance.table.columns["help"].max())

        (tmp_path / "distance.yaml").write_text(household.LAW["distance"], encoding="utf-8")
        book = toy.book(tmp_path, (fares, most))
        days = np.array([day_number(date(2025, 3, 31)), day_number(date(2025, 4, 1))])
        run = book.run({"toy.nights": [400, 400]}, on=days, want=("fares",), trace=True)
        assert run.values["fares"].tolist() == [200, 0]
        assert [run.trace(row)["fares"].amounts[0].value for row in (0, 1)] == [
            {"fare": 300, "help": 200}, {"fare": 0, "help": 0}]
        assert book.run({}, on=days[:1], want=("most",)).one("most") == 250
        with pytest.raises(ValueError, match="distance changes between the dates of these rows"):
            book.run({}, on=days, want=("most",))

    def test_a_value_handed_in_is_not_worked_out(self, book):
        given_values = {"basic": [900, 500], "deduction": 0}
        run = book.run({"toy.nights": 60}, on=date(2025, 6, 1), want=("award",), given=given_values)
        assert run.values["award"].tolist() == [200, 0]
