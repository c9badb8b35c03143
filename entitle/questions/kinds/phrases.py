"""The few words that every kind of question uses, in both languages."""
from __future__ import annotations

from datetime import date

from entitle.kernel.words import WELSH, Words

ERROR = Words("Error", cy="Gwall")
PROBLEM = Words("There is a problem", cy="Mae problem")
OPTIONAL = Words("optional", cy="dewisol")
NOT_GIVEN = Words("Not given", cy="Heb ei roi")
YES, NO = Words("Yes", cy="Ie"), Words("No", cy="Na")
DAY, MONTH, YEAR = Words("Day", cy="Diwrnod"), Words("Month", cy="Mis"), Words("Year", cy="Blwyddyn")
TICK_ONE = Words("Tick one box", cy="Ticiwch un blwch")
TICK_IF = Words("Tick the box if this is so", cy="Ticiwch y blwch os yw hyn yn wir")
WRITE_HERE = Words("Write here", cy="Ysgrifennwch yma")
READ_BACK = Words("Read the answer back.", cy="Darllenwch yr ateb yn ôl.")

MONTHS = tuple(Words(en, cy) for en, cy in (
    ("January", "Ionawr"), ("February", "Chwefror"), ("March", "Mawrth"), ("April", "Ebrill"), ("May", "Mai"),
    ("June", "Mehefin"), ("July", "Gorffennaf"), ("August", "Awst"), ("September", "Medi"), ("October", "Hydref"),
    ("November", "Tachwedd"), ("December", "Rhagfyr")))


def long_date(on: date, language: str) -> str:
    """12 March 1960, 12 Mawrth 1960."""
    return f"{on.day} {MONTHS[on.month - 1][language]} {on.year}"


def month_number(text: str) -> int | None:
    """The month that '3', '03', 'Mar', 'march', 'Maw' or 'mawrth' names; None where it names none."""
    text = text.strip().strip(".").casefold()
    if text.isascii() and text.isdigit() and len(text) <= 2:
        return int(text) if 1 <= int(text) <= 12 else None
    if len(text) < 3:
        return None
    for number, month in enumerate(MONTHS, 1):
        if any(name.casefold().startswith(text) for name in (month.en, month[WELSH])):
            return number
    return 9 if text == "sept" else None


def joined(words: tuple[Words, ...], en: str, cy: str) -> Words:
    """Some words as one list: 'week, fortnight or month'."""
    return Words(_listed([each.en for each in words], en), _listed([each["cy"] for each in words], cy))


def _listed(parts: list[str], last: str) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {last} {parts[-1]}"
