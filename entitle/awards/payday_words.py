"""Why a payment comes on the day it does, in words for the person paid."""
from __future__ import annotations

from datetime import date, timedelta

from entitle.kernel.nino import last_two_digits
from entitle.kernel.periods import Period
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

_MONTH = Words("This is for {first} to {last}. You are paid {days} after the last of them.",
               cy="Mae hwn am {first} i {last}. Cewch eich talu {days} ar ôl yr olaf ohonynt.")
_DAYS = (Words("1 day", cy="1 diwrnod"), Words("{days} days", cy="{days} diwrnod"))
_ESTIMATE = Words(" We work the amount out after {last}, so it may change.",
                  cy=" Byddwn yn cyfrifo'r swm ar ôl {last}, felly gall newid.")
_EARLY = Words(" {day} is not a working day, so you are paid on the working day before.",
               cy=" Nid yw {day} yn ddiwrnod gwaith, felly cewch eich talu ar y diwrnod gwaith cynt.")

_LAST = Words(" It is the last payment. We pay for the days up to {last}.",
              cy=" Dyma'r taliad olaf. Rydym yn talu am y diwrnodau hyd at {last}.")


def and_last(said: Words, *, last_on: date) -> Words:
    """The same of the last payment of an award that the rules end, and the last day that it is for."""
    return Words(*(said[language] + _LAST[language].format(last=f"{_of_month(last_on, language)} {last_on.year}")
                   for language in (ENGLISH, WELSH)))


def why_month(*, period: Period, due_on: date, paid_on: date, is_estimate: bool) -> Words:
    """The reason for the date of a payment for an assessment period, and whether its amount is yet to be worked out."""
    assert period.end is not None, "an assessment period has a last day"
    last = period.end - timedelta(days=1)
    days = (due_on - last).days
    parts = (_MONTH, *((_EARLY,) if paid_on != due_on else ()), *((_ESTIMATE,) if is_estimate else ()))
    return Words(*(
        "".join(part[language].format(
            first=_of_month(period.start, language), last=_of_month(last, language), day=_day(due_on, language),
            days=_DAYS[days > 1][language].format(days=days)) for part in parts)
        for language in (ENGLISH, WELSH)
    ))


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


def _of_month(on: date, language: str) -> str:
    """'25 December', '25 Rhagfyr'."""
    return f"{on.day} {MONTHS[on.month - 1][language]}"


def _day(on: date, language: str) -> str:
    """'Wednesday 25 December', 'dydd Mercher 25 Rhagfyr'."""
    return f"{weekday_name(on, language=language)} {on.day} {MONTHS[on.month - 1][language]}"
