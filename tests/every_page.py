"""Whether every page of every door was tried for use by everyone: which were, as the run's processes wrote it down.

`pytest --every-page` fails at its end, naming each page that no test handed to `usable`.
"""
from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve

URLS = "entitle.config.urls"
NO_PAGE = {
    "answers to a machine": {"healthz", "metrics", "exchange_voice", "exchange_events", "exchange_stream",
                             "clerical_offline_questions", "clerical_offline_session"},
    "files to keep or to print": {
        "clerical_blank", "clerical_pack_file", "clerical_pack_sheets", "desk-download", "desk-complaint-pack",
        "desk-outside-pack", "desk-outside-letter", "desk-outside-holding-letter", "online_letter_download",
        "online_own_data", "telephone_council_form", "law_picture", "mfa_download_recovery_codes"},
    "parts that a page loads": {"clerical_offline_worker", "clerical_offline_manifest", "telephone_standing"},
    "only leads to another page": {
        "demo_enter", "go", "desk-home", "online_claim_next", "online_change", "online_death", "online_look_again",
        "telephone_asked", "account_confirm_login_code", "account_set_password", "mfa_reauthenticate",
        "openid_connect_login", "openid_connect_callback", "socialaccount_signup"},
    "refuses, and is tried with the other pages that do": {"socialaccount_login_error"},
    "of the sign-in library, and not there": {"not_offered", "account_email", "account_email_verification_sent",
                                              "account_confirm_email", "socialaccount_connections"},
}
"""Routes with nothing to look at, by why; so is any that takes nothing but a post."""


def route_of(address: str) -> str | None:
    """The name of the route that serves an address; None for one that is not ours."""
    try:
        return resolve(urlsplit(address).path, URLS).url_name
    except Resolver404:
        return None


def pages() -> set[str]:
    """The names of the routes that answer with a page."""
    nothing = {name for names in NO_PAGE.values() for name in names}
    return {route.name for route in _routes(get_resolver(URLS)) if route.name and not _only_posted_to(route)} - nothing


def _routes(within: URLResolver) -> Iterator[URLPattern]:
    for route in within.url_patterns:
        if isinstance(route, URLResolver):
            yield from _routes(route)
        else:
            yield route


def _only_posted_to(route: URLPattern) -> bool:
    view = route.callback
    while view is not None:
        if inspect.isfunction(view):
            methods = inspect.getclosurevars(view).nonlocals.get("request_method_list")
            if methods == ["POST"]:
                return True
        view = getattr(view, "__wrapped__", None)
    return False


def written_in(config: pytest.Config) -> Path:
    """The file in which each process of a run adds the routes it tried."""
    folder = config._tmp_path_factory.getbasetemp()  # type: ignore[attr-defined]
    return (folder.parent if hasattr(config, "workerinput") else folder) / "pages_tried"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--every-page", action="store_true", help="fail unless every page was tried for use by everyone")


def pytest_sessionfinish(session: pytest.Session) -> None:
    if _untried(session.config):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    untried = _untried(config)
    if untried:
        terminalreporter.section("pages that no test handed to `usable`", red=True)
        terminalreporter.write_line("\n".join(untried))


def _untried(config: pytest.Config) -> list[str]:
    if not config.getoption("every_page") or hasattr(config, "workerinput"):
        return []
    file = written_in(config)
    return sorted(pages() - set(file.read_text().split() if file.exists() else ()))
