"""`entitle simulate contact-centre`: a plan in, an hour-by-hour table and a picture out."""
from __future__ import annotations

import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from entitle import planning

EXAMPLES = Path(planning.__file__).parent / "examples"
MONDAY, SPREAD = str(EXAMPLES / "monday.yaml"), str(EXAMPLES / "monday_spread.yaml")


def simulated(*arguments):
    out = StringIO()
    call_command("simulate", "contact-centre", *arguments, stdout=out)
    return out.getvalue()


def test_a_day_is_told_hour_by_hour_and_is_the_same_again():
    told = simulated("--plan", MONDAY)
    assert [line.split()[1] for line in told.splitlines() if line.startswith("│ ") and ":00 " in line[:9]] == [
        "09:00", "10:00", "11:00", "12:00", "13:00", "14:00", "15:00", "16:00", "17:00"], "one call lasts past five"
    assert "All day" in told and "Q_DEBT" in told
    assert told == simulated("--plan", MONDAY) != simulated("--plan", MONDAY, "--seed", "2")


def test_two_plans_are_compared_with_the_same_callers_and_drawn(tmp_path):
    picture = tmp_path / "days.html"
    told = simulated("--plan", MONDAY, "--against", SPREAD, "--picture", str(picture))
    compared = [line.strip("│ ").split("│") for line in told[told.index("The two plans"):].splitlines()]
    rows = {cells[0].strip(): [cell.strip() for cell in cells[1:]] for cells in compared if len(cells) == 3}
    assert rows["Rang"] == ["643", "643"]
    assert int(rows["Rang off"][1]) < int(rows["Rang off"][0])
    drawn = picture.read_text()
    assert drawn.count('role="img"') == 2
    assert "aria-label=\"Per cent of callers of each hour answered in time\"" in drawn
    assert drawn.count("<caption>") == 3


def test_what_is_wrong_with_a_plan_is_said(tmp_path):
    (tmp_path / "plan.yaml").write_text("name: Nothing")
    with pytest.raises(CommandError, match="plan.yaml: needs patience_minutes"):
        simulated("--plan", str(tmp_path / "plan.yaml"))
    with pytest.raises(CommandError, match="No such file"):
        simulated("--plan", str(tmp_path / "none.yaml"))
    with pytest.raises(CommandError, match="a picture ends in .html"):
        simulated("--plan", MONDAY, "--picture", "day.png")


def test_needs_no_database_and_no_keys():
    done = subprocess.run([sys.executable, "-m", "entitle", "simulate", "contact-centre", "--plan", MONDAY],
                          capture_output=True, text=True, check=True,
                          env={"PATH": os.environ["PATH"], "PYTHONPATH": os.pathsep.join(filter(None, sys.path))})
    assert "All day" in done.stdout
