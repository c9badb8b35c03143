"""The links at the foot of every page: those of them that this service has."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from entitle.kernel.words import Words
from entitle.pages.language import language
from entitle.pages.step import with_step

_LINKS = (
    ("accessibility", Words("Accessibility statement", "Datganiad hygyrchedd")),
    ("privacy", Words("Privacy", "Preifatrwydd")),
    ("cookies", Words("Cookies", "Cwcis")),
    ("feedback", Words("Feedback", "Adborth")),
    ("law", Words("The law we use", "Y gyfraith a ddefnyddiwn")),
    ("standards", Words("How long things take", "Faint o amser mae pethau'n ei gymryd")),
)


def footer_links(request: HttpRequest | None = None) -> list[dict[str, str]]:
    """Words and addresses, in order. A name that no door has routed is left out; feedback is on this very page."""
    links = []
    for name, words in _LINKS:
        address = address_of(name)
        if address:
            address = with_step(address, request) if name == "feedback" else address
            links.append({"text": words[language()], "href": address})
    return links


def address_of(name: str) -> str:
    """The address of a named page, or nothing where no door has it."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
