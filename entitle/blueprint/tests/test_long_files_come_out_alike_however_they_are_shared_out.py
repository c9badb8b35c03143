"""Files of any length and kind: the same answers, lines and columns, whatever reads them and however many share it."""
from __future__ import annotations

import csv
import io
import multiprocessing
from contextlib import closing
from dataclasses import replace
from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.parquet as parquet
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from entitle.blueprint import case_blocks
from entitle.blueprint.case_blocks import CsvBlock, CsvCases, read_csv
from entitle.blueprint.case_columns import CellColumn
from entitle.blueprint.case_files import assess_cases
from entitle.blueprint.case_processes import in_order
from entitle.blueprint.case_rows import answered
from entitle.blueprint.case_solving import TableIsWrong
from entitle.blueprint.cases import CaseTable, Column, Fault, WorkedOut, in_rows, whole_number

WANTED = ("id", "days", "note")
CELL = some.sampled_from(["", " ", "7", " 7 ", "Ní Dhomhnaill", "d’Arcy-Jones", 'say "hello"', "one\ntwo", "a,b"])
PLAIN = some.sampled_from(["", " ", "7", "O'Neill", "Llŷr\u00a0", "x" * 40])


def written(rows, end):
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator=end)
    writer.writerow(("note", "id", " days "))
    writer.writerows(rows)
    return lines.getvalue()


def as_python_reads_it(text):
    """(line, id, days, note) of every row that is not blank: what the csv module alone makes of the whole file."""
    reader = csv.DictReader(io.StringIO(text, newline=""))
    reader.fieldnames = [heading.strip() for heading in reader.fieldnames or ()]
    rows = [(reader.line_num, *((row[name] or "").strip() for name in WANTED)) for row in reader]
    return [row for row in rows if any(row[1:])]


def as_blocks_read_it(path):
    found = []
    with closing(CsvCases(path)) as source:
        for block in source.blocks():
            cells = read_csv(block, source.headings, WANTED)
            columns = [cells.column(name).values() for name in WANTED]
            found += list(zip(cells.numbers.tolist(), *columns, strict=True))
    return found


class TestReadingInBlocks:
    @settings(max_examples=100)
    @given(rows=some.lists(some.one_of(some.tuples(CELL, CELL, CELL), some.just(())), max_size=9),
           end=some.sampled_from(["\n", "\r\n", "\r"]), size=some.integers(1, 90))
    def test_quotes_line_breaks_and_blank_rows_keep_their_lines(self, tmp_path_factory, rows, end, size):
        self.assert_alike(tmp_path_factory, written(rows, end), size)

    @settings(max_examples=60)
    @given(rows=some.lists(some.lists(PLAIN, max_size=5), max_size=12), end=some.sampled_from(["\n", "\r\n"]),
           size=some.integers(1, 90))
    def test_plain_rows_short_and_long_do_too(self, tmp_path_factory, rows, end, size):
        text = end.join(",".join(row) for row in (("note", "id", " days "), *rows))
        self.assert_alike(tmp_path_factory, text, size)

    def assert_alike(self, tmp_path_factory, text, size):
        path = tmp_path_factory.getbasetemp() / "alike.csv"
        path.write_bytes(text.encode("utf-8"))
        with pytest.MonkeyPatch.context() as smaller:
            smaller.setattr(case_blocks, "BLOCK_BYTES", size)
            assert as_blocks_read_it(path) == as_python_reads_it(text)

    def test_a_long_file_is_never_held_whole(self, tmp_path, monkeypatch):
        monkeypatch.setattr(case_blocks, "BLOCK_BYTES", 4_096)
        path = tmp_path / "long.csv"
        path.write_text("note,id,days\n" + "".join(f"n,{number},7\n" for number in range(20_000)))
        with closing(CsvCases(path)) as source:
            sizes = [len(block.content) for block in source.blocks()]
        assert len(sizes) > 40
        assert max(sizes) < 2 * 4_096

    def test_a_quote_that_never_closes_spoils_its_own_line_and_is_not_read_into_memory(self, tmp_path):
        path, said = tmp_path / "in.csv", []
        path.write_text('id,operation,division,start_date,days\na,"add\n' + "b,add,scotland,2026-11-27,1\n" * 80_000)
        assert assess_cases(name="working_days", cases=path, out=tmp_path / "o.csv", report=said.append, cores=1) == 1
        assert said == ["line 2: operation has a quotation mark that opens and never closes",
                        "1 line could not be assessed; 80,000 could."]


def doubled(cells):
    numbers = cells["days"].numbers(blank=-1)
    return WorkedOut({"expected": CellColumn.written(numbers * 2)},
                     {int(place): Fault("note", "days that are not 3") for place in np.flatnonzero(numbers == 3)})


DAYS = (Column("days", whole_number(0, 9), may_be_blank=True),)
BY_COLUMNS = CaseTable("doubled", DAYS, ("expected",), in_rows(DAYS, ("expected",), doubled), work_out_columns=doubled)
BY_ROWS = CaseTable("doubled", DAYS, ("expected",), BY_COLUMNS.work_out)
HALVES = (CaseTable("doubled", DAYS, ("expected", "more"), BY_COLUMNS.work_out, lambda cells: cells["note"] == "a"),
          CaseTable("doubled", DAYS, ("expected",), BY_COLUMNS.work_out, lambda cells: cells["note"] == "b",
                    work_out_columns=doubled))


def failing_at_7(work_out):
    def fail(cells):
        days = cells["days"].values() if isinstance(cells, dict) else [row["days"] for row in cells]
        if 7 in days:
            raise ArithmeticError("nobody knows seven")
        return work_out(cells)

    return fail


def block_of(rows):
    text = "".join(f"{note},{number},{days}\n" for number, (note, days) in enumerate(rows))
    return read_csv(CsvBlock(text.encode(), 1, 1.0), ("note", "id", "days"), WANTED)


def told(answers):
    return {name: column.tolist() for name, column in answers.columns.items()}, answers.faults


class TestRowsAndColumns:
    @settings(max_examples=60)
    @given(rows=some.lists(some.tuples(some.sampled_from("ab"), some.sampled_from(["", "0", "3", "7", "x", "10"]))))
    def test_come_out_alike(self, rows):
        block = block_of(rows)
        assert told(answered((BY_ROWS,), block)) == told(answered((BY_COLUMNS,), block))
        given_more, faults = told(answered(HALVES, block))
        assert given_more.pop("more") == [""] * len(given_more["id"])
        assert (given_more, faults) == told(answered((BY_COLUMNS,), block))

    def test_say_what_was_expected_in_the_same_words(self):
        _, faults = told(answered((BY_COLUMNS,), block_of([("a", "3"), ("a", "x"), ("b", "7")])))
        assert faults == ((2, "line 2: note is 'a'; expected days that are not 3"),
                          (3, "line 3: days is 'x'; expected a whole number from 0 to 9"))

    def test_a_row_of_no_known_kind_is_named(self):
        _, faults = told(answered(HALVES, block_of([("c", "1")])))
        assert faults == ((2, "line 2: nothing here knows how to work this kind of row out"),)

    def test_a_table_that_loses_a_row_is_caught(self):
        by_rows = CaseTable("careless", DAYS, ("expected",), lambda rows: [{"expected": "1"}])
        by_columns = replace(by_rows, work_out_columns=lambda cells: WorkedOut({"expected": CellColumn.same("1", 1)}))
        for careless in (by_rows, by_columns):
            with pytest.raises(TableIsWrong, match="careless gave 1 answers for 2 rows"):
                answered((careless,), block_of([("a", "1"), ("a", "2")]))

    @pytest.mark.parametrize("table", [BY_ROWS, BY_COLUMNS], ids=["rows", "columns"])
    def test_a_row_at_which_a_table_fails_is_found_and_the_others_are_worked_out(self, table):
        fussy = replace(table, work_out=failing_at_7(table.work_out), work_out_columns=table.work_out_columns and
                        failing_at_7(table.work_out_columns))
        answers, faults = told(answered((fussy,), block_of([("a", day) for day in "12745678"])))
        assert answers["expected"] == ["2", "4", "8", "10", "12", "16"]
        assert faults == ((4, "line 4: cannot be worked out: nobody knows seven"),
                          (8, "line 8: cannot be worked out: nobody knows seven"))

    def test_a_table_that_fails_at_row_after_row_is_not_hidden(self):
        broken = replace(BY_ROWS, work_out=failing_at_7(BY_ROWS.work_out))
        with pytest.raises(TableIsWrong, match="the table doubled fails at row after row"):
            answered((broken,), block_of([("a", "7")] * 200))


def assessed(path, out, **options):
    said = []
    bad = assess_cases(name="working_days", cases=path, out=out, report=said.append, **options)
    return bad, said


@pytest.fixture
def many(tmp_path):
    """A file of 6 MB whose line 90,002 is wrong."""
    path = tmp_path / "many.csv"
    rows = [f"row {number},is_working_day,scotland,2026-11-27,,{'x' * 12}" for number in range(100_000)]
    rows[90_000] = "wrong,is_working_day,nowhere,2026-11-27,,"
    path.write_text("\n".join(("id,operation,division,start_date,days,note", *rows)))
    return path


class TestManyProcesses:
    def test_keep_the_order_of_the_file_and_name_the_same_lines(self, many, tmp_path):
        shares = []
        one = assessed(many, tmp_path / "one.csv", cores=1)
        two = assessed(many, tmp_path / "two.csv", cores=2, progress=lambda share, rows: shares.append((share, rows)))
        assert one == two == (1, [
            "line 90002: division is 'nowhere'; expected england-and-wales, scotland or northern-ireland",
            "1 line could not be assessed; 99,999 could."])
        assert (tmp_path / "one.csv").read_bytes() == (tmp_path / "two.csv").read_bytes()
        assert shares == sorted(shares)
        assert shares[-1] == (1.0, 100_000)
        assert multiprocessing.active_children() == []

    def test_an_interruption_leaves_no_process_and_no_file(self, many, tmp_path):
        def interrupt(share, rows):
            raise KeyboardInterrupt

        (tmp_path / "out.csv").write_text("what was there before")
        with pytest.raises(KeyboardInterrupt):
            assessed(many, tmp_path / "out.csv", cores=2, progress=interrupt)
        assert multiprocessing.active_children() == []
        assert (tmp_path / "out.csv").read_text() == "what was there before"
        assert sorted(each.name for each in tmp_path.iterdir()) == ["many.csv", "out.csv"]

    def test_only_a_few_blocks_are_held_at_once(self):
        begun = []
        blocks = (begun.append(number) or number for number in range(50))
        finished = in_order(abs, lambda: blocks, cores=2)
        assert next(finished) == 0
        assert len(begun) <= 4
        assert list(finished) == list(range(1, 50))


class TestParquet:
    COLUMNS = {"id": pa.array([1, 2, 3, 4]), " operation": ["add", "subtract", "add", None],
               "division": pa.array(["scotland"] * 3 + [None]).dictionary_encode(),
               "start_date": [date(2026, 11, 27)] * 3 + [None], "days": [1.0, 2.0, 1.5, None]}

    @pytest.fixture
    def typed(self, tmp_path):
        path = tmp_path / "in.parquet"
        columns = {**self.COLUMNS, "id": pa.array([1, 2, 3, None])}
        parquet.write_table(pa.table(columns), path)
        return path

    def test_typed_cells_are_read_as_a_csv_file_would_have_written_them(self, typed, tmp_path):
        bad, said = assessed(typed, tmp_path / "out.csv")
        assert (bad, said) == (1, ["row 3: days is '1.5'; expected a whole number from 0 to 2000",
                                   "1 row could not be assessed; 2 could."])
        assert (tmp_path / "out.csv").read_text() == "id,expected\n1,2026-12-01\n2,2026-11-25\n"

    def test_what_no_row_holds_is_not_read(self, tmp_path):
        """A column of categories may list some that its rows never have."""
        divisions = pa.DictionaryArray.from_arrays(pa.array([1, 1, 1]), ["nowhere", "scotland"])
        table = {name: column[:3] for name, column in self.COLUMNS.items()} | {"division": divisions, "days": [1, 2, 3]}
        parquet.write_table(pa.table(table), tmp_path / "in.parquet")
        assert assessed(tmp_path / "in.parquet", tmp_path / "out.csv") == (0, [])

    def test_answers_are_written_as_text(self, typed, tmp_path):
        assessed(typed, tmp_path / "out.parquet")
        answers = parquet.read_table(tmp_path / "out.parquet")
        assert {field.type for field in answers.schema} == {pa.string()}
        assert answers.to_pylist() == [{"id": "1", "expected": "2026-12-01"}, {"id": "2", "expected": "2026-11-25"}]

    def test_many_processes_keep_its_order(self, tmp_path):
        rows = 140_000
        table = {"id": np.arange(rows), "operation": pa.array(["is_working_day"] * rows).dictionary_encode(),
                 "division": pa.array(["scotland"] * rows).dictionary_encode(),
                 "start_date": [date(2026, 11, 27)] * rows, "days": pa.nulls(rows)}
        parquet.write_table(pa.table(table), tmp_path / "in.parquet")
        assert assessed(tmp_path / "in.parquet", tmp_path / "out.parquet", cores=2) == (0, [])
        ids = parquet.read_table(tmp_path / "out.parquet").column("id").to_pylist()
        assert ids == [str(number) for number in range(rows)]

    def test_another_kind_of_file_is_refused(self, tmp_path):
        (tmp_path / "in.parquet").write_text("id,operation\n")
        assert assessed(tmp_path / "in.parquet", tmp_path / "out.csv") == (
            1, [f"{tmp_path / 'in.parquet'}: is not a Parquet file"])
        assert not (tmp_path / "out.csv").exists()
