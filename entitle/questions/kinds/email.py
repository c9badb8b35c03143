"""An email address."""
from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from markupsafe import Markup

from entitle.kernel.words import ENGLISH, Words
from entitle.questions.kinds import paper, phrases
from entitle.questions.kinds.answering import NO_CHECKS, Checks, FieldError, written
from entitle.questions.kinds.kind import Asked, Spoken
from entitle.questions.kinds.one_line import OneLine

_SHAPE = re.compile(r"[^\s@<>(),;:\"\\\[\]]{1,64}@(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_][\w-]{0,61}[^\W_]")
_LONGEST = 254
_NOT_ONE = Words("{called} must be like name@example.com. You wrote '{written}'.",
                 cy="{called}: rhaid iddo fod fel enw@example.com. Rydych wedi ysgrifennu '{written}'.")


@dataclass(frozen=True, kw_only=True)
class Email(OneLine):
    """An address as it was typed; only what every address must have is checked."""

    name: ClassVar[str] = "email"
    input_type: ClassVar[str] = "email"
    purpose: ClassVar[str] = "email"

    def read(self, posted: Mapping[str, str], name: str, checks: Checks) -> str | None:
        return written(posted, name) or None

    def check(self, value: Any, name: str, checks: Checks = NO_CHECKS) -> tuple[FieldError, ...]:
        if isinstance(value, str) and len(value) <= _LONGEST and _SHAPE.fullmatch(value) and ".." not in value:
            return ()
        return (self.error(name, _NOT_ONE, str(value)),)

    def typed(self, value: Any, name: str) -> dict[str, str]:
        return {name: str(value)}

    def telephone(self, question: Asked) -> Spoken:
        return Spoken(None, Words("Spell it back, saying “at” and “dot”.",
                                  cy="Sillafwch ef yn ôl, gan ddweud “at” a “dot”."))

    def print(self, question: Asked, language: str = ENGLISH) -> Markup:
        return paper.lines(1, label=phrases.WRITE_HERE[language])

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "format": "email", "maxLength": _LONGEST}

    def summary(self, value: Any, language: str = ENGLISH) -> str:
        return str(value)
