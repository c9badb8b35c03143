"""What would have to be otherwise for somebody to get a benefit, in words."""
from __future__ import annotations

from django.utils.translation import gettext

from entitle.blueprint.nearest_change import Change
from entitle.pages import formats
from entitle.pages.fact_words import in_words, label_of


def change_in_words(change: Change | None) -> str:
    """"If ‘Savings’ were £16,000.00 and not £18,500.00, this answer could change."; empty for nothing."""
    if change is None:
        return ""
    if change.on is not None:
        return gettext("If nothing else changes, this answer could change from %(day)s.") % {
            "day": formats.day(change.on)}
    return gettext("If ‘%(what)s’ were ‘%(would_be)s’ and not ‘%(now)s’, this answer could change.") % {
        "what": formats.say(label_of(change.fact)), "would_be": in_words(change.fact, change.would_be),
        "now": in_words(change.fact, change.now)}
