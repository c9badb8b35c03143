"""Each row of a table of acceptance names tests that there are."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TABLES = sorted((ROOT / "docs" / "handbook").glob("acceptance*.md"))
NAMED = re.compile(r"`([\w./-]+\.py)::([\w:]+)`")


def rows(table: Path) -> list[str]:
    """The lines of its tables, without their headings."""
    lines = [line for line in table.read_text().splitlines() if line.startswith("|")]
    return [line for line, after in zip(lines, [*lines[1:], ""], strict=True)
            if not set(line) <= set("|-: ") and not (after and set(after) <= set("|-: "))]


@cache
def names_in(path: Path) -> set[str]:
    """`test_x` and `TestX::test_x` for every test of a file, and `TestX` for each class."""
    found = set()
    for node in ast.parse(path.read_text()).body:
        if isinstance(node, ast.ClassDef):
            found |= {node.name} | {f"{node.name}::{each.name}" for each in node.body
                                    if isinstance(each, ast.FunctionDef) and each.name.startswith("test_")}
        elif isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            found.add(node.name)
    return found


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
class TestATableOfAcceptance:
    def test_names_a_test_in_every_row(self, table: Path) -> None:
        assert rows(table) and [row for row in rows(table) if not NAMED.search(row)] == []

    def test_names_no_test_that_there_is_not(self, table: Path) -> None:
        named = NAMED.findall(table.read_text())
        assert [f"{path}::{name}" for path, name in named
                if not (ROOT / path).exists() or name not in names_in(ROOT / path)] == []
