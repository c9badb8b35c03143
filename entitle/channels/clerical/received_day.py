"""The date stamped on what came by post: three boxes that several pages of this door have."""
from __future__ import annotations

from datetime import date

from django.http import HttpRequest

RECEIVED_PARTS = ("day", "month", "year")


def received_day(request: HttpRequest, today: date, what: str = "the form") -> tuple[date | None, str]:
    """The day that was typed, or what is wrong with it."""
    day, month, year = (request.POST.get(f"received-{part}", "").strip() for part in RECEIVED_PARTS)
    if not (day and month and year):
        return None, f"Enter the date {what} arrived"
    try:
        received_on = date(int(year), int(month), int(day))
    except ValueError:
        return None, f"The date {what} arrived must be a real date"
    return (received_on, "") if received_on <= today else (None, f"The date {what} arrived must be today or before")
