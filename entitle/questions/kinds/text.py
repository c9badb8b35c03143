"""Free text, on one line or several."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from markupsafe import Markup

from entitle.kernel.words import ENGLISH, Words
from entitle.questions.kinds import paper, phrases
from entitle.questions.kinds.answering import NO_CHECKS, Checks, FieldError, clean, on_one_line, written
from entitle.questions.kinds.kind import Asked, Kind, Spoken
from entitle.questions.kinds.view import View, component

_TOO_LONG = Words("{called} must be {limit:,} characters or fewer. You wrote {count:,}.",
                  cy="{called}: rhaid ysgrifennu {limit:,} nod neu lai. Rydych wedi ysgrifennu {count:,}.")


@dataclass(frozen=True, kw_only=True)
class Text(Kind):
    """Words in a person's own order. `long` gives several lines to write on. The value is the text."""

    name: ClassVar[str] = "text"
    long: bool = False
    at_most: int = 0
    """Characters; 200 on one line and 4,000 on several unless said."""

    @property
    def limit(self) -> int:
        return self.at_most or (4000 if self.long else 200)

    def read(self, posted: Mapping[str, str], name: str, checks: Checks) -> str | None:
        text = written(posted, name)
        return (text if self.long else on_one_line(text)) or None

    def check(self, value: Any, name: str, checks: Checks = NO_CHECKS) -> tuple[FieldError, ...]:
        if not isinstance(value, str) or not clean(value):
            return (self.nothing_said(name),)
        if len(value) > self.limit:
            return (self.error(name, _TOO_LONG, limit=self.limit, count=len(value)),)
        return ()

    def typed(self, value: Any, name: str) -> dict[str, str]:
        return {name: str(value)}

    def draw(self, view: View) -> Markup:
        box = {"id": view.name, "name": view.name, "label": view.label(), "hint": view.hinted(),
               "errorMessage": view.error(view.name), "value": view.holds(view.name),
               "autocomplete": view.autocomplete("")}
        return component("textarea")({**box, "spellcheck": True}) if self.long else component("input")(box)

    def telephone(self, question: Asked) -> Spoken:
        return Spoken(None, Words("Write it in the customer's own words and read it back.",
                                  cy="Ysgrifennwch yng ngeiriau'r cwsmer a'i ddarllen yn ôl."))

    def print(self, question: Asked, language: str = ENGLISH) -> Markup:
        return paper.lines(6 if self.long else 1, label=phrases.WRITE_HERE[language])

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "minLength": 1, "maxLength": self.limit}

    def summary(self, value: Any, language: str = ENGLISH) -> str:
        return str(value)
