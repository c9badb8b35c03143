"""A decision's trace put into words for the person it is about: what was worked out, from what, under which law."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext, ngettext

from entitle.kernel.words import Words
from entitle.letters.dates import weekday_name
from entitle.letters.values import has_words, in_unit
from entitle.pages import formats
from entitle.pages.language import language
from entitle.rules.trace import AmountRead, Step, Trace

_YEAR_ZERO = date(1970, 1, 1)


@dataclass(frozen=True)
class ReadValue:
    """Something a step read: a fact, an amount of the law or an earlier step, with its law where it has one."""

    label: str
    value: str
    cites: str = ""


@dataclass(frozen=True)
class ShownStep:
    """One step as the page shows it; the label of a step for one child says which: 'Child 2: Amount'."""

    label: str
    says: str
    value: str
    limb: str
    cites: str
    read: tuple[ReadValue, ...]


@dataclass(frozen=True)
class Explanation:
    """`sums` lead to the result in order; `checks` are the yes-or-no tests made on the way."""

    sums: tuple[ShownStep, ...]
    checks: tuple[ShownStep, ...]


def explain(*, trace: Trace | list[dict[str, Any]], labels: Mapping[str, Words] | None = None) -> Explanation:
    """Words for a trace (or the JSON a decision stores) in the language of the page.

    `labels` names the facts: {'person.born_on': Words(...)}. A fact without one is shown by its own name.
    """
    steps = (trace if isinstance(trace, Trace) else Trace.from_json(trace)).steps
    known = {name.replace(".", "_"): words for name, words in (labels or {}).items()}
    by_name = {step.name: step for step in steps}
    shown = [(step, _shown(step, known, by_name)) for step in steps]
    return Explanation(
        sums=tuple(view for step, view in shown if step.unit != "yes_no"),
        checks=tuple(view for step, view in shown if step.unit == "yes_no"),
    )


def value_in_words(value: Any, unit: str) -> str:
    """A step's value as its unit is read aloud: 24130 pence_per_week is '£241.30 a week'."""
    if value is None:
        return gettext("Not known")
    if isinstance(value, Mapping | list | tuple):  # the row of a table
        return ", ".join(_fact_in_words(part) for part in (value.values() if isinstance(value, Mapping) else value))
    if unit == "yes_no" or isinstance(value, bool):
        return gettext("Yes") if value else gettext("No")
    if unit.startswith("pence"):
        return _paid_every(unit) % {"money": formats.money(int(value))}
    if unit in ("date", "day"):
        return formats.day(_as_date(value))
    if unit == "weekday" and value in range(7):  # the law may give a span of numbers beside it
        return weekday_name(value, language())
    if isinstance(value, int):
        return _counted(value, unit)
    return str(value)


def _paid_every(unit: str) -> str:
    return {
        "pence_per_day": gettext("%(money)s a day"),
        "pence_per_week": gettext("%(money)s a week"),
        "pence_per_month": gettext("%(money)s a month"),
        "pence_per_year": gettext("%(money)s a year"),
        "pence_per_hour": gettext("%(money)s an hour"),
    }.get(unit, "%(money)s")


def _counted(value: int, unit: str) -> str:
    written = formats.number(value)
    if unit == "weeks":
        return ngettext("%(number)s week", "%(number)s weeks", value) % {"number": written}
    if unit == "years":
        return ngettext("%(number)s year", "%(number)s years", value) % {"number": written}
    if unit == "days":
        return ngettext("%(number)s day", "%(number)s days", value) % {"number": written}
    if unit == "months":
        return ngettext("%(number)s month", "%(number)s months", value) % {"number": written}
    if unit in ("percent", "per_cent"):
        return f"{written}%"
    return in_unit(value, unit, language=language()) if has_words(unit) else written


def _shown(step: Step, labels: Mapping[str, Words], by_name: Mapping[str, Step]) -> ShownStep:
    facts = [ReadValue(_label(name, labels), _fact_in_words(value)) for name, value in _needed(step.facts)]
    earlier = [
        ReadValue(formats.say(by_name[name].label), _one_or_each(value, by_name[name].unit))
        for name, value in step.rules.items()
        if name in by_name
    ]
    amounts = [
        ReadValue(_amount_label(amount), value_in_words(amount.value, amount.unit), amount.cites)
        for amount in step.amounts
    ]
    label = formats.say(step.label)
    return ShownStep(
        label=f"{formats.say(step.of)}: {label}" if step.of.en else label,
        says=formats.say(step.says),
        value=value_in_words(step.value, step.unit),
        limb=step.limb,
        cites=step.cites,
        read=(*facts, *earlier, *amounts),
    )


def _needed(facts: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """A rule runs only when all that it needs is known: a fact that is not was not needed, of the claim or of a row."""
    known = [(name, [each for each in value if each is not None] if isinstance(value, list) else value)
             for name, value in facts.items() if value is not None]
    return [(name, value) for name, value in known if value or not facts[name]]


def _one_or_each(value: Any, unit: str) -> str:
    """A value in its unit, or those of each child in turn; where there are none, None."""
    if not isinstance(value, list):
        return value_in_words(value, unit)
    return ", ".join(value_in_words(each, unit) for each in value) or gettext("None")


def _label(name: str, labels: Mapping[str, Words]) -> str:
    words = labels.get(name.replace(".", "_"))
    return formats.say(words) if words else name.split(".")[-1].replace("_", " ").capitalize()


def _amount_label(amount: AmountRead) -> str:
    name = amount.name.replace("_", " ").capitalize()
    return (
        gettext("%(name)s from %(day)s") % {"name": name, "day": formats.day(amount.from_on)}
        if amount.from_on
        else name
    )


def _fact_in_words(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(_fact_in_words(each) for each in value) or gettext("None")
    if isinstance(value, str) and len(value) == 10 and value[4] == value[7] == "-":
        return formats.day(value)
    if isinstance(value, date):
        return formats.day(value)
    return value_in_words(value, "")


def _as_date(value: Any) -> date | str:
    return _YEAR_ZERO + timedelta(days=value) if isinstance(value, int) else value
