"""Why a payment comes on the day it does, in words for the person paid."""
from __future__ import annotations

from datetime import date

from entitle.kernel.nino import last_two_digits
from entitle.kernel.words import ENGLISH, WELSH, Words
from entitle.letters.dates import MONTHS, weekday_name

_WEEKDAY_FROM_NINO = Words(
    "Your National Insurance number ends in {digits:02d}, so you are paid on {weekday}s.",
    cy="Mae eich rhif Yswiriant Gwladol yn gorffen gyda {digits:02d}, felly cewch eich talu ar {weekday}.",
)
_WEEKDAY = Words("You are paid on {weekday}s.", cy="Cewch eich talu ar {weekday}.")
_HOLIDAY = Words(
    " {day} is a bank holiday, so you are paid on the working day before.",
    cy=" Mae {day} yn ŵyl y banc, felly cewch eich talu ar y diwrnod gwaith cynt.",
)


def why(*, due_on: date, paid_on: date, nino: str | None) -> Words:
    """The reason for a date. `nino` is given where it is what set the weekday."""
    return Words(*(_said(language, due_on, paid_on, nino) for language in (ENGLISH, WELSH)))


def _said(language: str, due_on: date, paid_on: date, nino: str | None) -> str:
    weekday = weekday_name(due_on, language=language)
    if language == WELSH:
        weekday = weekday.replace("dydd", "ddydd")  # soft mutation after 'ar'
    if nino:
        said = _WEEKDAY_FROM_NINO[language].format(digits=last_two_digits(nino), weekday=weekday)
    else:
        said = _WEEKDAY[language].format(weekday=weekday)
    if paid_on != due_on:
        said += _HOLIDAY[language].format(day=_day(due_on, language))
    return said


def _day(on: date, language: str) -> str:
    """'Wednesday 25 December', 'dydd Mercher 25 Rhagfyr'."""
    return f"{weekday_name(on, language=language)} {on.day} {MONTHS[on.month - 1][language]}"
