"""Photographs the doors of a running demonstration, as the README shows them."""
from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

_BROWSERS = "chromium-headless-shell", "chromium", "chromium-browser"
_SCRIPT = """
import json, sys
from playwright.sync_api import sync_playwright
told = json.loads(sys.argv[1])
with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=told["chromium"], args=["--no-sandbox", "--disable-gpu"])
    for name, username, steps in told["pictures"]:
        page = browser.new_context(viewport={"width": 1200, "height": 1000}, device_scale_factor=0.75).new_page()
        page.goto(told["url"])
        page.locator(f"form[action$='/{username}'] button").click()
        for act, where, *what in steps:
            if act == "go":
                page.goto(told["url"] + where)
            elif act == "fill":
                page.fill(where, what[0])
            else:
                page.locator(where).first.click()
        page.wait_for_load_state()
        page.screenshot(path=f"{told['into']}/{name}.png")
    browser.close()
"""


class Picture(NamedTuple):
    """A picture's name, who signs in, and what they do to come to the page: go to an address, fill a field, click."""

    name: str
    username: str
    steps: tuple[tuple[str, ...], ...] = ()


_FIND_OLWEN = (("fill", "[name=name]", "Olwyn Lyr"), ("fill", "[name=postcode]", "LL57 1AA"),
               ("click", "main form button"))
PICTURES = (
    Picture("online", "olwen", (("go", "/online/?lang=en"), ("click", "main a[href*='/claims/']"),
                                ("click", "main a[href*='/decisions/']"))),
    Picture("telephone", "nia", _FIND_OLWEN),
    Picture("desk", "helen"),
    Picture("record", "helen", (("go", "/desk/find/"), *_FIND_OLWEN, ("click", "main table a"),
                                ("click", "[value=checking_a_claim]"), ("click", "main button"))),
    Picture("paper", "carol"),
    Picture("calls_of_a_day", "idris", (("go", "/desk/figures/calls/"),)),
)


class NoBrowser(RuntimeError):
    """Playwright or Chromium is not here, or the demonstration is not: the message says which."""


def photograph(url: str, *, into: Path) -> list[Path]:
    """Each picture, as PNG. Playwright is a tool of the tests, so it runs in a process of its own. Raises NoBrowser."""
    chromium = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if chromium is None or importlib.util.find_spec("playwright") is None:
        raise NoBrowser("photographs need Playwright and Chromium: run `make setup`")
    told = json.dumps({"url": url.rstrip("/"), "into": str(into), "chromium": chromium, "pictures": PICTURES})
    done = subprocess.run([sys.executable, "-c", _SCRIPT, told], capture_output=True, text=True, check=False)
    if done.returncode:
        raise NoBrowser(f"the doors at {url} could not be photographed: {done.stderr.strip().splitlines()[-1:]}")
    return [into / f"{picture.name}.png" for picture in PICTURES]
