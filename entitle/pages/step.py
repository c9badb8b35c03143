"""Which step of a journey a page is: its own name, and never a reference of anyone's."""
from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest

_TOLD = ("slug", "kind", "benefit", "scheme", "which")
"""Parts of an address that say which page it is."""


def step_of(request: HttpRequest | None) -> str:
    """The page's own name, and which question, change or benefit it is about: '' where it has none."""
    found = request.resolver_match if request is not None else None
    if found is None or not found.url_name:
        return ""
    about = next((str(found.kwargs[name]) for name in _TOLD if name in found.kwargs), "")
    return f"{found.url_name}/{about}".lower() if about else found.url_name.lower()


def with_step(address: str, request: HttpRequest | None) -> str:
    """The address of this page's feedback."""
    step = step_of(request)
    return f"{address}?{urlencode({'step': step})}" if step else address
