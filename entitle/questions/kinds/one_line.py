"""What kinds with a single box to type in have in common."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from markupsafe import Markup

from entitle.kernel.words import Words
from entitle.questions.kinds.kind import Kind
from entitle.questions.kinds.view import View, component


@dataclass(frozen=True, kw_only=True)
class OneLine(Kind, base=True):
    """A kind answered in one box. The class variables are the box's attributes."""

    width: ClassVar[str] = ""
    inputmode: ClassVar[str | None] = None
    input_type: ClassVar[str] = "text"
    spellcheck: ClassVar[bool] = False
    example: ClassVar[Words | None] = None
    """The hint where the question has none of its own."""
    purpose: ClassVar[str] = ""
    """The browser's name for it (autocomplete), where the person answers about themself."""

    def draw(self, view: View) -> Markup:
        return component("input")(self.box(view))

    def box(self, view: View) -> dict[str, Any]:
        """The parameters of its input component."""
        return {
            "id": view.name, "name": view.name, "label": view.label(), "hint": view.hinted(self.example),
            "errorMessage": view.error(view.name), "value": view.holds(view.name), "classes": self.width,
            "type": self.input_type, "inputmode": self.inputmode, "spellcheck": self.spellcheck,
            "autocomplete": view.autocomplete(self.purpose),
        }
