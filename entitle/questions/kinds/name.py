"""A person's name, as they write it."""
from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from markupsafe import Markup

from entitle.kernel.words import ENGLISH, Words
from entitle.questions.kinds import paper
from entitle.questions.kinds.answering import NO_CHECKS, Checks, FieldError, on_one_line, shortened, written
from entitle.questions.kinds.kind import Asked, Kind, Spoken
from entitle.questions.kinds.view import View, component

PARTS = ("given", "family")
LABELS = {"given": Words("First names", cy="Enwau cyntaf"), "family": Words("Last name", cy="Cyfenw")}
_PURPOSES = {"given": "given-name", "family": "family-name"}
_MISSING = {"given": Words("Enter first names", cy="Rhowch yr enwau cyntaf"),
            "family": Words("Enter a last name", cy="Rhowch gyfenw")}
_MARKS = " .,'’‘ʼ`´-‐‑–"
_LONGEST = 100


@dataclass(frozen=True, kw_only=True)
class Name(Kind):
    """First names and last name: {given, family}. Any letters of any script, apostrophes straight or curly, hyphens."""

    name: ClassVar[str] = "name"

    def fields(self, name: str) -> tuple[str, ...]:
        return tuple(f"{name}-{part}" for part in PARTS)

    def read(self, posted: Mapping[str, str], name: str, checks: Checks) -> dict[str, str] | None:
        value = {part: on_one_line(written(posted, f"{name}-{part}")) for part in PARTS}
        return value if any(value.values()) else None

    def check(self, value: Any, name: str, checks: Checks = NO_CHECKS) -> tuple[FieldError, ...]:
        if not isinstance(value, dict):
            return (self.nothing_said(name),)
        found = (_wrong(part, value.get(part)) for part in PARTS)
        return tuple(FieldError(f"{name}-{part}", words) for part, words in zip(PARTS, found, strict=True) if words)

    def nothing_said(self, name: str) -> FieldError:
        return FieldError(f"{name}-given", super().nothing_said(name).message)

    def typed(self, value: Any, name: str) -> dict[str, str]:
        return {f"{name}-{part}": str(value.get(part, "")) for part in PARTS}

    def draw(self, view: View) -> Markup:
        boxes = Markup("").join(component("input")({
            "id": f"{view.name}-{part}", "name": f"{view.name}-{part}", "label": {"text": view.text(LABELS[part])},
            "value": view.holds(f"{view.name}-{part}"), "errorMessage": view.error(f"{view.name}-{part}"),
            "spellcheck": False, "autocomplete": view.autocomplete(_PURPOSES[part]),
        }) for part in PARTS)
        return view.group(boxes)

    def telephone(self, question: Asked) -> Spoken:
        return Spoken(None, Words(
            "Ask how each name is spelt and read it back letter by letter. Keep accents, hyphens and apostrophes.",
            cy="Gofynnwch sut mae sillafu pob enw a'i ddarllen yn ôl fesul llythyren. "
               "Cadwch acenion, cysylltnodau a chollnodau."))

    def print(self, question: Asked, language: str = ENGLISH) -> Markup:
        return Markup("").join(paper.line(LABELS[part][language]) for part in PARTS)

    def schema(self) -> dict[str, Any]:
        part = {"type": "string", "minLength": 1, "maxLength": _LONGEST}
        return {"type": "object", "required": list(PARTS), "properties": {each: part for each in PARTS},
                "additionalProperties": False}

    def summary(self, value: Any, language: str = ENGLISH) -> str:
        return on_one_line(f"{value.get('given', '')} {value.get('family', '')}")


def _wrong(part: str, text: object) -> Words | None:
    """What is wrong with one part of a name."""
    label = LABELS[part]
    if not isinstance(text, str) or not text:
        return _MISSING[part]
    if len(text) > _LONGEST:
        return Words(f"{label.en} must be {_LONGEST} characters or fewer",
                     cy=f"{label.cy}: rhaid ysgrifennu {_LONGEST} nod neu lai")
    if not any(unicodedata.category(c).startswith("L") for c in text) or not all(_belongs(c) for c in text):
        said = shortened(text)
        return Words(f"{label.en} must be letters, with any spaces, hyphens and apostrophes. You wrote '{said}'.",
                     cy=f"{label.cy}: defnyddiwch lythrennau, bylchau, cysylltnodau a chollnodau yn unig. "
                        f"Rydych wedi ysgrifennu '{said}'.")
    return None


def _belongs(character: str) -> bool:
    """A letter or mark of any script, or what joins names; the zero-width joiners that some scripts need among them."""
    return character in _MARKS or character in "\u200c\u200d" or unicodedata.category(character)[0] in "LM"
