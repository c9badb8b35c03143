"""A reference for each request, so that what a person quotes from an error page can be found in the logs."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable

import structlog
from django.http import HttpRequest, HttpResponse

HEADER = "X-Request-Id"
_TRUSTWORTHY = re.compile(r"[A-Za-z0-9-]{8,64}")


class RequestReferenceMiddleware:
    """Takes the reference the proxy gave, or makes one; puts it on the request, in the logs and on the reply."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        given = request.headers.get(HEADER, "")
        reference = given if _TRUSTWORTHY.fullmatch(given) else secrets.token_hex(8)
        request.reference = reference  # type: ignore[attr-defined]
        with structlog.contextvars.bound_contextvars(request_reference=reference):
            response = self.get_response(request)
        response.headers[HEADER] = reference
        return response
