"""A telephone number, of the United Kingdom or abroad."""
from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from markupsafe import Markup

from entitle.kernel.words import ENGLISH, Words
from entitle.questions.kinds import paper
from entitle.questions.kinds.answering import NO_CHECKS, Checks, FieldError, written
from entitle.questions.kinds.kind import Asked, Spoken
from entitle.questions.kinds.one_line import OneLine

_LABEL = Words("Phone number", cy="Rhif ffôn")
_NOT_ONE = Words("{called} must be a phone number, like 01632 960 001 or +44 7700 900 982. You wrote '{written}'.",
                 cy="{called}: rhaid rhoi rhif ffôn, fel 01632 960 001 neu +44 7700 900 982. "
                    "Rydych wedi ysgrifennu '{written}'.")


@dataclass(frozen=True, kw_only=True)
class Phone(OneLine):
    """A number as a network dials it, whatever way it was written: '+447700900123'."""

    name: ClassVar[str] = "phone"
    width: ClassVar[str] = "govuk-input--width-20"
    input_type: ClassVar[str] = "tel"
    purpose: ClassVar[str] = "tel"

    def read(self, posted: Mapping[str, str], name: str, checks: Checks) -> str | None:
        text = written(posted, name)
        return (dialled(text) or text) or None

    def check(self, value: Any, name: str, checks: Checks = NO_CHECKS) -> tuple[FieldError, ...]:
        if isinstance(value, str) and dialled(value):
            return ()
        return (self.error(name, _NOT_ONE, str(value)),)

    def typed(self, value: Any, name: str) -> dict[str, str]:
        return {name: self.summary(value)}

    def telephone(self, question: Asked) -> Spoken:
        return Spoken(None, Words("Read the number back in groups of three.", cy="Darllenwch y rhif yn ôl fesul tri."))

    def print(self, question: Asked, language: str = ENGLISH) -> Markup:
        return paper.line(_LABEL[language])

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": r"^\+[1-9][0-9]{6,14}$"}

    def summary(self, value: Any, language: str = ENGLISH) -> str:
        """As people here read it: '07700 900123'; a number abroad with its country's code."""
        number = str(dialled(str(value)) or value)
        if not number.startswith("+44"):
            return number
        home = "0" + number[3:]
        return f"{home[:3]} {home[3:7]} {home[7:]}" if home.startswith("02") else f"{home[:5]} {home[5:]}"


def dialled(text: str) -> str | None:
    """'(01632) 960 001', '0044 1632 960001' and '+44 (0)1632 960001' are '+441632960001'; None for no number at all."""
    bare = re.sub(r"[\s().\-‐‑–/]", "", text.replace("(0)", "") if text.lstrip().startswith(("+", "00")) else text)
    bare = re.sub(r"^00", "+", bare)
    if re.fullmatch(r"0[1-9][0-9]{8,9}", bare):
        return "+44" + bare[1:]
    if bare.startswith("+44"):
        return bare if re.fullmatch(r"\+44[1-9][0-9]{8,9}", bare) else None
    return bare if re.fullmatch(r"\+[1-9][0-9]{6,14}", bare) else None
