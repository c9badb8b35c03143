"""A list that grows: the same few questions for each of several things. It works without JavaScript."""
from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Self

from markupsafe import Markup

from entitle.facts.fact import Fact
from entitle.kernel.words import ENGLISH, Words
from entitle.questions.kinds import phrases
from entitle.questions.kinds.answering import NO_CHECKS, Checks, FieldError, Unanswerable, written
from entitle.questions.kinds.kind import Asked, Kind, Spoken
from entitle.questions.kinds.view import View, component

_CONTINUE = Words("Continue", cy="Parhau")
_ANOTHER = Words("Add another", cy="Ychwanegu un arall")
_REMOVE = Words("Remove", cy="Tynnu")
_THEN_ASK = Words("For each one, ask the questions below. Then ask: “Is there another?”",
                  cy="Ar gyfer pob un, gofynnwch y cwestiynau isod. Yna gofynnwch: “Oes un arall?”")
_MORE_ROOM = Words("If you need more room, carry on on a separate sheet.",
                   cy="Os oes angen mwy o le arnoch, parhewch ar ddalen arall.")
_TOO_MANY = Words("{called}: list {most} at most. Tell us about any more by phone.",
                  cy="{called}: rhestrwch {most} ar y mwyaf. Ffoniwch ni am unrhyw rai eraill.")
_NOT_ALONE = frozenset({"yes_no", "count", "choice"})
"""Kinds whose answers say nothing without the question."""


@dataclass(frozen=True, kw_only=True)
class Repeat(Kind):
    """A list of rows, each {fact: value}. Every sub-question has its own fact in the dictionary.

    A page posts its rows numbered from 1, and `<field>-add`, or `<field>-remove` with a row's number, to have one more
    or one less: `read` then raises Unanswerable without errors, and with the rows to show next.
    """

    name: ClassVar[str] = "repeat"
    questions: tuple[Asked, ...]
    each: Words
    """What one row is called: "Country"."""
    at_most: int = 20

    def __post_init__(self) -> None:
        if any(isinstance(question.kind, Repeat) for question in self.questions):
            raise ValueError("a list cannot hold another list")

    def bound_to(self, fact: Fact, facts: Mapping[str, Fact], *, called: Words, missing: Words | None,
                 optional: bool) -> Self:
        bound = super().bound_to(fact, facts, called=called, missing=missing, optional=optional)
        return replace(bound, questions=tuple(question.bound_to(facts) for question in self.questions))

    def row_name(self, name: str, row: int, question: Asked) -> str:
        """The field of one sub-question of one row: 'trips-2-trip-country'."""
        return f"{name}-{row}-{question.field_id}"

    def read(self, posted: Mapping[str, str], name: str, checks: Checks) -> list[dict[str, Any]] | None:
        rows = self._rows_posted(posted, name)
        self._change_rows(posted, name, rows)
        shown = self._renumbered(posted, name, rows)
        value: list[dict[str, Any]] = []
        errors: list[FieldError] = []
        for row in range(1, min(len(rows), self.at_most) + 1):
            found = {}
            for question in self.questions:
                field = self.row_name(name, row, question)
                try:
                    found[question.fact] = question.kind.parse(shown, field, checks=checks)
                except Unanswerable as problem:
                    errors.extend(problem.errors)
            value.append({fact: answer for fact, answer in found.items() if answer is not None})
        if len(rows) > self.at_most:
            errors.append(self._too_many(name))
        if errors:
            raise Unanswerable(errors, shown)
        return value or None

    def _rows_posted(self, posted: Mapping[str, str], name: str) -> list[int]:
        """The numbers of the rows in which anything was written."""
        pattern = re.compile(re.escape(name) + r"-([0-9]{1,3})-")
        numbers = sorted({int(found[1]) for key in posted if isinstance(key, str) and (found := pattern.match(key))})
        return [row for row in numbers if not self._row_is_blank(posted, name, row)]

    def _row_is_blank(self, posted: Mapping[str, str], name: str, row: int) -> bool:
        return all(question.kind.is_blank(posted, self.row_name(name, row, question)) for question in self.questions)

    def _change_rows(self, posted: Mapping[str, str], name: str, rows: list[int]) -> None:
        """Raise with the rows to show next where a row was asked for or taken away."""
        adds, removes = written(posted, f"{name}-add"), written(posted, f"{name}-remove")
        if not (adds or removes):
            return
        kept = [row for row in rows if str(row) != removes]
        shown = self._renumbered(posted, name, kept)
        if adds and len(kept) < self.at_most:
            shown[f"{name}-rows"] = str(len(kept) + 1)
        raise Unanswerable((), shown)

    def _renumbered(self, posted: Mapping[str, str], name: str, rows: list[int]) -> dict[str, str]:
        shown = {}
        for number, row in enumerate(rows, 1):
            for question in self.questions:
                was, now = self.row_name(name, row, question), self.row_name(name, number, question)
                shown.update({now + field.removeprefix(was): written(posted, field)
                              for field in question.kind.fields(was) if field in posted})
        return shown

    def check(self, value: Any, name: str, checks: Checks = NO_CHECKS) -> tuple[FieldError, ...]:
        if not isinstance(value, list) or not value:
            return (self.nothing_said(name),)
        if len(value) > self.at_most:
            return (self._too_many(name),)
        errors: list[FieldError] = []
        for number, row in enumerate(value, 1):
            for question in self.questions:
                field = self.row_name(name, number, question)
                answer = row.get(question.fact) if isinstance(row, dict) else None
                if answer is not None:
                    errors.extend(question.kind.check(answer, field, checks))
                elif not question.optional:
                    errors.append(question.kind.nothing_said(field))
        return tuple(errors)

    def nothing_said(self, name: str) -> FieldError:
        return FieldError(self._first_field(name), super().nothing_said(name).message)

    def _too_many(self, name: str) -> FieldError:
        return self.error(self._first_field(name), _TOO_MANY, most=self.at_most)

    def _first_field(self, name: str) -> str:
        first = self.questions[0]
        return first.kind.nothing_said(self.row_name(name, 1, first)).field_id

    def is_blank(self, posted: Mapping[str, str], name: str) -> bool:
        return not self._rows_posted(posted, name)

    def typed(self, value: Any, name: str) -> dict[str, str]:
        shown = {}
        for number, row in enumerate(value, 1):
            for question in self.questions:
                if row.get(question.fact) is not None:
                    shown.update(question.kind.typed(row[question.fact], self.row_name(name, number, question)))
        return shown

    def draw(self, view: View) -> Markup:
        rows = self._rows_posted(view.shown, view.name)
        asked_for = view.holds(f"{view.name}-rows")
        wanted = int(asked_for) if re.fullmatch("[0-9]{1,3}", asked_for) else 1
        count = min(max(rows[-1] if rows else 1, wanted), self.at_most)
        drawn = Markup("").join(self._draw_row(view, row, count) for row in range(1, count + 1))
        first = _button(view, _CONTINUE, hidden=True)  # what the Enter key presses, instead of the first "Remove"
        another = _button(view, _ANOTHER, name=f"{view.name}-add", value="yes") if count < self.at_most else Markup("")
        return first + view.group(drawn + another)

    def _draw_row(self, view: View, row: int, count: int) -> Markup:
        title = f"{view.text(self.each)} {row}"
        inside = Markup("").join(question.kind.draw(view.within(
            self.row_name(view.name, row, question), question.ask, question.hint, question.optional))
            for question in self.questions)
        remove = Markup("")
        if count > 1:
            remove = _button(view, _REMOVE, name=f"{view.name}-remove", value=str(row), about=title)
        legend = {"text": title, "classes": "govuk-fieldset__legend--m"}
        return component("fieldset")({"legend": legend, "html": inside + remove, "classes": "govuk-!-margin-bottom-6"})

    def telephone(self, question: Asked) -> Spoken:
        return Spoken(None, _THEN_ASK)

    def print(self, question: Asked, language: str = ENGLISH) -> Markup:
        rows = Markup("").join(
            Markup('<div class="row"><h3>{} {}</h3>{}</div>').format(self.each[language], number, Markup("").join(
                _printed(part, language) for part in self.questions)) for number in (1, 2, 3))
        return rows + Markup('<p class="instruction">{}</p>').format(_MORE_ROOM[language])

    def schema(self) -> dict[str, Any]:
        return {"type": "array", "minItems": 1, "maxItems": self.at_most, "items": {
            "type": "object", "additionalProperties": False,
            "required": [question.fact for question in self.questions if not question.optional],
            "properties": {question.fact: question.kind.schema() for question in self.questions}}}

    def summary(self, value: Any, language: str = ENGLISH) -> str:
        return ";\n\n".join("".join(_told(question, row[question.fact], language) for question in self.questions
                                   if row.get(question.fact) is not None).lstrip(",\n ") for row in value)


def _told(question: Asked, value: Any, language: str) -> str:
    """One answer of a row, after a comma; a bare "Yes" or "60" has a line to itself with what it answers."""
    words = question.kind.summary(value, language)
    return f",\n{question.kind.called[language]}: {words}" if question.kind.name in _NOT_ALONE else f", {words}"


def _printed(question: Asked, language: str) -> Markup:
    """One question of a row on paper."""
    asked = question.ask[language] + (f" ({phrases.OPTIONAL[language]})" if question.optional else "")
    hint = Markup('<p class="hint">{}</p>').format(question.hint[language]) if question.hint else Markup("")
    return Markup('<p class="ask">{}</p>{}{}').format(asked, hint, question.kind.print(question, language))


def _button(view: View, words: Words, *, name: str = "", value: str = "", about: str = "",
            hidden: bool = False) -> Markup:
    text = Markup("{}").format(view.text(words))
    if about:
        text += Markup(' <span class="govuk-visually-hidden">{}</span>').format(about)
    attributes = {"tabindex": "-1", "aria-hidden": "true"} if hidden else {}
    classes = "govuk-visually-hidden" if hidden else "govuk-button--secondary"
    return component("button")({"html": text, "classes": classes, "attributes": attributes, "preventDoubleClick": False,
                                "name": name or None, "value": value or None})
