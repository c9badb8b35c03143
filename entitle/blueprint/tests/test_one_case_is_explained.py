"""One row of a file, found by its id: its answers, and each step that led to them with its law."""
from __future__ import annotations

import pytest

from entitle.blueprint.case_explained import NotExplained, explain_case

NAME = "state_pension_amount"
AMOUNTS = "id,effective_date,qualifying_years,weeks_deferred,nino_suffix\n"


@pytest.fixture
def cases(tmp_path):
    path = tmp_path / "in.csv"
    rows = ("Llŷr,2026-11-22,35,52,", "next,2026-11-22,,,41", "early,2016-04-05,35,,", "odd,2026-11-22,x,,",
            "empty,2026-11-22,,,")
    path.write_text(AMOUNTS + "\n".join(rows), encoding="utf-8")
    return path


class TestExplaining:
    def test_gives_the_answers_and_each_step_with_its_law(self, cases):
        explained = explain_case(name=NAME, cases=cases, id="Llŷr")
        assert explained.where == "line 2"
        assert explained.answers == {"expected_weekly_pence": "25524", "expected_other": "increment_pence=1394"}
        assert explained.trace["deferral_increment"].value == 1394
        assert all(step.cites for step in explained.trace)
        assert {amount.name for amount in explained.trace["rate_for_record"].amounts} == {
            "full_rate", "years_for_full_rate"}

    def test_goes_by_what_the_row_asks(self, cases):
        explained = explain_case(name=NAME, cases=cases, id="next")
        assert [step.name for step in explained.trace] == ["payment_weekday"]
        assert explained.answers["expected_other"] == "Wednesday"

    def test_says_so_where_the_date_has_no_law(self, cases):
        explained = explain_case(name=NAME, cases=cases, id="early")
        assert (explained.trace, explained.answers["expected_other"]) == (None, "no_law")
        assert "no value is known for 2016-04-05" in explained.refusal

    @pytest.mark.parametrize(("id", "because"), [
        ("odd", "line 5: qualifying_years is 'x'; expected a whole number from 0 to 100"),
        ("empty", "line 6: qualifying_years is ''; expected a whole number of years, or else two digits in nino_"
                  "suffix"),
        ("O'Neill", "in.csv: no row has the id 'O'Neill'"),
    ])
    def test_says_why_a_row_cannot_be_explained(self, cases, id, because):
        with pytest.raises(NotExplained) as refusal:
            explain_case(name=NAME, cases=cases, id=id)
        assert str(refusal.value).endswith(because)

    def test_says_so_where_the_table_keeps_no_trace(self, tmp_path):
        (tmp_path / "in.csv").write_text("id,operation,division,start_date,days\na,add,scotland,2026-11-27,1\n")
        with pytest.raises(NotExplained, match="line 2: rows of 'working_days' cannot be explained, for its"):
            explain_case(name="working_days", cases=tmp_path / "in.csv", id="a")

    def test_a_file_that_cannot_be_used_is_named(self, tmp_path):
        with pytest.raises(NotExplained, match="no.csv: No such file"):
            explain_case(name=NAME, cases=tmp_path / "no.csv", id="a")
        with pytest.raises(NotExplained, match="there are no cases called 'lottery'; there are:"):
            explain_case(name="lottery", cases=tmp_path / "no.csv", id="a")
