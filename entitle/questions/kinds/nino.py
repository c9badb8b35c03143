"""A National Insurance number."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from markupsafe import Markup

from entitle.kernel.nino import NotANino, parse_nino, spaced
from entitle.kernel.words import ENGLISH, Words
from entitle.questions.kinds import paper
from entitle.questions.kinds.answering import NO_CHECKS, Checks, FieldError, written
from entitle.questions.kinds.kind import Asked, Spoken
from entitle.questions.kinds.one_line import OneLine

_LABEL = Words("National Insurance number", cy="Rhif Yswiriant Gwladol")
_NOT_ONE = Words("{called} must be 2 letters, 6 numbers, then A, B, C or D, like QQ 12 34 56 C. You wrote '{written}'.",
                 cy="{called}: rhaid cael 2 lythyren, 6 rhif, yna A, B, C neu D, fel QQ 12 34 56 C. "
                    "Rydych wedi ysgrifennu '{written}'.")


@dataclass(frozen=True, kw_only=True)
class Nino(OneLine):
    """A National Insurance number, held in capitals without spaces: 'AB123456C'. Its last letter may be unknown."""

    name: ClassVar[str] = "nino"
    width: ClassVar[str] = "govuk-input--width-10"
    example: ClassVar[Words | None] = Words(
        "It is on letters about tax, pensions and benefits. For example, ‘QQ 12 34 56 C’.",
        cy="Mae ar lythyrau am dreth, pensiynau a budd-daliadau. Er enghraifft, ‘QQ 12 34 56 C’.")

    def read(self, posted: Mapping[str, str], name: str, checks: Checks) -> str | None:
        text = written(posted, name)
        return (_nino(text) or text) or None

    def check(self, value: Any, name: str, checks: Checks = NO_CHECKS) -> tuple[FieldError, ...]:
        if isinstance(value, str) and _nino(value) == value:
            return ()
        return (self.error(name, _NOT_ONE, str(value)),)

    def typed(self, value: Any, name: str) -> dict[str, str]:
        return {name: spaced(str(value))}

    def telephone(self, question: Asked) -> Spoken:
        return Spoken(None, Words("Read it back in pairs: two letters, three pairs of numbers, one letter.",
                                  cy="Darllenwch ef yn ôl mewn parau: dwy lythyren, tri phâr o rifau, un llythyren."))

    def print(self, question: Asked, language: str = ENGLISH) -> Markup:
        return paper.boxes(2, 2, 2, 2, 1, label=_LABEL[language])

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": "^[A-Z]{2}[0-9]{6}[A-D]?$"}

    def summary(self, value: Any, language: str = ENGLISH) -> str:
        return spaced(str(value))


def _nino(text: str) -> str | None:
    """The number written, or None where it is not one."""
    try:
        return parse_nino(text) if text.isascii() else None
    except NotANino:
        return None
