"""Where a request came from: through how many proxies, and whether from this machine itself."""
from __future__ import annotations

from collections.abc import Callable
from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest, HttpResponse

View = Callable[[HttpRequest], HttpResponse]


def real_address(get_response: View) -> View:
    """Middleware: with ENTITLE_PROXIES=n in front, the address that the outermost of our own proxies saw.

    Without it the header is ignored, because anyone may write one; limits and lock-outs count by this address.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        passed = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
        proxies = settings.ENTITLE_PROXIES
        if proxies and len(passed) >= proxies and _is_address(passed[-proxies]):
            request.META["REMOTE_ADDR"] = passed[-proxies]
        return get_response(request)

    return middleware


def from_this_machine(request: HttpRequest) -> bool:
    """True only for a request made here and not passed on by a proxy here."""
    address = request.META.get("REMOTE_ADDR", "")
    forwarded = any(name in request.META for name in ("HTTP_X_FORWARDED_FOR", "HTTP_X_REAL_IP", "HTTP_FORWARDED"))
    return not forwarded and _is_address(address) and ip_address(address).is_loopback


def _is_address(written: str) -> bool:
    try:
        ip_address(written)
    except ValueError:
        return False
    return True
