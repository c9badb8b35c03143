"""The date stamped on what came by post: three boxes that several pages of this door have."""
from __future__ import annotations

from datetime import date

from django.http import HttpRequest

from entitle.kernel.words import Words
from entitle.pages.answer_checks import answer_checks
from entitle.questions.kinds import Date
from entitle.questions.kinds.answering import Unanswerable

RECEIVED_PARTS = ("day", "month", "year")


def received_day(request: HttpRequest, today: date, what: str = "the form") -> tuple[date | None, str]:
    """The day that was typed, read as in any question, or what is wrong with it."""
    arrived = f"the date {what} arrived"
    asked = Date(past=True, called=Words(f"T{arrived[1:]}"), missing=Words(f"Enter {arrived}"))
    typed = {name: str(text) for name, text in request.POST.items()}
    try:
        return asked.parse(typed, "received", checks=answer_checks(today=today)), ""
    except Unanswerable as wrong:
        return None, wrong.errors[0].message.en
