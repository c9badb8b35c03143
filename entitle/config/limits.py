"""How much one post may hold, and how many a minute one sign-in or one address may send.

Signing in has its own, stricter limits.
"""
from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse

from entitle.pages.errors import too_large, too_many

_OF_MACHINES = ("/exchange/",)
"""Doors of machines that prove by each post who they are: an exchange posts for every caller from one address."""
_OF_STAFF = ("/paper/offline/deliver",)
"""Where an adviser's browser sends, one after another, what it took while there was no server to send it to."""
_MOST_BYTES = 50 * 1024 * 1024
"""Several times the largest file that is taken, so that whoever sends one a little too large is told so in its form."""
_WINDOW_SECONDS = 60
_TOLD_EVERY = 10


@dataclass
class _Counted:
    """This minute's posts by sender: those that came to this process, and those that others have told of."""

    minute: int = 0
    here: Counter[str] = field(default_factory=Counter)
    elsewhere: Counter[str] = field(default_factory=Counter)


_counted, _counting = _Counted(), Lock()


def limit_posts(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: 413 for a post larger than any that we ask for, before it is read onto the disk; 429, with what was
    typed still in the browser, when one sender posts faster than a person can."""

    def middleware(request: HttpRequest) -> HttpResponse:
        length = str(request.META.get("CONTENT_LENGTH") or "0")
        if not length.isdecimal() or int(length) > _MOST_BYTES:
            return too_large(request)
        counts = request.method == "POST" and not request.path.startswith(_OF_MACHINES) and not (
            request.path in _OF_STAFF and getattr(request.user, "kind", "") == "staff")
        if counts and _posts_this_minute(request) > settings.ENTITLE_POSTS_PER_MINUTE:
            answer = too_many(request)
            answer["Retry-After"] = str(_WINDOW_SECONDS)
            return answer
        return get_response(request)

    return middleware


def _posts_this_minute(request: HttpRequest) -> int:
    """Counted here, and told to the other processes a few at a time: who posts now and then costs no statement."""
    user = request.user
    sender = f"user-{user.pk}" if user.is_authenticated else f"address-{request.META.get('REMOTE_ADDR')}"
    minute = int(time.time() // _WINDOW_SECONDS)  # noqa: TID251 - the machine's own minutes, whatever the agency's clock
    with _counting:
        if _counted.minute != minute:
            _counted.minute, _counted.here, _counted.elsewhere = minute, Counter(), Counter()
        _counted.here[sender] += 1
        here = _counted.here[sender]
    few = max(1, min(_TOLD_EVERY, settings.ENTITLE_POSTS_PER_MINUTE // 10))
    if here % few == 0:
        key = f"posts:{sender}:{minute}"
        total = int(cache.get(key, 0)) + few
        cache.set(key, total, _WINDOW_SECONDS)
        _counted.elsewhere[sender] = total - here
    return here + _counted.elsewhere[sender]
