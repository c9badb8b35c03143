"""What would have to be otherwise for somebody to get a benefit, in words."""
from __future__ import annotations

from typing import Any

from django.utils.translation import gettext

from entitle.blueprint.nearest_change import Change
from entitle.facts.fact import Fact
from entitle.pages import formats
from entitle.record.queries import every_fact


def change_in_words(change: Change | None) -> str:
    """"If ‘Savings’ were £16,000.00 and not £18,500.00, this answer could change."; empty for nothing."""
    if change is None:
        return ""
    if change.on is not None:
        return gettext("If nothing else changes, this answer could change from %(day)s.") % {
            "day": formats.day(change.on)}
    fact = every_fact()[change.fact]
    return gettext("If ‘%(what)s’ were ‘%(would_be)s’ and not ‘%(now)s’, this answer could change.") % {
        "what": formats.say(fact.label), "would_be": _said(fact, change.would_be), "now": _said(fact, change.now)}


def _said(fact: Fact, value: Any) -> str:
    if fact.kind == "yes_no":
        return gettext("Yes") if value else gettext("No")
    if fact.kind == "choice":
        return formats.say(next(choice.label for choice in fact.choices if choice.value == value))
    return formats.money(value) if fact.kind == "money" else str(value)
