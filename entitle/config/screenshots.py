"""Photographs each door of a running demonstration, signed in as the person whose door it is."""
from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
import sys
from pathlib import Path

from entitle.config.front_page import DOORS

_WIDE, _HIGH = 1280, 900
_BROWSERS = "chromium-headless-shell", "chromium", "chromium-browser"
_SCRIPT = """
import json, sys
from playwright.sync_api import sync_playwright
told = json.loads(sys.argv[1])
with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=told["chromium"], args=["--no-sandbox", "--disable-gpu"])
    for username in ["", *told["doors"]]:
        page = browser.new_context(viewport={"width": told["wide"], "height": told["high"]}).new_page()
        page.goto(told["url"])
        if username:
            page.locator(f"form[action$='/{username}'] button").click()
        page.screenshot(path=f"{told['into']}/door_{username or 'front'}.png")
    browser.close()
"""


class NoBrowser(RuntimeError):
    """Playwright or Chromium is not here, or the demonstration is not: the message says which."""


def photograph(url: str, *, into: Path) -> list[Path]:
    """A picture a door. Playwright is a tool of the tests, so it runs in a process of its own. Raises NoBrowser."""
    chromium = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if chromium is None or importlib.util.find_spec("playwright") is None:
        raise NoBrowser("photographs need Playwright and Chromium: run `make setup`")
    usernames = [door.username for door in DOORS]
    told = json.dumps({"url": url, "into": str(into), "chromium": chromium, "doors": usernames, "wide": _WIDE,
                       "high": _HIGH})
    done = subprocess.run([sys.executable, "-c", _SCRIPT, told], capture_output=True, text=True, check=False)
    if done.returncode:
        raise NoBrowser(f"the doors at {url} could not be photographed: {done.stderr.strip().splitlines()[-1:]}")
    return [into / f"door_{name}.png" for name in ("front", *usernames)]
