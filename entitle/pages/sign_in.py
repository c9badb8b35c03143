"""Pages that need a signed-in person, without losing what they were writing when their time ran out."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext

from entitle.pages.unsaved import keep_unsaved

View = Callable[..., HttpResponse]


def signed_in(view: View) -> View:
    """Sends anyone else to sign in and back here. An answer posted too late is kept and shown again after sign-in."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.user.is_authenticated:
            return view(request, *args, **kwargs)
        if request.method == "POST":
            messages.warning(request, _what_remains(keep_unsaved(request)))
        return redirect(f"{reverse('account_login')}?{urlencode({'next': request.get_full_path()})}")

    return guarded


def _what_remains(kept: bool) -> str:
    if kept:
        return gettext(
            "You were signed out because you had not used this page for a while. "
            "Sign in again: everything you saved is here, and what you just wrote was kept."
        )
    return gettext(
        "You were signed out because you had not used this page for a while. "
        "Sign in again: everything you saved is here. What you wrote on the last page was not saved."
    )
