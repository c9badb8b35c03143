"""Habits that an import linter cannot see."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "entitle"
SCHEMES = [folder.name for folder in (PACKAGE / "schemes").iterdir() if (folder / "scheme.py").exists()]


def code(*, outside: tuple[str, ...] = ()) -> list[Path]:
    return [
        path
        for path in PACKAGE.rglob("*.py")
        if "migrations" not in path.parts and not any(part in path.parts for part in outside)
    ]


class TestSchemes:
    def test_there_is_a_scheme(self) -> None:
        assert "state_pension" in SCHEMES

    def test_no_scheme_is_named_outside_its_folder(self) -> None:
        """The demonstration, which must claim something, excepted."""
        named = [
            f"{path.relative_to(ROOT)}:{number}"
            for path in code(outside=("tests", "schemes", "simulation"))
            for number, line in enumerate(path.read_text().splitlines(), 1)
            for scheme in SCHEMES
            if scheme in line
        ]
        assert named == []


class TestDoors:
    def test_a_channel_never_opens_a_transaction(self) -> None:
        assert [
            str(path)
            for path in code()
            if "channels" in path.parts and "tests" not in path.parts and "atomic" in path.read_text()
        ] == []

    @pytest.mark.parametrize("path", sorted((PACKAGE / "procedures").glob("[a-z]*.py")), ids=lambda path: path.stem)
    def test_a_procedure_is_one_public_keyword_only_function_named_like_its_file(self, path: Path) -> None:
        if path.stem == "errors":
            return
        functions = [
            node
            for node in ast.parse(path.read_text()).body
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
        ]
        assert [function.name for function in functions] == [path.stem]
        assert not functions[0].args.args

    def test_no_import_hides_inside_a_function(self) -> None:
        hidden = [
            f"{path.relative_to(ROOT)}:{inner.lineno}"
            for path in code(outside=("tests",))
            for node in ast.walk(ast.parse(path.read_text()))
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
            for inner in ast.walk(node)
            if isinstance(inner, ast.Import | ast.ImportFrom)
        ]
        assert hidden == []

    def test_nothing_imports_for_types_alone(self) -> None:
        assert [str(path) for path in code() if "TYPE_CHECKING" in path.read_text()] == []


class TestWordsAreHeeded:
    """Whatever a person says may mean danger: every verb that takes words in passes them to `heed_words`."""

    TAKES_WORDS = {"answers", "words", "why", "summary", "cause", "note", "reason", "because", "complaint",
                   "outcome", "comment", "text", "message", "remedy", "answer", "said", "details"}
    _OF_AN_AWARD = ("guard_award", "suspend_award", "keep_suspended", "resume_award", "end_award")
    NOT_WORDS_OF_A_CUSTOMER = {
        "answer_together": "answers by answer_questions",
        "key_in_form": "answers by answer_questions",
        "key_in_pack_form": "received by receive_intake",
        "spoil_pack_forms": "an officer says why a blank form will not come back",
        "queue_call": "the words came in by receive_call_event",
        "heed_words": "is where they are heeded",
        "open_safeguarding": "is what is done about them",
        "receive_intake": "heeded as it is passed or stopped", "receive_offline_claim": "received by receive_intake",
        "mend_intake": "heeded as it is passed again",
        "compare_intake": "heeded as it is stopped",
        "mend_handover": "heeded as they were given for the claim",
        "begin_call": "one of a few reasons to look",
        "name_caller": "one of a few reasons to look",
        "look_at_record": "one of a few reasons to look", "write_look": "one of a few reasons to look",
        "cancel_appointment": "one of a few reasons",
        "move_appointment": "one of a few reasons",
        "gather_facts": "reads what was answered",
        "record_sending": "what a sending service says",
        "take_bank_report": "what a bank says", "take_handover_feedback": "what another body says",
        "find_party": "names and addresses that were answered before",
        "invite_party": "names and addresses that were answered before",
        "flag_vulnerability": "an officer takes care already",
        "do_safeguarding_point": "of a plan that is open", "close_safeguarding": "of a plan that is open",
        **dict.fromkeys(("begin_contingency", "give_up_debt", "plan_recovery", *_OF_AN_AWARD, "refuse_intake",
                         "cancel_call_back", "check_look", "decide_again", "decide_advance", "refuse_advance",
                         "end_representative", "finish_work",
                         "judge_cause", "judge_evidence", "restrict_record", "return_claim", "review_before_stop",
                         "settle_vulnerability"),
                        "an officer's own finding"),
    }

    def test_by_every_verb_that_takes_them(self) -> None:
        procedures = {path.stem: path.read_text() for path in (PACKAGE / "procedures").glob("*.py")}
        takes = {name for name, text in procedures.items() for node in ast.parse(text).body
                 if isinstance(node, ast.FunctionDef) and node.name == name
                 and self.TAKES_WORDS & {argument.arg for argument in node.args.kwonlyargs}}
        heeds = {name for name, text in procedures.items() if "heed_words(words=" in text}
        assert sorted(takes - heeds - set(self.NOT_WORDS_OF_A_CUSTOMER)) == []
        assert sorted(set(self.NOT_WORDS_OF_A_CUSTOMER) - takes) == []


class TestMoney:
    def test_only_kernel_money_divides_money(self) -> None:
        """Below the Django line a single slash is a path; a floor division of pence is kernel.money's alone."""
        rules = [path for path in code(outside=("tests",)) if {"rules", "schemes", "law"} & set(path.parts)]
        dividing = [
            f"{path.relative_to(ROOT)}:{node.lineno}"
            for path in rules
            if "schemes" in path.parts and "rules" in path.parts
            for node in ast.walk(ast.parse(path.read_text()))
            if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div)
        ]
        assert dividing == []

    def test_no_money_test_has_a_tolerance(self) -> None:
        tolerant = [
            str(path)
            for path in (*PACKAGE.rglob("test_*.py"), *(ROOT / "tests").rglob("test_*.py"))
            if re.search(r"pytest\.approx|isclose|assertAlmostEqual", path.read_text())
            and path.name != "test_habits.py"
        ]
        assert tolerant == []


class TestTheProjectStandsAlone:
    def test_locks_hold_versions_and_hashes_and_no_address(self) -> None:
        for lock in (*(ROOT / "requirements").glob("*.txt"), ROOT / "package-lock.json"):
            assert "://" not in lock.read_text(), lock.name

    def test_no_test_is_skipped(self) -> None:
        skipping = re.compile(r"pytest\.(skip|mark\.skip|mark\.xfail|importorskip)")
        assert [
            str(path)
            for path in (*PACKAGE.rglob("test_*.py"), *(ROOT / "tests").rglob("test_*.py"))
            if skipping.search(path.read_text()) and path.name != "test_habits.py"
        ] == []
