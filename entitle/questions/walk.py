"""The path through a question set, derived from the answers each time: nothing about progress is stored."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from entitle.questions.question import Question
from entitle.questions.question_set import QuestionSet

_NOTHING: Mapping[str, Any] = {}


@dataclass(frozen=True)
class Path:
    """Where someone is in a question set.

    `asked` are the questions on the path with an answer, in order; `known` those that the record answered, so nobody is
    asked; `next` the first still to ask and `ahead` those after it, as things stand.
    """

    asked: tuple[Question, ...]
    next: Question | None
    known: tuple[Question, ...] = ()
    ahead: tuple[Question, ...] = ()

    @property
    def complete(self) -> bool:
        return self.next is None

    @property
    def before_next(self) -> Question | None:
        """The last question answered, for a "back" link."""
        return self.asked[-1] if self.asked else None


def walk(question_set: QuestionSet, answers: Mapping[str, Any], known: Mapping[str, Any] = _NOTHING) -> Path:
    """Walk a set from its first question.

    `answers` are this draft's, by fact: None answers an optional question that was left blank. `known` are facts of the
    record, which are not asked; they may also be passed among the answers. Stored (JSON) values will do for both.
    """
    asked, already_known, to_ask = [], [], []
    seen = _facts_from_elsewhere(question_set, answers, known)
    for question in question_set:
        if question.when and not question.when.holds(seen):
            continue
        if _is_answered(question, answers):
            asked.append(question)
            seen[question.fact] = answers[question.fact]
        elif known.get(question.fact) is not None:
            already_known.append(question)
            seen[question.fact] = known[question.fact]
        else:
            to_ask.append(question)
    return Path(tuple(asked), to_ask[0] if to_ask else None, tuple(already_known), tuple(to_ask[1:]))


def on_path(question_set: QuestionSet, answers: Mapping[str, Any],
            known: Mapping[str, Any] = _NOTHING) -> dict[str, Any]:
    """The answers less those to questions of this set that are off its path; facts it does not ask for stay."""
    reached = {question.fact for question in walk(question_set, answers, known).asked}
    asks_for = set(question_set.facts)
    return {fact: value for fact, value in answers.items() if fact in reached or fact not in asks_for}


def _is_answered(question: Question, answers: Mapping[str, Any]) -> bool:
    return question.fact in answers and (question.optional or answers[question.fact] is not None)


def _facts_from_elsewhere(question_set: QuestionSet, answers: Mapping[str, Any],
                          known: Mapping[str, Any]) -> dict[str, Any]:
    asks_for = set(question_set.facts)
    return {fact: value for fact, value in {**known, **answers}.items() if fact not in asks_for}
