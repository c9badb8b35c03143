"""The known answers of every benefit: the same from CSV and from Parquet, in one block and in many."""
from __future__ import annotations

import csv
from pathlib import Path

import pyarrow.csv as arrow_csv
import pyarrow.parquet as parquet
import pytest

from entitle.blueprint import case_blocks
from entitle.blueprint.case_files import assess_cases
from entitle.blueprint.registry import case_tables

SCHEMES = Path(__file__).parents[2] / "schemes"


def headings_of(path):
    with path.open(encoding="utf-8") as lines:
        return set(next(csv.reader(lines)))


FILES = [
    pytest.param(name, path, id=f"{name}: {path.parent.parent.name}/{path.name}")
    for name, tables in case_tables().items() for path in sorted(SCHEMES.glob("*/tests/*.csv"))
    if {"id", *(column.name for table in tables for column in table.columns)} <= headings_of(path)
]


@pytest.mark.parametrize(("name", "cases"), FILES)
class TestEveryTable:
    def test_reads_parquet_as_it_reads_csv(self, name, cases, tmp_path):
        parquet.write_table(arrow_csv.read_csv(cases), tmp_path / "in.parquet")
        assert answers(name, tmp_path / "in.parquet", tmp_path) == answers(name, cases, tmp_path)

    def test_is_alike_in_one_block_and_in_many(self, name, cases, tmp_path, monkeypatch):
        whole = answers(name, cases, tmp_path)
        monkeypatch.setattr(case_blocks, "BLOCK_BYTES", 2_000 + cases.stat().st_size // 10)
        assert answers(name, cases, tmp_path) == whole


def answers(name, cases, folder):
    said = []
    bad = assess_cases(name=name, cases=cases, out=folder / "out.csv", report=said.append)
    return bad, (folder / "out.csv").read_text(encoding="utf-8")
