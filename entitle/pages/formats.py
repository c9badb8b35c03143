"""How values are written to a person, in the language of the page."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from babel.dates import format_date
from babel.numbers import format_decimal
from django.utils.translation import gettext

from entitle.kernel.money import pounds
from entitle.kernel.periods import LONDON
from entitle.kernel.words import Words
from entitle.pages.language import language

_LOCALES = {"en": "en_GB", "cy": "cy"}


def money(pence: int | None) -> str:
    """24130 as '£241.30'; nothing where the amount is not known."""
    return "" if pence is None else pounds(pence)


def per(what: str) -> str:
    """What an amount is for, after it: 'week' as 'a week'."""
    return {"week": gettext("a week"), "month": gettext("a month")}.get(what, "")


def day(on: date | str | None, spoken: str = "") -> str:
    """'3 March 2026', '3 Mawrth 2026'. Takes a date, an instant (its London date) or ISO text.

    `spoken` is the language of words that are not in the page's: what an agent says aloud.
    """
    return _written(on, "d MMMM y", spoken)


def weekday_and_day(on: date | str | None, spoken: str = "") -> str:
    """'Tuesday 3 March 2026'. `spoken` as for `day`."""
    return _written(on, "EEEE d MMMM y", spoken)


def month(on: date | str | None) -> str:
    """'March 2026'."""
    return _written(on, "MMMM y")


def moment(at: datetime | str | None) -> str:
    """'3 March 2026, 2:05pm', as the clock stood in London."""
    if not at:
        return ""
    local = (datetime.fromisoformat(at) if isinstance(at, str) else at).astimezone(LONDON)
    clock = local.strftime("%I:%M").lstrip("0")
    half = {"en": ("am", "pm"), "cy": ("yb", "yp")}[language()][local.hour >= 12]
    return f"{day(local)}, {clock}{half}"


def number(value: int | float | None) -> str:
    """1234567 as '1,234,567'."""
    return "" if value is None else format_decimal(value, locale=_LOCALES[language()])


def say(words: Words | str | None) -> str:
    """Words of the domain in the language of the page; plain text as it is."""
    if words is None:
        return ""
    return words[language()] if isinstance(words, Words) else str(words)


def national_insurance_number(written: str | None) -> str:
    """'QQ 12 34 56 C', spaced as on the card."""
    compact = (written or "").replace(" ", "").upper()
    return (
        " ".join((compact[:2], compact[2:4], compact[4:6], compact[6:8], compact[8:])) if len(compact) == 9 else compact
    )


def sort_code(written: str | None) -> str:
    """'12-34-56'."""
    digits = "".join(character for character in written or "" if character.isdigit())
    return f"{digits[:2]}-{digits[2:4]}-{digits[4:]}" if len(digits) == 6 else digits


def _written(on: Any, pattern: str, spoken: str = "") -> str:
    if not on:
        return ""
    if isinstance(on, str):
        on = date.fromisoformat(on[:10])
    if isinstance(on, datetime):
        on = on.astimezone(LONDON).date()
    return format_date(on, pattern, locale=_LOCALES[spoken or language()])
