"""What is typed where no question reads it: plain numbers, and text without what no database can keep."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict

_NUL = "\0"
_MOST_DIGITS = 18  # what a whole number of the database holds


def whole_number(text: str) -> int | None:
    """What a few plain digits say; None for anything else."""
    text = text.strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS else None


class NulMiddleware:
    """Nobody can type a NUL, and PostgreSQL keeps none: it is left out of what was sent; no address has one (404)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        """After the check of the form's token, which has read the form; what a machine posts is its own view's to read.
        """
        if _NUL in request.path:
            raise Http404
        _leave_out(request, "GET")
        if request.method == "POST" and not getattr(view, "csrf_exempt", False):
            _leave_out(request, "POST")


def _leave_out(request: HttpRequest, where: str) -> None:
    sent: QueryDict = getattr(request, where)
    if any(_NUL in text for _, texts in sent.lists() for text in texts):
        kept = sent.copy()
        for name, texts in sent.lists():
            kept.setlist(name, [text.replace(_NUL, "") for text in texts])
        setattr(request, where, kept)
