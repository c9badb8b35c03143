"""Each step says what it did, by what law, from what; and keeps saying it when stored."""
from __future__ import annotations

import json
from datetime import date

import pytest

from entitle.rules.picture import to_svg
from entitle.rules.tests import toy
from entitle.rules.trace import Trace

FACTS = {"toy.tenure": "rents", "toy.works": True, "toy.earned": 1001, "toy.nights": 60, "toy.claimed_on": "2025-01-31"}


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    return toy.book(tmp_path_factory.mktemp("law"))


@pytest.fixture(scope="module")
def trace(book):
    return book.run(FACTS, on=date(2025, 6, 1), want=("award", "begins_on"), trace=True).trace()


class TestSteps:
    def test_every_step_comes_after_what_it_read(self, trace):
        seen = set()
        for step in trace:
            assert set(step.rules) <= seen
            seen.add(step.name)
        assert seen == {"basic", "is_working", "deduction", "for_nights", "award", "begins_on"}

    def test_every_step_and_every_amount_cites(self, trace):
        assert all(step.cites for step in trace)
        assert all(amount.cites for step in trace for amount in step.amounts)

    def test_a_step_shows_its_working(self, trace):
        step = trace["deduction"]
        assert (step.value, step.unit, step.limb) == (551, "pence_per_week", "working")
        assert step.facts == {"toy.earned": 1001}
        assert step.rules == {"is_working": True}
        [amount] = step.amounts
        assert (amount.name, amount.value) == ("taper", "55/100")
        assert (amount.cites, amount.from_on) == ("SI 2025/2", "2025-04-01")

    def test_the_row_of_a_table_is_shown_with_its_own_citation(self, trace):
        [amount] = trace["for_nights"].amounts
        assert amount.value == {"nights": 52, "less": 700}
        assert amount.cites == "Act s3 band 2"

    def test_dates_are_dates(self, book, trace):
        assert trace["begins_on"].value == "2025-02-28"
        assert book.run(FACTS, on=date(2025, 6, 1), want=("begins_on",)).one("begins_on") == date(2025, 2, 28)

    def test_a_run_without_a_trace_says_so(self, book):
        with pytest.raises(ValueError, match="trace=True"):
            book.run(FACTS, on=date(2025, 6, 1), want=("award",)).trace()

    def test_a_step_that_was_not_taken(self, trace):
        with pytest.raises(KeyError, match="generosity"):
            trace["generosity"]


class TestStored:
    def test_it_comes_back_from_json_as_it_was(self, trace):
        assert Trace.from_json(json.loads(json.dumps(trace.to_json()))) == trace

    def test_the_version_changes_with_the_law(self, book, tmp_path):
        same = toy.book(tmp_path)
        assert same.version == book.version
        (tmp_path / "taper.yaml").write_text(toy.LAW["taper"].replace("55/100", "54/100"), encoding="utf-8")
        changed = type(book)(rules=toy.RULES, law=type(book.law).load(tmp_path), dictionary=book.dictionary)
        assert changed.version != book.version
        assert len(book.version) == 16


class TestPicture:
    def test_every_rule_amount_and_fact_is_drawn_once(self, book):
        svg = to_svg(book, title="Toy")
        for name in ("award", "deduction", "taper", "toy.earned"):
            assert svg.count(f">{name}<") == 1
        assert svg.startswith("<svg") and svg.rstrip().endswith("</svg>")

    def test_the_picture_is_the_same_every_time(self, book):
        assert to_svg(book, title="Toy") == to_svg(book, title="Toy")
