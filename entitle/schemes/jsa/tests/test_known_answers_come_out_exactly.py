"""Known answers, row by row and to the penny."""
from __future__ import annotations

import csv
from pathlib import Path

import pytest

from entitle.blueprint.cases import Fault, NotWhatWasExpected
from entitle.law.amount import NoLawForDate
from entitle.schemes.jsa.cases import CASES

HERE = Path(__file__).parent
[TABLE] = CASES
KNOWN = list(csv.DictReader((HERE / "known_answers.csv").open(encoding="utf-8")))
GIVES = ["expected_weekly_pence", "expected_first_condition", "expected_second_condition", "expected_other"]


def read(cells):
    """A row's cells as the table reads them."""
    return {column.name: column.read(cells[column.name]) if cells.get(column.name) or not column.may_be_blank else None
            for column in TABLE.columns}


def answer(**cells):
    return TABLE.work_out([read({"benefit": "JSA", **cells})])[0]


class TestKnownAnswers:
    def test_every_row_comes_out_as_expected(self):
        assert len(KNOWN) == 89 and all(TABLE.knows(cells) for cells in KNOWN)
        answers = TABLE.work_out([read(cells) for cells in KNOWN])
        wrong = [(cells["id"], given) for cells, given in zip(KNOWN, answers, strict=True)
                 if {name: given.get(name, "") for name in GIVES} != {name: cells[name] for name in GIVES}]
        assert wrong == []
        assert list(TABLE.gives) == GIVES

    def test_each_row_alone_is_as_it_was_among_the_others_and_can_be_explained(self):
        together = TABLE.work_out([read(cells) for cells in KNOWN])
        for cells, among_others in zip(KNOWN[::7], together[::7], strict=True):
            assert TABLE.work_out([read(cells)]) == [among_others]
            assert all(step.cites and step.says.cy for step in TABLE.trace(read(cells)))

    def test_a_row_of_the_other_benefit_is_not_known_and_a_row_of_none_is_refused_by_its_column(self):
        assert not TABLE.knows({"benefit": "ESA"}) and TABLE.knows({"benefit": "nonsense"})
        with pytest.raises(NotWhatWasExpected, match="JSA or JSA|ESA"):
            read({"case_type": "duration", "benefit": "nonsense", "day_of_entitlement": "1"})

    @pytest.mark.parametrize(("cells", "column"), [
        ({"case_type": "rate", "effective_date": "2026-04-06"}, "age"),
        ({"case_type": "abatement", "effective_date": "2026-04-06", "age": "30", "pension_pence": "0"},
         "earnings_pence"),
        ({"case_type": "duration"}, "day_of_entitlement"),
        ({"case_type": "contribution_conditions", "claim_date": "2026-11-22"}, "y1_class1_weeks"),
    ])
    def test_a_cell_it_cannot_do_without_is_named(self, cells, column):
        fault = answer(**cells)
        assert isinstance(fault, Fault) and fault.column == column
        assert TABLE.trace(read({"benefit": "JSA", **cells})) == fault

    @pytest.mark.parametrize("cells", [
        {"case_type": "rate", "effective_date": "2016-04-10", "age": "30"},
        {"case_type": "rate", "effective_date": "2027-04-12", "age": "30"},
        {"case_type": "lower_earnings_limit", "effective_date": "2010-04-05"},
        {"case_type": "lower_earnings_limit", "effective_date": "2027-04-06"},
        {"case_type": "relevant_tax_years", "claim_date": "1992-06-30"},
        {"case_type": "waiting_days", "effective_date": "2013-04-28", "day_of_entitlement": "1"},
    ])
    def test_a_day_without_law_is_said_to_have_none(self, cells):
        assert answer(**cells) == {"expected_other": "no_law"}
        with pytest.raises(NoLawForDate):
            TABLE.trace(read({"benefit": "JSA", **cells}))
