"""A file of the law says when, how much, where from and when checked; anything less is refused by name."""
from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from entitle.law.amount import NoLawForDate, day_number
from entitle.law.law import Law
from entitle.law.reading import LawError
from entitle.law.table import NotInTable

HEAD = "about: A rate\ncites: An Act s1\nunit: pence_per_week\n"
RATES = HEAD + """values:
  - {from: 2025-04-07, value: 100, cites: SI 2025/1, checked_on: 2026-11-22}
  - {from: 2026-04-06, until: 2027-04-11, value: 110, cites: SI 2026/1, checked_on: 2026-11-22}
"""


@pytest.fixture
def law_of(tmp_path):
    def load(**files):
        for name, text in files.items():
            (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
        return Law.load(tmp_path)

    return load


class TestDates:
    def test_a_value_holds_from_its_day_until_the_next(self, law_of):
        rate = law_of(rate=RATES).amount("rate")
        assert rate.value_on(date(2025, 4, 7)) == rate.value_on(date(2026, 4, 5)) == 100
        assert rate.value_on(date(2026, 4, 6)) == rate.value_on(date(2027, 4, 11)) == 110

    @pytest.mark.parametrize("on", [date(2025, 4, 6), date(2027, 4, 12)])
    def test_a_day_before_the_first_or_after_the_last_known_is_refused(self, law_of, on):
        rate = law_of(rate=RATES).amount("rate")
        with pytest.raises(NoLawForDate, match=f"rate: no value is known for {on}; it is known from 2025-04-07 to "
                                               f"2027-04-11"):
            rate.value_on(on)
        with pytest.raises(NoLawForDate, match=str(on)):
            rate.values_on(np.array([day_number(date(2026, 1, 1)), day_number(on)]))

    @given(offsets=some.lists(some.integers(0, 734), min_size=1, max_size=20))
    @settings(max_examples=50)
    def test_an_array_of_days_gives_what_each_day_gives(self, tmp_path_factory, offsets):
        folder = tmp_path_factory.mktemp("law")
        (folder / "rate.yaml").write_text(RATES, encoding="utf-8")
        rate = Law.load(folder).amount("rate")
        days = [date(2025, 4, 7) + timedelta(days=n) for n in offsets]
        together = rate.values_on(np.array([day_number(day) for day in days]))
        assert together.tolist() == [rate.value_on(day) for day in days]

    def test_changes_are_those_after_and_up_to(self, law_of):
        law = law_of(rate=RATES)
        assert law.change_dates(date(2025, 4, 7), date(2026, 4, 6)) == [date(2026, 4, 6)]
        assert law.change_dates(date(2025, 4, 6), date(2026, 4, 5)) == [date(2025, 4, 7)]
        assert law.change_dates(date(2026, 4, 6), date(2030, 1, 1)) == []

    def test_the_digest_changes_with_a_penny(self, law_of):
        before = law_of(rate=RATES).digest
        assert law_of(rate=RATES.replace("110", "111")).digest != before


class TestKinds:
    def test_a_share_a_date_and_a_table_are_understood(self, law_of):
        line = "{{from: 2025-04-07, {}, cites: c, checked_on: 2026-11-22}}"
        law = law_of(
            taper=HEAD + "values:\n  - " + line.format("value: 55/100"),
            start=HEAD + "values:\n  - " + line.format("value: 2016-04-06"),
            bands=HEAD + "key: low\nvalues:\n  - " + line.format("rows: [{low: 0, day: 1}, {low: 20, day: 2, extra: "
                                                                 "5}]"),
        )
        on = date(2026, 1, 1)
        assert law.amount("taper").value_on(on) == Fraction(55, 100)
        assert law.amount("start").value_on(on) == day_number(date(2016, 4, 6))
        table = law.amount("bands").table
        assert table.places_of(np.array([0, 19, 20, 99])).tolist() == [0, 0, 1, 1]
        assert table.columns["extra"].tolist() == [-1, 5]
        assert table.places_of(np.array([0, 19, 20, 99] * 2000)).tolist() == [0, 0, 1, 1] * 2000
        with pytest.raises(NotInTable, match="begins at low 0"):
            table.places_of(np.array([0] * 5000 + [-1]))
        with pytest.raises(NotInTable, match="begins at low 0"):
            table.places_of(np.array([-1]))

    def test_one_file_may_have_several_named_series(self, law_of):
        entry = "  - {from: 2025-04-07, value: 1, cites: c, checked_on: 2026-11-22}\n"
        amount = law_of(two=HEAD + "single:\n" + entry + "joint:\n" + entry).amount("two")
        assert set(amount.series) == {"single", "joint"}
        with pytest.raises(ValueError, match="single, joint"):
            amount.value_on(date(2026, 1, 1))


class TestFaultsAreNamed:
    @pytest.mark.parametrize(("text", "said"), [
        ("about: x\nunit: y\nvalues: []", "'cites' is missing"),
        (HEAD, "there are no values"),
        (HEAD + "values: []", "values: expected a list of dated values"),
        (HEAD + "values: [{from: 2025-04-07, value: 1, checked_on: 2026-11-22}]", r"values\[0\]: every value cites"),
        (HEAD + "values: [{from: 2025-04-07, value: 1, cites: c}]", "'checked_on' must be a date"),
        (HEAD + "values: [{from: soon, value: 1, cites: c, checked_on: 2026-11-22}]", "'from' must be a date"),
        (HEAD + "values: [{from: 2025-04-07, value: 1.5, cites: c, checked_on: 2026-11-22}]", "a whole number, a "
                                                                                              "share"),
        (HEAD + "values: [{from: 2025-04-07, value: ten, cites: c, checked_on: 2026-11-22}]", "not a share"),
        (HEAD + "values: [{from: 2025-04-07, value: 1, cites: c, checked_on: 2026-11-22, note: n}]", "does not know "
                                                                                                     "'note'"),
        (HEAD + "values: [{from: 2025-04-07, rows: [], cites: c, checked_on: 2026-11-22}]", "'key'"),
        (RATES.replace("2026-04-06", "2025-04-07"), "in order of their 'from'"),
        (RATES.replace("value: 100", "value: 1/2"), "different kinds"),
        (RATES.replace("from: 2025-04-07,", "from: 2025-04-07, until: 2026-01-01,"), "only the last value"),
        (RATES.replace("until: 2027-04-11", "until: 2020-01-01"), "'until' must be a date on or after"),
        ("about: [", "cannot be read as YAML"),
        ("just words", "expected headings"),
    ])
    def test_what_is_wrong_is_said_with_the_file(self, law_of, text, said):
        with pytest.raises(LawError, match=said) as refused:
            law_of(rate=text)
        assert str(refused.value).startswith("rate.yaml")

    def test_a_folder_that_is_not_there(self, tmp_path):
        with pytest.raises(LawError, match="no such folder"):
            Law.load(tmp_path / "nowhere")
