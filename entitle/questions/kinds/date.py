"""A day, month and year."""
from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from markupsafe import Markup

from entitle.kernel.words import ENGLISH, Words
from entitle.questions.kinds import paper, phrases
from entitle.questions.kinds.answering import NO_CHECKS, Checks, FieldError, Unanswerable, on_one_line, written
from entitle.questions.kinds.kind import Asked, Kind, Spoken
from entitle.questions.kinds.view import View, component

PARTS = ("day", "month", "year")
_LABELS = {"day": phrases.DAY, "month": phrases.MONTH, "year": phrases.YEAR}
_LACKS = {"day": Words("a day", cy="diwrnod"), "month": Words("a month", cy="mis"),
          "year": Words("a year", cy="blwyddyn")}
_EXAMPLE = Words("For example, 27 3 1960", cy="Er enghraifft, 27 3 1960")
_YEARS = range(1850, 2151)
_IN_PART = Words("{called} must include {lacking}", cy="{called}: rhaid cynnwys {lacking}")
_BAD_YEAR = Words("{called}: the year must have 4 numbers, like 1960. You wrote '{written}'.",
                  cy="{called}: rhaid i'r flwyddyn gael 4 rhif, fel 1960. Rydych wedi ysgrifennu '{written}'.")
_NOT_REAL = Words("{called} must be a real date, like 27 3 1960. You wrote '{written}'.",
                  cy="{called}: rhaid iddo fod yn ddyddiad go iawn, fel 27 3 1960. Rydych wedi ysgrifennu '{written}'.")
_AHEAD = Words("{called} must be today or in the past", cy="{called}: rhaid iddo fod heddiw neu yn y gorffennol")
_BEHIND = Words("{called} must be today or in the future", cy="{called}: rhaid iddo fod heddiw neu yn y dyfodol")


@dataclass(frozen=True, kw_only=True)
class Date(Kind):
    """A date; months may be names, English or Welsh, and the whole of it may be typed in one box.

    `past` refuses a date after today and `future` one before it, where the door says what day it is.
    """

    name: ClassVar[str] = "date"
    past: bool = False
    future: bool = False
    birthday: bool = False
    """Whether it is the person's own date of birth, which their browser may know."""

    def fields(self, name: str) -> tuple[str, ...]:
        return (*(f"{name}-{part}" for part in PARTS), name)

    def read(self, posted: Mapping[str, str], name: str, checks: Checks) -> date | None:
        parts = {part: on_one_line(written(posted, f"{name}-{part}")) for part in PARTS}
        if not any(parts.values()):
            parts["day"] = on_one_line(written(posted, name))
        if parts["day"] and not (parts["month"] or parts["year"]):
            parts = _taken_apart(parts["day"]) or parts
        blank = [part for part in PARTS if not parts[part]]
        if len(blank) == len(PARTS):
            return None
        if blank:
            lacking = phrases.joined(tuple(_LACKS[part] for part in blank), "and", "a")
            raise Unanswerable([self.error(f"{name}-{blank[0]}", _IN_PART, lacking=lacking)])
        return self._real(parts, name)

    def _real(self, parts: Mapping[str, str], name: str) -> date:
        """The date that its parts make. Raises Unanswerable, pointing at the part that is wrong."""
        month, text = phrases.month_number(parts["month"]), " ".join(parts[part] for part in PARTS)
        day, year = _number(parts["day"]), _number(parts["year"])
        if year is not None and year not in _YEARS:
            raise Unanswerable([self.error(f"{name}-year", _BAD_YEAR, parts["year"])])
        try:
            return date(year or 0, month or 0, day or 0)
        except ValueError:
            wrong = "month" if month is None else "year" if year is None else "day"
            raise Unanswerable([self.error(f"{name}-{wrong}", _NOT_REAL, text)]) from None

    def check(self, value: Any, name: str, checks: Checks = NO_CHECKS) -> tuple[FieldError, ...]:
        on = as_date(value)
        if on is None or on.year not in _YEARS:
            return (self.error(f"{name}-day", _NOT_REAL, str(value)),)
        if self.past and checks.today and on > checks.today:
            return (self.error(f"{name}-day", _AHEAD),)
        if self.future and checks.today and on < checks.today:
            return (self.error(f"{name}-day", _BEHIND),)
        return ()

    def nothing_said(self, name: str) -> FieldError:
        return FieldError(f"{name}-day", super().nothing_said(name).message)

    def typed(self, value: Any, name: str) -> dict[str, str]:
        on = as_date(value)
        return {f"{name}-day": str(on.day), f"{name}-month": str(on.month), f"{name}-year": str(on.year)} if on else {}

    def draw(self, view: View) -> Markup:
        ids = [f"{view.name}-{part}" for part in PARTS]
        whole = view.holds(view.name)
        wrong = {error.field_id for error in view.errors}
        if ids[0] in wrong and not wrong.intersection(ids[1:]) and not any(view.holds(each) for each in ids[1:]):
            wrong.update(ids)
        boxes = [{
            "id": each, "name": each, "label": view.text(_LABELS[part]),
            "inputmode": "text" if part == "month" else "numeric",
            "value": view.holds(each) or (whole if part == "day" else ""),
            "classes": f"govuk-input--width-{'4' if part == 'year' else '3' if part == 'month' else '2'}"
                       + (" govuk-input--error" if each in wrong else ""),
            "autocomplete": view.autocomplete(f"bday-{part}") if self.birthday else "off" if view.by_staff else None,
        } for each, part in zip(ids, PARTS, strict=True)]
        return component("date-input")({"id": view.name, "fieldset": view.fieldset(), "hint": view.hinted(_EXAMPLE),
                                        "errorMessage": view.error(*ids, view.name), "items": boxes})

    def telephone(self, question: Asked) -> Spoken:
        return Spoken(None, Words("Read the date back with the month as a word: “27 March 1960”.",
                                  cy="Darllenwch y dyddiad yn ôl gyda'r mis fel gair: “27 Mawrth 1960”."))

    def print(self, question: Asked, language: str = ENGLISH) -> Markup:
        return paper.named_boxes(2, 2, 4, label=", ".join(_LABELS[part][language] for part in PARTS))

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "format": "date"}

    def summary(self, value: Any, language: str = ENGLISH) -> str:
        on = as_date(value)
        return phrases.long_date(on, language) if on else str(value)


def as_date(value: Any) -> date | None:
    """A date, or ISO text of one as stored; None for anything else."""
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return None
    return value if type(value) is date else None


def _taken_apart(text: str) -> dict[str, str] | None:
    """'12 Mar 1960', '12/3/1960', '12th March 1960' or '1960-03-12' as its parts; None where it is not all three."""
    if found := re.fullmatch(r"(\d{4})-(\d\d?)-(\d\d?)", text, re.ASCII):
        return dict(zip(("year", "month", "day"), found.groups(), strict=True))
    found = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?[\s/.,-]+([^\W_]+)[\s/.,-]+(\d{2,4})", text, re.IGNORECASE)
    return dict(zip(PARTS, found.groups(), strict=True)) if found else None


def _number(text: str) -> int | None:
    return int(text) if re.fullmatch(r"\d{1,4}", text, re.ASCII) else None
