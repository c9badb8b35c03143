"""A postal address in the United Kingdom."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from markupsafe import Markup

from entitle.kernel.words import ENGLISH, Words
from entitle.questions.kinds import paper
from entitle.questions.kinds import postcode as postcodes
from entitle.questions.kinds.answering import NO_CHECKS, Checks, FieldError, on_one_line, written
from entitle.questions.kinds.kind import Asked, Kind, Spoken
from entitle.questions.kinds.postcode import Postcode
from entitle.questions.kinds.view import View, component

PARTS: dict[str, tuple[Words, str, str]] = {  # label, what a browser calls it, width
    "line-1": (Words("Address line 1", cy="Llinell cyfeiriad 1"), "address-line1", ""),
    "line-2": (Words("Address line 2 (optional)", cy="Llinell cyfeiriad 2 (dewisol)"), "address-line2", ""),
    "town": (Words("Town or city", cy="Tref neu ddinas"), "address-level2", "govuk-!-width-two-thirds"),
    "county": (Words("County (optional)", cy="Sir (dewisol)"), "", "govuk-!-width-two-thirds"),
    "postcode": (postcodes.LABEL, "postal-code", "govuk-input--width-10"),
}
_LINES = tuple(part for part in PARTS if part != "postcode")
_LONGEST = 100
_MISSING = {
    "line-1": Words("Enter the first line of the address, such as the house number and street",
                    cy="Rhowch linell gyntaf y cyfeiriad, fel rhif y tŷ a'r stryd"),
    "town": Words("Enter a town or city", cy="Rhowch dref neu ddinas"),
    "postcode": Words("Enter a postcode", cy="Rhowch god post"),
}


@dataclass(frozen=True, kw_only=True)
class Address(Kind):
    """An address with its postcode: {lines: [two to four], postcode}."""

    name: ClassVar[str] = "address"

    def fields(self, name: str) -> tuple[str, ...]:
        return tuple(f"{name}-{part}" for part in PARTS)

    def read(self, posted: Mapping[str, str], name: str, checks: Checks) -> dict[str, Any] | None:
        parts = {part: on_one_line(written(posted, f"{name}-{part}")) for part in PARTS}
        if not any(parts.values()):
            return None
        lines = [parts["line-1"], parts["town"]]
        if all(lines):
            lines = [parts[part] for part in _LINES if parts[part]]
        return {"lines": lines, "postcode": postcodes.tidied(parts["postcode"])}

    def check(self, value: Any, name: str, checks: Checks = NO_CHECKS) -> tuple[FieldError, ...]:
        lines, postcode = (value.get("lines"), value.get("postcode")) if isinstance(value, dict) else (None, None)
        if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines) or not 2 <= len(lines) <= 4:
            return (self.nothing_said(name),)
        errors = []
        for part, line in zip(_parts(len(lines)), lines, strict=True):
            if not line and part in _MISSING:
                errors.append(FieldError(f"{name}-{part}", _MISSING[part]))
            if len(line) > _LONGEST:
                errors.append(FieldError(f"{name}-{part}", _too_long(PARTS[part][0])))
        if not postcode:
            errors.append(FieldError(f"{name}-postcode", _MISSING["postcode"]))
        elif not isinstance(postcode, str) or not postcodes.is_postcode(postcode):
            errors.append(Postcode(called=postcodes.LABEL).error(f"{name}-postcode", postcodes.NOT_ONE, str(postcode)))
        return tuple(errors)

    def nothing_said(self, name: str) -> FieldError:
        return FieldError(f"{name}-line-1", self.missing or _MISSING["line-1"])

    def typed(self, value: Any, name: str) -> dict[str, str]:
        lines = [str(line) for line in value.get("lines", ())]
        if len(lines) > 4:
            lines = [lines[0], ", ".join(lines[1:-2]), *lines[-2:]]
        parts = dict(zip(_parts(len(lines)), lines, strict=True))
        return {f"{name}-{part}": text for part, text in {**parts, "postcode": str(value.get("postcode", ""))}.items()}

    def draw(self, view: View) -> Markup:
        return view.group(Markup("").join(component("input")({
            "id": f"{view.name}-{part}", "name": f"{view.name}-{part}", "label": {"text": view.text(label)},
            "value": view.holds(f"{view.name}-{part}"), "errorMessage": view.error(f"{view.name}-{part}"),
            "classes": width, "autocomplete": view.autocomplete(purpose),
        }) for part, (label, purpose, width) in PARTS.items()))

    def telephone(self, question: Asked) -> Spoken:
        return Spoken(Words("Start with your postcode, please.", cy="Dechreuwch gyda'ch cod post, os gwelwch yn dda."),
                      postcodes.SPELL_OUT)

    def print(self, question: Asked, language: str = ENGLISH) -> Markup:
        named = Markup("").join(paper.line(PARTS[part][0][language]) for part in _LINES)
        return named + paper.named_boxes(4, 3, label=postcodes.LABEL[language])

    def schema(self) -> dict[str, Any]:
        return {"type": "object", "required": ["lines", "postcode"], "additionalProperties": False, "properties": {
            "lines": {"type": "array", "minItems": 2, "maxItems": 4,
                      "items": {"type": "string", "minLength": 1, "maxLength": _LONGEST}},
            "postcode": {"type": "string", "pattern": f"^{postcodes.PATTERN}$"}}}

    def summary(self, value: Any, language: str = ENGLISH) -> str:
        return ", ".join(str(line) for line in (*value.get("lines", ()), value.get("postcode", "")) if line)


def _parts(count: int) -> tuple[str, ...]:
    """Which boxes so many lines fill."""
    return {0: (), 1: ("line-1",), 2: ("line-1", "town"), 3: ("line-1", "line-2", "town")}.get(count, _LINES)


def _too_long(label: Words) -> Words:
    return Words(f"{label.en} must be {_LONGEST} characters or fewer",
                 cy=f"{label.cy}: rhaid ysgrifennu {_LONGEST} nod neu lai")
