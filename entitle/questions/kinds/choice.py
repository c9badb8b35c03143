"""One of a few answers, which the fact lists."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Self

from markupsafe import Markup

from entitle.facts.fact import Choice as Answer
from entitle.facts.fact import Fact
from entitle.kernel.words import ENGLISH, Words
from entitle.questions.kinds import paper, phrases
from entitle.questions.kinds.answering import NO_CHECKS, Checks, FieldError, written
from entitle.questions.kinds.kind import Asked, Kind, Spoken
from entitle.questions.kinds.view import View, component

_NONE_OF_THEM = Words("{called} must be one of: {answers}", cy="{called}: dewiswch un o'r canlynol: {answers}")


@dataclass(frozen=True, kw_only=True)
class Choice(Kind):
    """One answer of a list. The value is the choice's own, never its words."""

    name: ClassVar[str] = "choice"
    nothing: ClassVar[Words] = Words("{called}: choose one answer", cy="{called}: dewiswch un ateb")
    choices: tuple[Answer, ...] = ()
    """Filled in from the fact when the question set is made."""

    def bound_to(self, fact: Fact, facts: Mapping[str, Fact], *, called: Words, missing: Words | None,
                 optional: bool) -> Self:
        bound = super().bound_to(fact, facts, called=called, missing=missing, optional=optional)
        return replace(bound, choices=fact.choices)

    def read(self, posted: Mapping[str, str], name: str, checks: Checks) -> str | None:
        return written(posted, name) or None

    def check(self, value: Any, name: str, checks: Checks = NO_CHECKS) -> tuple[FieldError, ...]:
        if any(value == choice.value for choice in self.choices):
            return ()
        told = phrases.joined(tuple(choice.label for choice in self.choices), "or", "neu")
        return (self.error(name, _NONE_OF_THEM, answers=told),)

    def typed(self, value: Any, name: str) -> dict[str, str]:
        return {name: str(value)}

    def draw(self, view: View) -> Markup:
        return component("radios")({
            "idPrefix": view.name, "name": view.name, "value": view.holds(view.name), "fieldset": view.fieldset(),
            "hint": view.hinted(), "errorMessage": view.error(view.name),
            "items": [{"value": choice.value, "text": view.text(choice.label)} for choice in self.choices]})

    def telephone(self, question: Asked) -> Spoken:
        told = phrases.joined(tuple(choice.label for choice in self.choices), "or", "neu")
        return Spoken(Words(f"Is it: {told.en}?", cy=f"Ai: {told['cy']}?"), phrases.READ_BACK)

    def print(self, question: Asked, language: str = ENGLISH) -> Markup:
        return paper.ticks([choice.label[language] for choice in self.choices], phrases.TICK_ONE[language])

    def schema(self) -> dict[str, Any]:
        return {"enum": [choice.value for choice in self.choices]}

    def summary(self, value: Any, language: str = ENGLISH) -> str:
        return next((choice.label[language] for choice in self.choices if choice.value == value), str(value))
