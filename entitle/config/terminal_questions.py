"""A benefit's questions asked one by one in a terminal, in either language: the same set as every other door."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rich.console import Console
from rich.markup import escape

from entitle.facts.fact import from_json
from entitle.kernel.words import Words
from entitle.questions.kinds import address, name
from entitle.questions.kinds.answering import Checks, Unanswerable
from entitle.questions.question import Question
from entitle.questions.question_set import QuestionSet
from entitle.questions.walk import on_path, walk

_PARTS: dict[str, dict[str, Words]] = {
    "name": dict(name.LABELS),
    "address": {part: label for part, (label, *_) in address.PARTS.items()},
    "bank_account": {
        "account-name": Words("Name on the account", cy="Enw ar y cyfrif"),
        "sort-code": Words("Sort code", cy="Cod didoli"),
        "account-number": Words("Account number", cy="Rhif y cyfrif"),
        "roll-number": Words("Building society roll number (optional)", cy="Rhif rôl cymdeithas adeiladu (dewisol)"),
    },
}
"""The fields of kinds that have more than one, by what their fields are called."""
_YES_NO = Words("yes or no", cy="ie neu na")
_YES, _NO = {"y", "yes", "ie", "ydw", "ydy"}, {"n", "no", "na", "nac ydw", "nac ydy"}
_BLANK = Words("Leave it blank if you do not want to answer.", cy="Gadewch yn wag os nad ydych am ateb.")
_MORE = Words("How many?", cy="Sawl un?")


class NotAnAnswer(ValueError):
    """Something in a file of answers is not one; the message names the question and says what would be."""


def ask_all(questions: QuestionSet, *, console: Console, language: str, checks: Checks) -> dict[str, Any]:
    """Walk the set, asking until each answer can be taken. Documents are sent another way, and are passed over."""
    said: dict[str, Any] = {}
    while (question := walk(questions, said).next) is not None:
        said[question.fact] = None if question.kind.name == "document" else _ask(question, console, language, checks)
    return said


def read_all(questions: QuestionSet, *, written: Mapping[str, Any], checks: Checks) -> dict[str, Any]:
    """Answers from a file, each checked by its question; those to optional questions may be left out.

    Raises NotAnAnswer for a fact that is not asked for, one that is missing, or a value that its question refuses.
    """
    asked = {question.fact: question for question in questions}
    strange = sorted(set(written) - set(asked))
    if strange:
        raise NotAnAnswer(f"nobody is asked for {', '.join(strange)}; the questions are about: {', '.join(asked)}")
    said = {
        question.fact: written.get(question.fact)
        for question in questions
        if question.fact in written or question.optional
    }
    for fact, value in said.items():
        problems = asked[fact].check(value, checks)
        if problems:
            raise NotAnAnswer(f"{fact}: {problems[0].message.en}")
    missing = walk(questions, said).next
    if missing is not None:
        raise NotAnAnswer(f"{missing.fact} is not answered: {missing.ask.en}")
    return {fact: from_json(questions.dictionary[fact], value) for fact, value in on_path(questions, said).items()}


def _ask(question: Question, console: Console, language: str, checks: Checks) -> Any:
    console.print(f"\n[bold]{escape(question.ask[language])}[/bold]")
    if question.hint:
        console.print(f"[dim]{escape(question.hint[language])}[/dim]")
    if question.optional:
        console.print(f"[dim]{_BLANK[language]}[/dim]")
    while True:
        posted = dict(_typed(question, question.field_id, console, language))
        try:
            return question.parse(posted, language, checks)
        except Unanswerable as problem:
            for error in problem.errors:
                console.print(f"[red]{escape(error.message[language])}[/red]")


def _typed(question: Any, field: str, console: Console, language: str) -> Iterator[tuple[str, str]]:
    """What was typed, by field, as a page would post it."""
    kind = question.kind
    if kind.name == "repeat":
        rows = console.input(f"{_MORE[language]} ")
        for row in range(1, (int(rows) if rows.isdecimal() else 1) + 1):
            for each in kind.questions:
                console.print(f"{row}. {escape(each.ask[language])}")
                yield from _typed(each, kind.row_name(field, row, each), console, language)
    elif kind.name in _PARTS:
        for part, label in _PARTS[kind.name].items():
            yield f"{field}-{part}", console.input(f"{label[language]}: ")
    elif kind.name == "choice":
        for number, choice in enumerate(kind.choices, 1):
            console.print(f"  {number}. {escape(choice.label[language])}")
        wrote = console.input("> ").strip()
        chosen = int(wrote) - 1 if wrote.isdecimal() else -1
        yield field, kind.choices[chosen].value if 0 <= chosen < len(kind.choices) else wrote
    elif kind.name == "yes_no":
        wrote = console.input(f"({_YES_NO[language]}) ").strip().lower()
        yield field, "yes" if wrote in _YES else "no" if wrote in _NO else wrote
    else:
        yield field, console.input("> ")
