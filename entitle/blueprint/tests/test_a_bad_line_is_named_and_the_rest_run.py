"""Files of cases: generous in how they are written, strict in what they say."""
from __future__ import annotations

import csv

import pytest

from entitle.blueprint.case_files import assess_cases

HEAD = "id,operation,division,start_date,days\n"
GOOD = "a,add,scotland,2026-11-27,1\n"


@pytest.fixture
def run(tmp_path):
    def work(text, name="working_days"):
        said = []
        (tmp_path / "in.csv").write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        out = tmp_path / "out" / "out.csv"
        bad = assess_cases(name=name, cases=tmp_path / "in.csv", out=out, report=said.append)
        return bad, said, list(csv.DictReader(out.open(encoding="utf-8"))) if out.exists() else None

    return work


class TestBadLines:
    @pytest.mark.parametrize(("line", "said"), [
        ("b,add,scotland,31/02/1960,1", "line 3: start_date is '31/02/1960'; expected a date like 1960-02-28"),
        ("b,add,scotland,2026-02-30,1", "line 3: start_date is '2026-02-30'; expected a date"),
        ("b,add,scotland,,1", "line 3: start_date is ''; expected a date"),
        ("b,multiply,scotland,2026-01-05,1", "line 3: operation is 'multiply'; expected add, subtract or "
                                             "is_working_day"),
        ("b,add,wales,2026-01-05,1", "line 3: division is 'wales'; expected england-and-wales, scotland or "
                                     "northern-ireland"),
        ("b,add,scotland,2026-01-05,-1", "line 3: days is '-1'; expected a whole number from 0 to 2000"),
        ("b,add,scotland,2026-01-05,1.5", "line 3: days is '1.5'; expected a whole number"),
        ("b,add,scotland,2026-01-05,", "line 3: days is ''; expected a whole number"),
        ("b,add,scotland,2045-01-05,1", "line 3: start_date is '2045-01-05'; expected dates within the years"),
        ("b", "line 3: operation is ''; expected add"),
        ("b,add,scotland,9999-12-31,1", "line 3: start_date is '9999-12-31'; expected a date from 0001-01-01 to 9899"),
        ('b,add,"scotland,2026-01-05,1', "line 3: division has a quotation mark that opens and never closes"),
        (b"Se\xe1n,add,scotland,2026-01-05,1", "line 3: id is 'Se\ufffdn'; expected UTF-8 text"),
    ])
    def test_line_column_and_what_was_expected(self, run, line, said):
        line = line if isinstance(line, bytes) else line.encode("utf-8")
        bad, report, answers = run((HEAD + GOOD).encode() + line + b"\n" + GOOD.replace("a,", "c,", 1).encode())
        assert bad == 1
        assert report[0].startswith(said)
        assert report[1] == "1 line could not be assessed; 2 could."
        assert [(answer["id"], answer["expected"]) for answer in answers] == [("a", "2026-12-01"), ("c", "2026-12-01")]

    def test_two_stray_quotes_spoil_their_own_lines_and_none_between(self, run):
        bad, report, answers = run(HEAD + 'b,add,"scotland,2026-01-05,1\n' + GOOD + 'c,add,"scotland,2026-01-05,1\n')
        assert bad == 2
        assert [said.split(" has ")[0] for said in report[:2]] == ["line 2: division", "line 4: division"]
        assert [answer["id"] for answer in answers] == ["a"]

    def test_many_are_reported_in_the_order_of_the_file(self, run):
        bad, report, _ = run(HEAD + "x,add,scotland,2045-01-05,1\ny,add,nowhere,2026-01-05,1\n" + GOOD)
        assert bad == 2
        assert [said.split(":")[0] for said in report[:2]] == ["line 2", "line 3"]


class TestGenerous:
    def test_about_marks_line_ends_blank_lines_spaces_and_other_columns(self, run):
        text = (
            "\ufeffnote, days,id,operation,division,start_date,expected\r\n\r\n"
            "x, 1 ,a, add ,scotland,2026-11-27,\r\n,,,,,,\r\n"
        )
        bad, report, answers = run(text)
        assert (bad, report) == (0, [])
        assert answers == [{"id": "a", "expected": "2026-12-01"}]

    def test_about_whole_numbers_that_went_through_a_data_frame(self, run):
        bad, report, answers = run(HEAD + "a,add,scotland,2026-11-27,1.0\n")
        assert (bad, report, answers[0]["expected"]) == (0, [], "2026-12-01")

    def test_about_another_encoding_in_a_column_that_is_not_read(self, run):
        text = b"id,note,operation,division,start_date,days\na,caf\xe9,add,scotland,2026-11-27,1\n"
        assert run(text) == (0, [], [{"id": "a", "expected": "2026-12-01"}])

    def test_a_quoted_line_break_does_not_lose_count(self, run):
        text = (
            'id,note,operation,division,start_date,days\n'
            'a,"one\ntwo",add,scotland,2026-11-27,1\nb,,add,scotland,never,1\n'
        )
        _, report, _ = run(text)
        assert report[0].startswith("line 4: start_date is 'never'")

    def test_a_file_longer_than_a_batch_keeps_its_order(self, run):
        rows = 20_000
        bad, _, answers = run(HEAD + "".join(f"{n},is_working_day,scotland,2026-11-27,\n" for n in range(rows)))
        assert bad == 0
        assert [answer["id"] for answer in answers] == [str(n) for n in range(rows)]


class TestFilesThatCannotBeUsed:
    def test_a_missing_column_is_named(self, run):
        bad, report, answers = run("id,operation\n")
        assert (bad, answers) == (1, None)
        assert report[0].endswith("in.csv: has no column called division, start_date; it has: id, operation")

    def test_a_column_that_is_there_twice_is_named(self, run):
        bad, report, answers = run("id,operation,division,start_date,days,days\na,add,scotland,2026-11-27,1,2\n")
        assert (bad, answers) == (1, None)
        assert report[0].endswith("in.csv: has more than one column called days")

    def test_an_empty_file(self, run):
        bad, report, answers = run("")
        assert (bad, answers) == (1, None)
        assert "has no column called id" in report[0]

    def test_a_name_that_is_no_table(self, run):
        bad, report, _ = run(HEAD, name="lottery")
        assert bad == 1
        assert "there are no cases called 'lottery'; there are:" in report[0]
        assert "working_days" in report[0]

    def test_text_in_another_encoding(self, run):
        bad, report, _ = run("id,caf\xe9\n".encode("latin-1"))
        assert (bad, "is not UTF-8 text" in report[0]) == (1, True)

    def test_a_file_that_is_not_there(self, tmp_path):
        said = []
        cases, out = tmp_path / "no.csv", tmp_path / "o.csv"
        assert assess_cases(name="working_days", cases=cases, out=out, report=said.append) == 1
        assert "No such file" in said[0]

    def test_the_answers_are_never_written_over_the_cases(self, tmp_path):
        cases, said = tmp_path / "in.csv", []
        cases.write_text(HEAD + GOOD)
        assert assess_cases(name="working_days", cases=cases, out=cases, report=said.append) == 1
        assert said[0].endswith("the answers would be written over the cases; name another file for them")
        assert cases.read_text() == HEAD + GOOD

    def test_a_link_in_the_answers_place_is_written_through_and_never_replaced(self, tmp_path):
        """/dev/stdout is a link; where the output is redirected it leads to a file."""
        (tmp_path / "in.csv").write_text(HEAD + GOOD)
        (tmp_path / "real.csv").touch()
        link = tmp_path / "stdout"
        link.symlink_to(tmp_path / "real.csv")
        assert assess_cases(name="working_days", cases=tmp_path / "in.csv", out=link, report=print) == 0
        assert link.is_symlink()
        assert (tmp_path / "real.csv").read_text() == "id,expected\na,2026-12-01\n"
