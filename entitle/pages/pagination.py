"""The links between the pages of a long list."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Page
from django.http import HttpRequest

NUMBER = "page"


def page_links(request: HttpRequest, page: Page[Any]) -> dict[str, Any]:
    """Parameters for the pagination component: first, last, and two each side of the current page."""
    last = page.paginator.num_pages
    if last < 2:
        return {}
    links: dict[str, Any] = {"items": _items(request, page.number, last)}
    if page.has_previous():
        links["previous"] = {"href": _address(request, page.previous_page_number())}
    if page.has_next():
        links["next"] = {"href": _address(request, page.next_page_number())}
    return links


def _items(request: HttpRequest, current: int, last: int) -> list[dict[str, Any]]:
    shown = [number for number in range(1, last + 1) if number in (1, last) or abs(number - current) <= 1]
    items: list[dict[str, Any]] = []
    for place, number in enumerate(shown):
        if place and number - shown[place - 1] > 1:
            items.append({"ellipsis": True})
        items.append({"number": number, "href": _address(request, number), "current": number == current})
    return items


def _address(request: HttpRequest, number: int) -> str:
    query = request.GET.copy()
    query[NUMBER] = str(number)
    return f"?{query.urlencode()}"
