"""An amount of money, and what period it is for."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from markupsafe import Markup

from entitle.kernel.money import NotMoney, parse_pounds, pounds
from entitle.kernel.words import ENGLISH, Words
from entitle.questions.kinds import paper, phrases
from entitle.questions.kinds.answering import NO_CHECKS, Checks, FieldError, Unanswerable, written
from entitle.questions.kinds.kind import Asked, Kind, Spoken
from entitle.questions.kinds.view import View, component

PERIODS = {
    "week": Words("a week", cy="yr wythnos"), "fortnight": Words("a fortnight", cy="y pythefnos"),
    "four_weeks": Words("every 4 weeks", cy="bob 4 wythnos"), "month": Words("a month", cy="y mis"),
    "year": Words("a year", cy="y flwyddyn"),
}
_LABEL = Words("Amount, in pounds", cy="Swm, mewn punnoedd")
_HOW_OFTEN = Words("How often?", cy="Pa mor aml?")
_NOT_MONEY = Words("{called} must be an amount of money, like 432.50. You wrote '{written}'.",
                   cy="{called}: rhaid iddo fod yn swm o arian, fel 432.50. Rydych wedi ysgrifennu '{written}'.")
_TOO_MUCH = Words("{called} must be {most} or less. You wrote {written}.",
                  cy="{called}: rhaid iddo fod yn {most} neu lai. Rydych wedi ysgrifennu {written}.")
_NO_PERIOD = Words("{called}: choose whether it is {periods}", cy="{called}: dewiswch a yw {periods}")
_MOST = 100_000_000_000  # pence: more than this is a slip of the finger


@dataclass(frozen=True, kw_only=True)
class Money(Kind):
    """Pounds and pence. The value is whole pence; or, where `per` offers several periods, {pence, per}."""

    name: ClassVar[str] = "money"
    per: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if strangers := set(self.per) - set(PERIODS):
            raise ValueError(f"money is asked per {', '.join(PERIODS)}, not per {', '.join(sorted(strangers))}")

    @property
    def has_choice(self) -> bool:
        return len(self.per) > 1

    def fields(self, name: str) -> tuple[str, ...]:
        return (name, f"{name}-per") if self.has_choice else (name,)

    def read(self, posted: Mapping[str, str], name: str, checks: Checks) -> Any:
        text, per = written(posted, name), written(posted, f"{name}-per")
        if not text and not (self.has_choice and per):
            return None
        errors = [] if text else [self.nothing_said(name)]
        pence = 0
        try:
            pence = _pence(text) if text else 0
        except NotMoney:
            errors.append(self.error(name, _NOT_MONEY, text))
        if self.has_choice and per not in self.per:
            errors.append(self._no_period(name))
        if errors:
            raise Unanswerable(errors)
        return {"pence": pence, "per": per} if self.has_choice else pence

    def check(self, value: Any, name: str, checks: Checks = NO_CHECKS) -> tuple[FieldError, ...]:
        pence, per = (value.get("pence"), value.get("per")) if isinstance(value, dict) else (value, None)
        if type(pence) is not int or pence < 0 or isinstance(value, dict) != self.has_choice:
            return (self.error(name, _NOT_MONEY, str(value)),)
        if pence > _MOST:
            return (self.error(name, _TOO_MUCH, pounds(pence), most=pounds(_MOST)),)
        return (self._no_period(name),) if self.has_choice and per not in self.per else ()

    def _no_period(self, name: str) -> FieldError:
        told = phrases.joined(tuple(PERIODS[each] for each in self.per), "or", "neu")
        return self.error(f"{name}-per", _NO_PERIOD, periods=told)

    def typed(self, value: Any, name: str) -> dict[str, str]:
        if isinstance(value, dict):
            return {name: pounds(value["pence"]).removeprefix("£"), f"{name}-per": str(value["per"])}
        return {name: pounds(value).removeprefix("£")}

    def draw(self, view: View) -> Markup:
        box = {"id": view.name, "name": view.name, "value": view.holds(view.name), "prefix": {"text": "£"},
               "classes": "govuk-input--width-10", "inputmode": "decimal", "spellcheck": False,
               "errorMessage": view.error(view.name), "autocomplete": view.autocomplete("")}
        if not self.has_choice:
            suffix = {"text": view.text(PERIODS[self.per[0]])} if self.per else None
            return component("input")({**box, "label": view.label(), "hint": view.hinted(), "suffix": suffix})
        amount = component("input")({**box, "label": {"text": view.text(_LABEL)}})
        often = component("radios")({
            "idPrefix": f"{view.name}-per", "name": f"{view.name}-per", "value": view.holds(f"{view.name}-per"),
            "fieldset": {"legend": {"text": view.text(_HOW_OFTEN)}}, "errorMessage": view.error(f"{view.name}-per"),
            "items": [{"value": each, "text": _capital(view.text(PERIODS[each]))} for each in self.per]})
        return view.group(amount + often)

    def telephone(self, question: Asked) -> Spoken:
        told = phrases.joined(tuple(PERIODS[each] for each in self.per), "or", "neu") if self.has_choice else None
        say = Words(f"Is that {told.en}?", cy=f"Ai swm {told['cy']} yw hwnnw?") if told else None
        return Spoken(say, Words("Read back the pounds and the pence.",
                                 cy="Darllenwch y punnoedd a'r ceiniogau yn ôl."))

    def print(self, question: Asked, language: str = ENGLISH) -> Markup:
        amount = Markup("£ ") + paper.boxes(6, 2, label=_LABEL[language])
        suffix = Markup("{}").format(PERIODS[self.per[0]][language]) if len(self.per) == 1 else Markup("")
        return amount + suffix + (paper.ticks([_capital(PERIODS[each][language]) for each in self.per],
                                              phrases.TICK_ONE[language]) if self.has_choice else Markup(""))

    def schema(self) -> dict[str, Any]:
        pence = {"type": "integer", "minimum": 0, "maximum": _MOST, "description": "pence"}
        if not self.has_choice:
            return pence
        return {"type": "object", "required": ["pence", "per"], "additionalProperties": False,
                "properties": {"pence": pence, "per": {"enum": list(self.per)}}}

    def summary(self, value: Any, language: str = ENGLISH) -> str:
        pence, per = (value["pence"], value["per"]) if isinstance(value, dict) else (value, (*self.per, "")[0])
        return f"{pounds(pence)} {PERIODS[per][language]}" if per else pounds(pence)


def _pence(text: str) -> int:
    """The pence written. Raises NotMoney, also for what is not written in plain figures or is absurdly long."""
    if len(text) > 30 or not text.replace("£", "").isascii():
        raise NotMoney(text)
    return parse_pounds(text)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
