"""`entitle law` and the pictures of rules: every amount with its source, every scheme with its graph."""
from __future__ import annotations

import io
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.core.management import CommandError, call_command

from entitle.blueprint import registry
from entitle.config.pictures import draw_all
from entitle.law.table import Table

DOCS = Path(__file__).resolve().parents[3] / "docs"


def law(*arguments):
    out = io.StringIO()
    call_command("law", *arguments, stdout=out)
    return out.getvalue()


class TestTheLawOnADate:
    @pytest.mark.parametrize("scheme", registry.schemes().values(), ids=lambda scheme: scheme.name)
    def test_lists_every_amount_with_its_source_and_when_it_was_checked(self, scheme):
        said = law(scheme.name, "--on", "2026-11-22")
        flat = " ".join(said.replace("│", " ").split())
        for amount in scheme.rules.law:
            assert amount.name in said
            for series in amount.series.values():
                value = series.values[-1]
                assert str(value.checked_on) in said
                assert value.cites.split()[0] in flat
                if isinstance(value.value, Table):
                    assert f"a table of {len(value.value.rows)} rows" in said

    def test_gives_the_value_then_in_force(self):
        assert "£241.30 per week" in law("state_pension", "--on", "2026-11-22")
        earlier = law("state_pension", "--on", "2025-04-07")
        assert "£230.25 per week" in earlier
        assert "SI 2025/295" in earlier

    def test_writes_a_table_out_row_by_row_with_each_rows_own_law(self):
        said = law("state_pension", "--on", "2026-11-22")
        assert "pension_age_timetable from 2014-07-14, last checked on 2026-11-22 (date)" in said
        [row] = [line for line in said.splitlines() if line.startswith("│ 1950-04-06")]
        assert [cell.strip() for cell in row.strip("│").split("│")] == [
            "1950-04-06", "", "2010-05-06", "", "PA 1995 Sch 4 para 1, Table 1"]

    def test_refuses_a_date_before_all_of_it(self):
        with pytest.raises(CommandError, match="no law of state_pension is known for 1908-01-01"):
            law("state_pension", "--on", "1908-01-01")


class TestPictures:
    def test_those_of_the_documentation_are_of_today(self, tmp_path):
        """`make pictures` draws them again."""
        for path in draw_all(tmp_path):
            assert path.read_bytes() == (DOCS / path.relative_to(tmp_path)).read_bytes(), path.name

    def test_each_schemes_rules_are_drawn_with_the_amounts_that_they_read(self, tmp_path):
        drawn = {path.name: path for path in draw_all(tmp_path)}
        for scheme in registry.schemes().values():
            svg = drawn[f"rules_{scheme.name}.svg"].read_text(encoding="utf-8")
            words = {text.text for text in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")}
            amounts = {name for rule in scheme.rules.rules.values() for name in rule.parameters} & {
                *scheme.rules.law.amounts}
            assert {*scheme.rules.rules, *amounts} <= words
