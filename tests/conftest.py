"""Headless Chromium on a running Entitle: real styles, real compression, real security headers.

`page`, `page_without_javascript` and `narrow_page` are browser pages that fail their test on any script error or
anything the content security policy refused. `service` is the address of the running server with the database;
`pages_address` is the same server for pages that need none.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import override_settings
from django.test.testcases import LiveServerThread
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from entitle.pages.tests.showcase.claim import DRAFT
from tests import every_page

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright keeps a loop in the thread that makes the tests' records

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium-headless-shell") or "/usr/bin/chromium"
"""The shell draws the same pages with none of a browser's windows, for less than half the work."""
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
AXE = Path(__file__).parents[1] / "node_modules" / "axe-core" / "axe.min.js"
WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
HEAVIEST_BYTES = 150_000


SHOWCASE = Path(__file__).parents[1] / "entitle" / "pages" / "tests" / "showcase"


class _NoStaticHandler:
    """Leaves static files to WhiteNoise, as in production, instead of Django's uncompressed test handler."""

    def __new__(cls, application):
        return application


@pytest.fixture(scope="session")
def _collected(tmp_path_factory) -> Iterator[None]:
    storages = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    }
    with override_settings(
        STATIC_ROOT=tmp_path_factory.mktemp("static"),
        STORAGES=storages,
        ALLOWED_HOSTS=["*"],
    ):
        call_command("collectstatic", interactive=False, verbosity=0)
        yield


@pytest.fixture(scope="session")
def pages_address(_collected) -> Iterator[str]:
    """The running server's address, for pages that read no database."""
    server = LiveServerThread("127.0.0.1", static_handler=_NoStaticHandler)
    server.daemon = True
    server.start()
    server.is_ready.wait()
    if server.error:
        raise server.error
    yield f"http://127.0.0.1:{server.port}"
    server.terminate()


@pytest.fixture
def service(transactional_db, pages_address) -> str:
    """The running server's address, with the test's database behind it."""
    return pages_address


@pytest.fixture(scope="session")
def _clicks_wait_for_the_page() -> Iterator[None]:
    """A click that opens a page returns as its first bytes arrive; what a test reads next is on the whole of it."""
    click = Locator.click

    def click_and_wait(self: Locator, **options: Any) -> None:
        click(self, **options)
        self.page.wait_for_load_state("domcontentloaded")

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Locator, "click", click_and_wait)
        yield


@pytest.fixture(scope="session")
def browser(_clicks_wait_for_the_page) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture
def page(browser) -> Iterator[Page]:
    """A browser window 1,200 pixels wide."""
    yield from _watched(browser, viewport={"width": 1200, "height": 900})


@pytest.fixture
def page_without_javascript(browser) -> Iterator[Page]:
    yield from _watched(browser, java_script_enabled=False, viewport={"width": 1200, "height": 900})


@pytest.fixture
def narrow_page(browser) -> Iterator[Page]:
    """A window 320 CSS pixels wide: a small telephone, or a desktop screen at 400% zoom."""
    yield from _watched(browser, viewport={"width": 320, "height": 800})


@pytest.fixture
def axe() -> Callable[[Page], None]:
    """Asserts that axe finds no WCAG 2.2 AA violation on a page."""

    def check(page: Page) -> None:
        page.evaluate(AXE.read_text(encoding="utf-8") + "; null")
        found = page.evaluate(_AXE_RUN, WCAG_22_AA)
        problems = [
            f"{rule['id']}: {rule['help']}: {node['html'][:160]}"
            for rule in found["violations"]
            for node in rule["nodes"]
        ]
        assert not problems, f"{page.url}\n" + "\n".join(problems)
        assert found["passes"], f"axe checked nothing on {page.url}"

    return check


@pytest.fixture
def weight() -> Callable[[Page], int]:
    """Asserts that less than 150 kB comes over the wire for a page on a first visit, and gives the bytes."""

    def weigh(page: Page) -> int:
        page.wait_for_load_state()
        total = int(page.evaluate(_BYTES))
        assert 1_000 < total < HEAVIEST_BYTES, f"{page.url} weighs {total:,} bytes"
        return total

    return weigh


@pytest.fixture
def tab_to() -> Callable[[Page, str], None]:
    """Presses Tab until the thing with that name has the focus. Fails where the keyboard cannot reach it."""

    def go(page: Page, name: str, presses: int = 80) -> None:
        seen = []
        for _ in range(presses):
            page.keyboard.press("Tab")
            seen.append(page.evaluate(_FOCUSED_NAME))
            if name in seen[-1]:
                return
        raise AssertionError(f"Tab never reached '{name}' on {page.url}; it reached {list(dict.fromkeys(seen))}")

    return go


@pytest.fixture
def fits() -> Callable[[Page], None]:
    """Asserts that a page does not scroll sideways."""

    def check(page: Page) -> None:
        page.wait_for_load_state()
        page.wait_for_function("document.documentElement")  # between two pages there is none
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert over <= 0, f"{page.url} is {over} pixels too wide for {page.viewport_size}"

    return check


@pytest.fixture
def usable(
    axe: Callable[[Page], None], weight: Callable[[Page], int], fits: Callable[[Page], None],
    request: pytest.FixtureRequest,
) -> Callable[[Page], None]:
    """Asserts that everyone can use a page: axe finds nothing, it is light, and it fits a small telephone. What was
    tried is written down, so that a run of every test can name the pages that nobody tried.
    """

    def check(page: Page) -> None:
        assert page.locator("h1").count() == 1, f"{page.url} has no one heading"
        axe(page)
        weight(page)
        size = page.viewport_size
        page.set_viewport_size({"width": 320, "height": 800})
        fits(page)
        page.set_viewport_size(size)
        if page.evaluate(_STATUS) == 200:
            with every_page.written_in(request.config).open("a") as tried:
                tried.write(f"{every_page.route_of(page.url)}\n")

    return check


@pytest.fixture
def showcase(pages_address) -> Iterator[str]:
    """The address of a tiny service that shows every component once."""
    templates = [dict(engine) for engine in settings.TEMPLATES]
    templates[0]["DIRS"] = [*templates[0]["DIRS"], SHOWCASE / "templates"]
    DRAFT.clear()
    with override_settings(ROOT_URLCONF="entitle.pages.tests.showcase.urls", TEMPLATES=templates):
        yield pages_address


_AXE_RUN = """async tags => {
  const found = await axe.run(document, {runOnly: {type: "tag", values: tags}, resultTypes: ["violations"]});
  return {violations: found.violations, passes: found.passes.length};
}"""
"""Every rule of those tags, on everything; only what is wrong is told in full, which is quicker by half."""

_STATUS = "performance.getEntriesByType('navigation')[0].responseStatus"

_BYTES = """() => ["navigation", "resource"].flatMap(kind => performance.getEntriesByType(kind))
  .reduce((bytes, loaded) => bytes + loaded.encodedBodySize + 800, 0)"""
"""Compressed, with what the headers take; what the browser held already counts as if it had come again."""

_FOCUSED_NAME = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return "";
  const label = e.labels && e.labels.length ? [...e.labels].map(l => l.innerText).join(" ") : "";
  return (e.getAttribute("aria-label") || label || e.innerText || e.value || "").trim();
}"""


def _watched(browser: Browser, **options) -> Iterator[Page]:
    context = browser.new_context(locale="en-GB", **options)
    opened = context.new_page()
    opened.set_default_timeout(10_000)
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on(
        "console", lambda message: wrong.append(message.text) if "Content Security Policy" in message.text else None
    )
    yield opened
    context.close()
    assert not wrong, f"the browser complained: {wrong}"
