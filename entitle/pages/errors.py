"""The pages shown when something cannot be done. None of them needs the database, and 500 needs nothing at all."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, 403)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Django's CSRF_FAILURE_VIEW: the form is from an earlier visit, or cookies are off."""
    return _page(request, 403, form_expired=True)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, 404)


def too_large(request: HttpRequest) -> HttpResponse:
    """More than any form of ours asks for: it is not even read."""
    return _page(request, 413)


def too_many(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """For sign-in lock-out and rate limits: AXES_LOCKOUT_CALLABLE and allauth's 429."""
    return _page(request, 429)


def server_error(request: HttpRequest) -> HttpResponse:
    return _page(request, 500)


def closed(request: HttpRequest) -> HttpResponse:
    """While the service is being worked on."""
    return _page(request, 503)


def _page(request: HttpRequest, status: int, **context: Any) -> HttpResponse:
    # The request itself is not handed to the template: looking at who is signed in could need the database that failed.
    reference = getattr(request, "reference", "")
    body = render_to_string(f"errors/{status}.html", {"reference": reference, **context})
    return HttpResponse(body, status=status)
