"""Every address states who may use it, and no address can carry a person's details."""
from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from entitle.pages.access import access_of, is_of_others

PERSONAL = ("name", "nino", "email", "phone", "postcode", "born", "account_number", "sort_code")


def routes(resolver: URLResolver | None = None, before: str = "") -> Iterator[tuple[str, URLPattern]]:
    for pattern in (resolver or get_resolver()).url_patterns:
        address = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern, address)
        else:
            yield address, pattern


def ours() -> list[tuple[str, Any]]:
    return [(address, pattern) for address, pattern in routes() if not is_of_others(pattern.callback)]


class TestEveryRoute:
    def test_there_are_routes(self) -> None:
        assert {"healthz", "metrics"} <= {address for address, _ in ours()}

    def test_states_who_may_use_it(self) -> None:
        assert [address for address, pattern in ours() if access_of(pattern.callback) is None] == []

    def test_names_no_personal_detail(self) -> None:
        """What is in an address is in logs, histories and bookmarks, so it is a code: never who someone is."""
        personal = [f"{address}: {parameter}" for address, pattern in ours() for parameter in pattern.pattern.converters
                    if any(word in parameter.split("_") for word in PERSONAL)]
        assert personal == []

    def test_has_a_name(self) -> None:
        assert [address for address, pattern in ours() if not pattern.name] == []
