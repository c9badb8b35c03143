"""Yes or no."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from markupsafe import Markup

from entitle.kernel.words import ENGLISH, Words
from entitle.questions.kinds import paper, phrases
from entitle.questions.kinds.answering import NO_CHECKS, Checks, FieldError, Unanswerable, written
from entitle.questions.kinds.kind import Asked, Kind, Spoken
from entitle.questions.kinds.view import View, component

_ANSWERS = {"yes": True, "no": False, "true": True, "false": False}


@dataclass(frozen=True, kw_only=True)
class YesNo(Kind):
    """Yes or no, as a bool."""

    name: ClassVar[str] = "yes_no"
    nothing: ClassVar[Words] = Words("{called}: choose yes or no", cy="{called}: dewiswch ie neu na")

    def read(self, posted: Mapping[str, str], name: str, checks: Checks) -> bool | None:
        text = written(posted, name).casefold()
        if text and text not in _ANSWERS:
            raise Unanswerable([self.error(name, self.nothing)])
        return _ANSWERS.get(text)

    def check(self, value: Any, name: str, checks: Checks = NO_CHECKS) -> tuple[FieldError, ...]:
        return () if isinstance(value, bool) else (self.nothing_said(name),)

    def typed(self, value: Any, name: str) -> dict[str, str]:
        return {name: "yes" if value else "no"}

    def draw(self, view: View) -> Markup:
        return component("radios")({
            "idPrefix": view.name, "name": view.name, "value": view.holds(view.name), "fieldset": view.fieldset(),
            "hint": view.hinted(), "errorMessage": view.error(view.name), "classes": "govuk-radios--inline",
            "items": [{"value": value, "text": view.text(words)}
                      for value, words in (("yes", phrases.YES), ("no", phrases.NO))]})

    def telephone(self, question: Asked) -> Spoken:
        return Spoken(None, Words("Wait for a clear yes or no; do not guess from a silence.",
                                  cy="Arhoswch am ie neu na clir; peidiwch â dyfalu o dawelwch."))

    def print(self, question: Asked, language: str = ENGLISH) -> Markup:
        return paper.ticks([phrases.YES[language], phrases.NO[language]], phrases.TICK_ONE[language])

    def schema(self) -> dict[str, Any]:
        return {"type": "boolean"}

    def summary(self, value: Any, language: str = ENGLISH) -> str:
        return (phrases.YES if value else phrases.NO)[language]
