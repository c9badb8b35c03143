"""A file of cases is worked out by columns; each row alone comes out the same, and its trace ends in that figure."""
from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as some

from entitle.blueprint.case_columns import CellColumn
from entitle.blueprint.cases import Fault
from entitle.law.amount import NoLawForDate
from entitle.schemes.state_pension.cases import CASES

AGES, AMOUNTS = CASES
BORN = some.integers(-14_600, 14_600)
DAY = some.integers(16_000, 21_000)
AMOUNT = some.fixed_dictionaries({
    "effective_date": DAY, "qualifying_years": some.none() | some.integers(0, 100),
    "weeks_deferred": some.none() | some.integers(0, 5_200), "nino_suffix": some.none() | some.integers(0, 99)})


def together(table, rows):
    """What the column form says of rows, as the row form says it."""
    result = table.work_out_columns({column.name: CellColumn.each(row[column.name] for row in rows)
                                     for column in table.columns})
    texts = {name: column.values() for name, column in result.columns.items()}
    return [result.faults.get(place) or {name: texts[name][place] for name in table.gives}
            for place in range(len(rows))]


class TestAlike:
    @settings(max_examples=40)
    @given(some.lists(some.fixed_dictionaries({"date_of_birth": BORN, "sex": some.sampled_from(["female", "male"])}),
                      min_size=1, max_size=30))
    def test_ages(self, rows):
        assert together(AGES, rows) == [answer for row in rows for answer in AGES.work_out([row])]

    @settings(max_examples=60)
    @given(some.lists(AMOUNT, min_size=1, max_size=30))
    def test_amounts(self, rows):
        assert together(AMOUNTS, rows) == [answer for row in rows for answer in AMOUNTS.work_out([row])]

    @settings(max_examples=60)
    @given(AMOUNT)
    def test_a_trace_ends_in_the_answer(self, row):
        [answer] = AMOUNTS.work_out([row])
        try:
            trace = AMOUNTS.trace(row)
        except NoLawForDate:
            assert answer == {"expected_weekly_pence": "", "expected_other": "no_law"}
            return
        if isinstance(answer, Fault):
            assert trace == answer
        elif answer["expected_weekly_pence"]:
            assert str(trace["weekly_amount"].value) == answer["expected_weekly_pence"]
        else:
            assert trace["payment_weekday"].unit == "weekday"
