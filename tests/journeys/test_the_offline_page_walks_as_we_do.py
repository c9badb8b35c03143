"""One interpreter in Python, one in the browser: every question set, walked by both over the same made-up answers."""
from __future__ import annotations

import json
import random
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from entitle.blueprint import registry
from entitle.questions.channels import walked_data
from entitle.questions.question import Question
from entitle.questions.question_set import QuestionSet
from entitle.questions.walk import walk

HERE = Path(__file__).parent
CASES = 200


def every_set() -> Iterator[QuestionSet]:
    for scheme in registry.schemes().values():
        yield scheme.claim
        yield from (further.questions for further in scheme.further)


def made_up(question: Question, chance: random.Random) -> Any:
    """One answer: of a kind that conditions read, one of those it can have; of any other, something written."""
    if question.kind.name == "yes_no":
        return chance.random() < 0.6
    if question.kind.name == "choice":
        return chance.choice(question.kind.choices).value
    return "Llŷr O’Neill"


def typed(question: Question, value: Any) -> dict[str, str]:
    """The same, as it lies in the page's fields."""
    if question.kind.name in ("yes_no", "choice"):
        return question.kind.typed(value, question.field_id)
    name = question.field_id
    return {f"{name}-1-row" if question.kind.name == "repeat" else question.kind.fields(name)[-1]: str(value)}


def wanted(question_set: QuestionSet) -> dict[str, list[Any]]:
    """By fact, the values that some condition waits for."""
    found: dict[str, list[Any]] = {}
    parts = [question.when.to_data() for question in question_set if question.when]
    while parts:
        part = parts.pop()
        parts += part.get("all", []) + part.get("any", [])
        if "fact" in part:
            found.setdefault(part["fact"], []).extend(part.get("is_one_of", []))
    return found


def case_of(question_set: QuestionSet, chance: random.Random) -> dict[str, Any]:
    fields: dict[str, str] = {}
    answers: dict[str, Any] = {}
    known: dict[str, Any] = {}
    answered = chance.choice((0.4, 0.8, 1.0))
    for question in question_set:
        value = made_up(question, chance)
        if chance.random() < 0.1:
            known[question.fact] = value
        if chance.random() < answered:
            answers[question.fact] = value
            fields |= typed(question, value)
        elif question.optional and chance.random() < 0.5:
            answers[question.fact] = None
    own = set(question_set.facts)
    known |= {fact: chance.choice((*values, "unheard of")) for fact, values in wanted(question_set).items()
              if fact not in own}
    return {"answers": answers, "known": known, "fields": fields,
            "passed": [fact for fact, value in answers.items() if value is None]}


def path_of(question_set: QuestionSet, case: dict[str, Any]) -> dict[str, Any]:
    path = walk(question_set, case["answers"], case["known"])
    return {"asked": [each.fact for each in path.asked], "known": [each.fact for each in path.known],
            "next": path.next.fact if path.next else None, "ahead": [each.fact for each in path.ahead]}


@pytest.fixture(scope="module")
def walked() -> list[tuple[QuestionSet, list[dict[str, Any]], list[dict[str, Any]]]]:
    """Each set, its cases, and the paths that the page finds: one run over all of them."""
    chance = random.Random(20260601)
    sets = [(each, [case_of(each, chance) for _ in range(CASES)]) for each in every_set()]
    given = [{"questions": walked_data(each),
              "cases": [{name: case[name] for name in ("fields", "passed", "known")} for case in cases]}
             for each, cases in sets]
    ran = subprocess.run(["node", HERE / "walk_offline.mjs"], input=json.dumps(given), capture_output=True, text=True,
                         check=True, timeout=60)
    return [(each, cases, paths) for (each, cases), paths in zip(sets, json.loads(ran.stdout), strict=True)]


class TestEveryQuestionSet:
    def test_is_walked_alike_in_the_browser(self, walked) -> None:
        for question_set, cases, paths in walked:
            for case, path in zip(cases, paths, strict=True):
                assert path == path_of(question_set, case), question_set.name

    def test_is_walked_down_every_branch(self, walked) -> None:
        """The cases would not show a difference in a condition that never held, or always did."""
        for question_set, _, paths in walked:
            for question in question_set:
                if question.when:
                    reached = {question.fact in [path["next"], *path["asked"], *path["known"], *path["ahead"]]
                               for path in paths}
                    assert reached == {True, False}, question.fact
