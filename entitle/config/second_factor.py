"""Staff see customers' records only in a session with two factors: a password and a code, or an organisation's own.

Customers may add a second factor; nothing here asks them to.
"""
from __future__ import annotations

from collections.abc import Callable

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from entitle.staff.models import User

_SET_UP = "mfa_activate_totp"
_ALWAYS = (_SET_UP, "account_logout", "account_reauthenticate")
_MAY_TAKE_SECONDS = 600
_SESSION_KEY = "second_factor_of"
_SUFFICIENT = ("mfa", "socialaccount")
"""How allauth records a code, and a sign-in elsewhere, which adapters.py refuses unless it had two factors itself."""
View = Callable[[HttpRequest], HttpResponse]


def require_second_factor(get_response: View) -> View:
    """Middleware: sends staff without a second factor to the page that sets one up, and lets them do nothing else."""

    def middleware(request: HttpRequest) -> HttpResponse:
        user = request.user
        if not isinstance(user, User) or user.kind != User.STAFF or has_second_factor(request, user):
            return get_response(request)
        has_one = is_mfa_enabled(user, [Authenticator.Type.TOTP])
        if has_one:  # a session that was never asked for the code that this person has
            logout(request)
            return redirect("account_login")
        request.session.set_expiry(_MAY_TAKE_SECONDS)
        if request.path not in {reverse(name) for name in _ALWAYS}:
            return redirect(_SET_UP)
        response = get_response(request)
        if request.path == reverse(_SET_UP) and is_mfa_enabled(user, [Authenticator.Type.TOTP]):
            mark(request, user)  # the page has just checked the first code
        return response

    return middleware


def has_second_factor(request: HttpRequest, user: User) -> bool:
    """Whether this session was begun with two factors."""
    if request.session.get(_SESSION_KEY) == user.pk:
        return True
    return any(record.get("method") in _SUFFICIENT for record in get_authentication_records(request, user))


def mark(request: HttpRequest, user: User) -> None:
    """Note in the session that this person has shown a second factor."""
    request.session[_SESSION_KEY] = user.pk
    request.session.set_expiry(None)
