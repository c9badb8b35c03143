"""What a complaint is about, how it may end, and until when the examiner may be asked: dated, in complaints.yaml."""
from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from entitle.facts.fact import Choice as Answer
from entitle.kernel.periods import add_months
from entitle.kernel.words import Words
from entitle.questions.kinds import Choice, Text
from entitle.questions.question import Question


def complaint_categories(*, on: date) -> dict[str, Words]:
    """Those in use on a date, by name, in the order in which they are shown."""
    return {each["name"]: Words(**each["title"]) for each in _written()["categories"]
            if each["from"] <= on and ("until" not in each or on < each["until"])}


def complaint_category_words(name: str) -> Words:
    """What a category is called, though it be used no longer; its own name where nothing is known of it."""
    return next((Words(**each["title"]) for each in _written()["categories"] if each["name"] == name), Words(name))


def complaint_outcomes() -> dict[str, Words]:
    """How an answer may find, by name."""
    return {each["name"]: Words(**each["title"]) for each in _written()["outcomes"]}


def examiner_until(*, answered_on: date) -> date:
    """The last day on which the independent examiner may be asked. Raises LookupError before there was a rule."""
    rules = [each for each in _written()["examiner"] if each["from"] <= answered_on]
    if not rules:
        raise LookupError(f"nothing says how long the examiner could be asked after {answered_on}")
    return add_months(answered_on, rules[-1]["months"])


def complaint_questions(*, on: date) -> tuple[Question, ...]:
    """What every door asks of someone who complains: of what, what happened, and what would put it right."""
    answers = tuple(Answer(name, words) for name, words in complaint_categories(on=on).items())
    about = Words("What is your complaint about?", cy="Am beth mae eich cwyn?")
    happened = Words("What happened?", cy="Beth ddigwyddodd?")
    wanted = Words("What would put it right?", cy="Beth fyddai'n ei unioni?")
    return (
        Question(fact="complaint.category", ask=about, kind=Choice(
            choices=answers, called=about,
            missing=Words("Choose what your complaint is about", cy="Dewiswch am beth mae eich cwyn"))),
        Question(fact="complaint.happened", ask=happened, kind=Text(
            long=True, called=happened, missing=Words("Say what happened", cy="Dywedwch beth ddigwyddodd")),
            hint=Words("Your own words are fine. Say when it happened, if you can.",
                       cy="Mae eich geiriau eich hun yn iawn. Dywedwch pryd y digwyddodd, os gallwch.")),
        Question(fact="complaint.wanted", ask=wanted, optional=True,
                 kind=Text(long=True, called=wanted, optional=True)),
    )


def outsider_questions() -> tuple[Question, ...]:
    """What is asked besides, of someone who has no record."""
    name = Words("What is your name?", cy="Beth yw eich enw?")
    answer_to = Words("How should we answer you?", cy="Sut dylem eich ateb?")
    return (
        Question(fact="outsider.name", ask=name, kind=Text(
            called=name, missing=Words("Enter your name", cy="Rhowch eich enw"))),
        Question(fact="outsider.answer_to", ask=answer_to, kind=Text(
            long=True, called=answer_to,
            missing=Words("Say how we should answer you", cy="Dywedwch sut dylem eich ateb")),
            hint=Words("An address, an email address or a phone number that is safe to use",
                       cy="Cyfeiriad, cyfeiriad e-bost neu rif ffôn sy'n ddiogel i'w ddefnyddio")),
    )


@cache
def _written() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "complaints.yaml").read_text(encoding="utf-8"))
    return read
