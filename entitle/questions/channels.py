"""A whole question set on each channel: telephone script, printed form, JSON Schema, web outline, offline page."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, Template

from entitle.kernel.words import ENGLISH, WELSH, Words
from entitle.questions import outline
from entitle.questions.conditions import Condition
from entitle.questions.kinds import Repeat
from entitle.questions.kinds.kind import Asked
from entitle.questions.question import Question
from entitle.questions.question_set import QuestionSet

_NOTHING: Mapping[str, Any] = {}
_SCRIPT = Words("Telephone script", cy="Sgript ffôn")
_ASK_ONLY_IF = Words("Ask only if {condition}.", cy="Gofynnwch dim ond os {condition}.")
_ANSWER_ONLY_IF = Words("Answer this only if {condition}.", cy="Atebwch hwn dim ond os {condition}.")
_SAY, _THEN = Words("Say", cy="Dywedwch"), Words("Then say", cy="Yna dywedwch")
_IF_ASKED, _CHECK = Words("If asked", cy="Os gofynnir"), Words("Check", cy="Gwiriwch")
_MAY_PASS = Words("They may leave this unanswered.", cy="Gallant adael hwn heb ei ateb.")
_READ_OUT = Words("Read out, and ask whether they agree", cy="Darllenwch yn uchel, a gofynnwch a ydynt yn cytuno")


@dataclass(frozen=True)
class ScriptLine:
    """One question as an agent asks it: what to say, what may be said besides, and how to check the answer."""

    ask_only_if: str
    say: str
    then_say: str
    if_asked: str
    check: str
    may_pass: bool


def script_line(question: Asked, language: str = ENGLISH, when: Condition | None = None,
                say: Words | None = None) -> ScriptLine:
    """The script of one question, for the agent's page beside its fields."""
    spoken = question.kind.telephone(question)
    return ScriptLine(
        ask_only_if=_ASK_ONLY_IF[language].format(condition=when.in_words(language)) if when else "",
        say=(say or question.ask)[language],
        then_say=spoken.say[language] if spoken.say else "",
        if_asked=question.hint[language] if question.hint else "",
        check=spoken.check[language],
        may_pass=question.optional,
    )


def telephone_script(question_set: QuestionSet, language: str = ENGLISH) -> str:
    """The whole conversation as plain text, in the order of the set."""
    told = [question_set.title[language], _SCRIPT[language], ""]
    for number, question in enumerate(question_set, 1):
        told.append(f"{number}. {question.kind.called[language]}")
        told += _spoken_lines(script_line(question, language, question.when, question.say), language, "   ")
        if isinstance(question.kind, Repeat):
            for part in question.kind.questions:
                told.append(f"   - {part.kind.called[language]}")
                told += _spoken_lines(script_line(part, language), language, "     ")
        told.append("")
    if question_set.declaration:
        told += [f"{_READ_OUT[language]}: “{question_set.declaration[language]}”", ""]
    return "\n".join(told)


def _spoken_lines(line: ScriptLine, language: str, margin: str) -> list[str]:
    parts = [
        line.ask_only_if,
        f"{_SAY[language]}: “{line.say}”",
        f"{_THEN[language]}: “{line.then_say}”" if line.then_say else "",
        f"{_IF_ASKED[language]}: “{line.if_asked}”" if line.if_asked else "",
        f"{_CHECK[language]}: {line.check}",
        _MAY_PASS[language] if line.may_pass else "",
    ]
    return [margin + part for part in parts if part]


def printed_form(question_set: QuestionSet, language: str = ENGLISH, reference: str = "", *, qr_image: str = "",
                 answers: Mapping[str, Any] = _NOTHING, large_print: bool = False) -> str:
    """The form as HTML fit for an accessible PDF.

    `reference` is the opaque code by which the form is found again and `qr_image` a data address of it as a picture: no
    personal data belongs in either. Questions answered among `answers` are left out, as are those that the answers put
    off the path; the others keep their numbers, so "question 14" is the same question at every door.
    """
    left = left_to_ask(question_set, answers)
    rows = [{
        "number": number, "ask": question.ask[language], "hint": question.hint[language] if question.hint else "",
        "optional": question.optional, "proof": question.proof is not None, "long": isinstance(question.kind, Repeat),
        "answer": question.kind.print(question, language),
        "only_if": _printed_condition(question, question_set, language),
    } for number, question in enumerate(question_set, 1) if question in left]
    page: str = _printed_template().render(
        rows=rows, title=question_set.title[language], language=language, reference=reference, qr_image=qr_image,
        declaration=question_set.declaration[language] if question_set.declaration else "", welsh=language == WELSH,
        large_print=large_print)
    return page


@cache
def _printed_template() -> Template:
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True,
                              loader=PackageLoader("entitle.questions", "templates"))
    return environment.get_template("printed_form.jinja")


def _printed_condition(question: Question, question_set: QuestionSet, language: str) -> str:
    if question.when is None:
        return ""
    return _ANSWER_ONLY_IF[language].format(condition=question.when.in_words(language, question_set.numbers))


def left_to_ask(question_set: QuestionSet, answers: Mapping[str, Any]) -> list[Question]:
    """The questions that a form with these answers still asks: those that may have to be answered, in order."""
    return [question for question in question_set if not _is_settled(question, answers)]


def _is_settled(question: Question, answers: Mapping[str, Any]) -> bool:
    """Whether nothing is left to write: it is answered, or its condition is known not to hold."""
    if question.fact in answers and (question.optional or answers[question.fact] is not None):
        return True
    if question.when is None or question.when.holds(answers):
        return False
    return all(fact in answers for fact in question.when.facts)


def json_schema(question_set: QuestionSet) -> dict[str, Any]:
    """Draft 2020-12: an object of facts; conditions are if, then and else. An answer off the path is not accepted."""
    properties, required, conditional = {}, [], []
    for question in question_set:
        schema = question.kind.schema()
        if question.optional:
            schema = {"anyOf": [schema, {"type": "null"}]}
        properties[question.fact] = {"title": question.kind.called.en, "description": question.ask.en, **schema}
        if question.when:
            needed = {} if question.optional else {"required": [question.fact]}
            conditional.append({"if": question.when.to_schema(), "then": needed,
                                "else": {"properties": {question.fact: False}}})
        elif not question.optional:
            required.append(question.fact)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": f"urn:entitle:questions:{question_set.name}", "title": question_set.title.en,
            "type": "object", "additionalProperties": False, "required": required,
            "properties": properties, "allOf": conditional}


def web_outline(question_set: QuestionSet, language: str = ENGLISH) -> str:
    """What each page of the web form holds, read from the pages themselves: for review, and for a golden file."""
    told = [question_set.title[language], ""]
    for number, question in enumerate(question_set, 1):
        told.append(f"{number}. {question.fact} ({question.kind.name})")
        if question.when:
            told.append(f"   only if {question.when.in_words(language)}" if language == ENGLISH
                        else f"   dim ond os {question.when.in_words(language)}")
        told += [f"   {line}" for line in outline.of(question.web(language=language))]
        told += [f"   ! #{error.field_id} {error.message[language]}" for error in question.check(None)]
        told.append("")
    return "\n".join(told)


def offline_data(question_set: QuestionSet) -> dict[str, Any]:
    """The set for a page that walks by itself: each question's fields in both languages, and its condition as data.

    A page reads a yes_no field as true or false, a choice as its value, and any other question as known once one of its
    `fields` holds text. A list is drawn with two rows, for the page to draw more from. The server parses and walks
    again when the answers arrive.
    """
    return {
        "name": question_set.name, "title": _both(question_set.title),
        "declaration": _both(question_set.declaration) if question_set.declaration else None,
        "questions": [{"number": number, **walked, **_drawn(question)} for number, (question, walked) in enumerate(
            zip(question_set, walked_data(question_set), strict=True), 1)],
    }


def walked_data(question_set: QuestionSet) -> list[dict[str, Any]]:
    """What a walk needs of each question, in order: its fact, kind, fields, and its condition as data."""
    return [{
        "fact": question.fact, "field": question.field_id, "kind": question.kind.name,
        "fields": list(question.kind.fields(question.field_id)), "optional": question.optional,
        "when": question.when.to_data() if question.when else None,
    } for question in question_set]


def _drawn(question: Question) -> dict[str, Any]:
    """Its words and its fields, in both languages."""
    rows: dict[str, str] | None = None
    of_lists: dict[str, Any] = {}
    if isinstance(question.kind, Repeat):
        rows = {f"{question.field_id}-rows": "2"}
        of_lists = {"at_most": question.kind.at_most, "each": _both(question.kind.each)}
    return {
        "ask": _both(question.ask), "called": _both(question.kind.called),
        "missing": _both(question.kind.nothing_said(question.field_id).message), **of_lists,
        "html": {language: str(question.web(posted=rows, language=language)) for language in (ENGLISH, WELSH)},
    }


def _both(words: Words) -> dict[str, str]:
    return {ENGLISH: words.en, WELSH: words[WELSH]}
