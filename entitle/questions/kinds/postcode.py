"""A United Kingdom postcode."""
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

PATTERN = r"(?:GIR 0AA|[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2})"
NOT_ONE = Words("{called} must be a full UK postcode, like CF10 1AA. You wrote '{written}'.",
                cy="{called}: rhaid rhoi cod post llawn yn y DU, fel CF10 1AA. Rydych wedi ysgrifennu '{written}'.")
LABEL = Words("Postcode", cy="Cod post")


@dataclass(frozen=True, kw_only=True)
class Postcode(OneLine):
    """A postcode, held in capitals with one space: 'CF10 1AA'."""

    name: ClassVar[str] = "postcode"
    width: ClassVar[str] = "govuk-input--width-10"
    purpose: ClassVar[str] = "postal-code"

    def read(self, posted: Mapping[str, str], name: str, checks: Checks) -> str | None:
        return tidied(written(posted, name)) or None

    def check(self, value: Any, name: str, checks: Checks = NO_CHECKS) -> tuple[FieldError, ...]:
        if isinstance(value, str) and is_postcode(value):
            return ()
        return (self.error(name, NOT_ONE, str(value)),)

    def typed(self, value: Any, name: str) -> dict[str, str]:
        return {name: str(value)}

    def telephone(self, question: Asked) -> Spoken:
        return Spoken(None, SPELL_OUT)

    def print(self, question: Asked, language: str = ENGLISH) -> Markup:
        return paper.boxes(4, 3, label=LABEL[language])

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^{PATTERN}$"}

    def summary(self, value: Any, language: str = ENGLISH) -> str:
        return str(value)


SPELL_OUT = Words("Read the postcode back as words: “C for Charlie”.",
                  cy="Darllenwch y cod post yn ôl fel geiriau: “C am Charlie”.")


def tidied(text: str) -> str:
    """'cf101aa' is 'CF10 1AA'; what cannot be a postcode is left as it was typed."""
    compact = re.sub(r"[\s.\-]", "", text).upper()
    spaced = f"{compact[:-3]} {compact[-3:]}"
    return spaced if is_postcode(spaced) else text


def is_postcode(text: str) -> bool:
    """Whether it has the shape of a postcode, in capitals with its space."""
    return re.fullmatch(PATTERN, text, re.ASCII) is not None
