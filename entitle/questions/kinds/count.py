"""A whole number of things."""
from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from markupsafe import Markup

from entitle.kernel.words import ENGLISH, Words
from entitle.questions.kinds import paper
from entitle.questions.kinds.answering import NO_CHECKS, Checks, FieldError, Unanswerable, written
from entitle.questions.kinds.kind import Asked, Spoken
from entitle.questions.kinds.one_line import OneLine

_LABEL = Words("Number", cy="Nifer")
_NOT_WHOLE = Words("{called} must be a whole number, like 3. You wrote '{written}'.",
                   cy="{called}: rhaid iddo fod yn rhif cyfan, fel 3. Rydych wedi ysgrifennu '{written}'.")
_OUT_OF_BOUNDS = Words("{called} must be a whole number from {least:,} to {most:,}. You wrote '{written}'.",
                       cy="{called}: rhaid iddo fod yn rhif cyfan o {least:,} i {most:,}. "
                          "Rydych wedi ysgrifennu '{written}'.")


@dataclass(frozen=True, kw_only=True)
class Count(OneLine):
    """A whole number within bounds, as an int."""

    name: ClassVar[str] = "count"
    width: ClassVar[str] = "govuk-input--width-5"
    inputmode: ClassVar[str | None] = "numeric"
    at_least: int = 0
    at_most: int = 1_000_000

    def read(self, posted: Mapping[str, str], name: str, checks: Checks) -> int | None:
        text = written(posted, name)
        if not text:
            return None
        bare = text.replace(",", "").replace(" ", "")
        if not re.fullmatch("[0-9]{1,12}", bare):
            raise Unanswerable([self.error(name, _NOT_WHOLE, text)])
        return int(bare)

    def check(self, value: Any, name: str, checks: Checks = NO_CHECKS) -> tuple[FieldError, ...]:
        if type(value) is int and self.at_least <= value <= self.at_most:
            return ()
        return (self.error(name, _OUT_OF_BOUNDS, str(value), least=self.at_least, most=self.at_most),)

    def typed(self, value: Any, name: str) -> dict[str, str]:
        return {name: str(value)}

    def telephone(self, question: Asked) -> Spoken:
        return Spoken(None, Words("Read the number back.", cy="Darllenwch y rhif yn ôl."))

    def print(self, question: Asked, language: str = ENGLISH) -> Markup:
        return paper.boxes(len(str(self.at_most)) if self.at_most < 10_000 else 4, label=_LABEL[language])

    def schema(self) -> dict[str, Any]:
        return {"type": "integer", "minimum": self.at_least, "maximum": self.at_most}

    def summary(self, value: Any, language: str = ENGLISH) -> str:
        return f"{value:,}" if type(value) is int else str(value)
