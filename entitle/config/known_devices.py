"""Whether somebody signed in on a device that is known to be theirs: a signed cookie says since when each used it.

Nothing is kept of a device on the record. The cookie is for this alone, and cannot be made or altered without our key.
"""
from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from entitle.customers.account_safety import account_safety
from entitle.gateways import clock
from entitle.pages.actor import NEW_DEVICE
from entitle.staff.models import User

COOKIE = "entitle_device"
_SALT = "entitle.known_devices"
_MOST_PEOPLE = 8
_KEPT_SECONDS = 400 * 24 * 60 * 60
View = Callable[[HttpRequest], HttpResponse]


def know_devices(get_response: View) -> View:
    """Middleware: marks the request of a customer on a new device, and writes down the first day of each there."""

    def middleware(request: HttpRequest) -> HttpResponse:
        user = request.user
        if not isinstance(user, User) or user.kind != User.CUSTOMER:
            return get_response(request)
        seen, today = _seen(request), clock.today()
        first = _day(seen.get(user.code))
        setattr(request, NEW_DEVICE, first is None or today - first < timedelta(
            days=account_safety(on=today).new_device_days))
        response = get_response(request)
        if first is None:
            kept = dict(list(seen.items())[1 - _MOST_PEOPLE:])
            response.set_cookie(
                COOKIE, signing.dumps({**kept, user.code: today.isoformat()}, salt=_SALT), max_age=_KEPT_SECONDS,
                httponly=True, secure=settings.SESSION_COOKIE_SECURE, samesite="Lax")
        return response

    return middleware


def _seen(request: HttpRequest) -> dict[str, Any]:
    """The first day of each person on this device, by the code of their sign-in; empty for what we did not write."""
    try:
        read = signing.loads(request.COOKIES.get(COOKIE, ""), salt=_SALT)
    except signing.BadSignature:
        return {}
    return read if isinstance(read, dict) else {}


def _day(written: Any) -> date | None:
    return date.fromisoformat(written) if isinstance(written, str) else None
