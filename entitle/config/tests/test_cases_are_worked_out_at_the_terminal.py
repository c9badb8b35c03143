"""`entitle assess`: files of cases worked out, one row explained, bad lines named."""
from __future__ import annotations

import io

import pytest
from django.core.management import CommandError, call_command

NAME = "state_pension_amount"


@pytest.fixture
def cases(tmp_path):
    path = tmp_path / "in.csv"
    path.write_text("id,effective_date,qualifying_years,weeks_deferred,nino_suffix\nLlŷr,2026-11-22,35,52,\n"
                    "odd,2026-11-22,x,,\nempty,2026-11-22,,,\n", encoding="utf-8")
    return path


class TestTheCommand:
    def run(self, *arguments):
        out = io.StringIO()
        call_command("assess", *arguments, stdout=out)
        return out.getvalue()

    def test_prints_the_row_as_a_tree(self, cases):
        said = self.run(NAME, "--cases", str(cases), "--explain", "Llŷr")
        assert said.startswith("Llŷr (line 2)\nexpected_weekly_pence: 25524\nexpected_other: increment_pence=1394\n")
        assert "Increase for starting later: £13.94 per week (put off long enough)" in said
        assert "full rate from 2026-04-06: £241.30 per week SI 2015/173 reg 1A; SI 2026/148 art 6" in said
        assert "Qualifying years: 35" in said

    def test_says_what_it_needs(self, cases):
        with pytest.raises(CommandError, match="say where to write the answers"):
            self.run(NAME, "--cases", str(cases))
        with pytest.raises(CommandError, match="no row has the id 'nobody'"):
            self.run(NAME, "--cases", str(cases), "--explain", "nobody")

    def test_a_bad_line_is_named_and_the_exit_is_1(self, cases, tmp_path, capsys):
        with pytest.raises(SystemExit) as left:
            self.run(NAME, "--cases", str(cases), "--out", str(tmp_path / "out.csv"))
        assert left.value.code == 1
        assert capsys.readouterr().err.splitlines() == [
            "line 3: qualifying_years is 'x'; expected a whole number from 0 to 100",
            "line 4: qualifying_years is ''; expected a whole number of years, or else two digits in nino_suffix",
            "2 lines could not be assessed; 1 could."]

    def test_one_core_or_more(self, cases, tmp_path):
        with pytest.raises(CommandError, match="--cores"):
            self.run(NAME, "--cases", str(cases), "--out", str(tmp_path / "out.csv"), "--cores", "0")
