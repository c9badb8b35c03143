"""Which language a page is in: what was chosen, else what the record says, else what the browser asks for."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers

LANGUAGES = {"en": "English", "cy": "Cymraeg"}
COOKIE = "entitle_language"
CHOSEN = "lang"
_ONE_YEAR = 365 * 24 * 60 * 60


class LanguageChoice(NamedTuple):
    """One half of the language switch."""

    code: str
    name: str
    href: str
    is_current: bool


def language() -> str:
    """The language of the page being made: 'en' or 'cy'."""
    return "cy" if (translation.get_language() or "en").startswith("cy") else "en"


def language_choices(request: HttpRequest) -> list[LanguageChoice]:
    """The switch for this page: both languages, each with the address of this same page in it."""
    choices = []
    for code, name in LANGUAGES.items():
        query = request.GET.copy()
        query[CHOSEN] = code
        choices.append(LanguageChoice(code, name, f"{request.path}?{query.urlencode()}", code == language()))
    return choices


class LanguageMiddleware:
    """Speaks the chosen language for the length of a request. Stands after the authentication middleware."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = request.GET.get(CHOSEN, "")
        spoken = (
            _first_known(chosen, request.COOKIES.get(COOKIE, ""), _on_record(request), _of_browser(request)) or "en"
        )
        request.LANGUAGE_CODE = spoken  # type: ignore[attr-defined]
        with translation.override(spoken):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", spoken)
        patch_vary_headers(response, ("Accept-Language", "Cookie"))
        if chosen in LANGUAGES:
            response.set_cookie(
                COOKIE, chosen, max_age=_ONE_YEAR, samesite="Lax", httponly=True, secure=request.is_secure()
            )
        return response


def _first_known(*candidates: str) -> str:
    return next((code for code in candidates if code in LANGUAGES), "")


def _on_record(request: HttpRequest) -> str:
    user = getattr(request, "user", None)
    return getattr(user, "language", "") if user is not None and user.is_authenticated else ""


def _of_browser(request: HttpRequest) -> str:
    for part in request.headers.get("Accept-Language", "").split(","):
        code = part.split(";")[0].strip()[:2].lower()
        if code in LANGUAGES:
            return code
    return ""
