"""How many times a minute one sign-in or one address may post. Signing in has its own, stricter limits."""
from __future__ import annotations

import time
from collections.abc import Callable

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse

from entitle.pages.errors import too_many

_WINDOW_SECONDS = 60


def limit_posts(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: 429, with what was typed still in the browser, when one sender posts faster than a person can."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.method == "POST" and _posts_this_minute(request) > settings.ENTITLE_POSTS_PER_MINUTE:
            answer = too_many(request)
            answer["Retry-After"] = str(_WINDOW_SECONDS)
            return answer
        return get_response(request)

    return middleware


def _posts_this_minute(request: HttpRequest) -> int:
    user = request.user
    sender = f"user-{user.pk}" if user.is_authenticated else f"address-{request.META.get('REMOTE_ADDR')}"
    minute = int(time.time() // _WINDOW_SECONDS)  # noqa: TID251 - the machine's own minutes, whatever the agency's clock
    key = f"posts:{sender}:{minute}"
    posts = int(cache.get(key, 0)) + 1
    cache.set(key, posts, _WINDOW_SECONDS)  # one write: `incr` would also keep a busy sender's window open for ever
    return posts
