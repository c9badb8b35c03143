"""An adviser at the offline page, in a browser: unlocking it, and taking claims as fast as the page allows."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.test.testcases import LiveServerThread, QuietWSGIRequestHandler
from playwright.sync_api import Page

PASSPHRASE = "four made-up words here"
_ONE_CLAIM = """async ([title, fields]) => {
  const until = async test => {
    const since = Date.now();
    while (!test()) {
      if (Date.now() - since > 10_000) throw new Error(`${test}: ${document.querySelector("main").innerText}`);
      await new Promise(again => setTimeout(again, 2));
    }
  };
  const main = document.querySelector("main");
  const benefit = () => [...main.querySelectorAll("li button")].find(each => each.textContent === title);
  await until(benefit);
  benefit().click();
  for (;;) {
    await until(() => main.querySelector("form"));
    const form = main.querySelector("form");
    for (const field of form.querySelectorAll("input, textarea, select")) {
      if (field.name === "agree") field.checked = true;
      else if (field.type === "radio") field.checked = field.value === fields[field.name];
      else if (fields[field.name] !== undefined) field.value = fields[field.name];
    }
    const last = form.querySelector("[name=agree]");
    form.requestSubmit();
    await until(() => !form.isConnected);
    if (main.querySelector(".govuk-error-summary")) throw new Error(form.outerHTML);
    if (last) break;
  }
  const number = Number(main.querySelector("#number").textContent);
  main.querySelector("button").click();
  await until(() => main.querySelector("dl"));
  return number;
}"""


class NoStaticHandler:
    """Leaves static files to WhiteNoise, as in production."""

    def __new__(cls, application):
        return application


class _OneAnswer(QuietWSGIRequestHandler):
    """A connection for each answer: one kept open would go on being served by a server that has stopped."""

    protocol_version = "HTTP/1.0"


class _Stoppable(LiveServerThread):
    def _create_server(self, connections_override: Any = None) -> Any:
        return self.server_class((self.host, self.port), _OneAnswer, allow_reuse_address=True,
                                 connections_override=connections_override)


class Server:
    """One that can be stopped, and started again at the same address."""

    def __init__(self) -> None:
        self.port = 0
        self.start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        self.thread = _Stoppable("127.0.0.1", static_handler=NoStaticHandler, port=self.port)
        self.thread.daemon = True
        self.thread.start()
        self.thread.is_ready.wait()
        if self.thread.error:
            raise self.thread.error
        self.port = self.thread.port

    def stop(self) -> None:
        self.thread.terminate()


def set_up(page: Page, address: str) -> None:
    """The first time in this browser: the page is kept, and a passphrase chosen."""
    page.goto(address)
    page.get_by_label("Passphrase", exact=True).fill(PASSPHRASE)
    page.get_by_label("The same passphrase again").fill(PASSPHRASE)
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("heading", name="Take a claim").wait_for()
    page.evaluate("navigator.serviceWorker.ready.then(found => found.active.state)")
    page.wait_for_function("navigator.serviceWorker.controller")


def unlock(page: Page, address: str, passphrase: str = PASSPHRASE) -> None:
    """Any later time."""
    page.goto(address)
    page.get_by_label("Passphrase", exact=True).fill(passphrase)
    page.get_by_role("button", name="Continue").click()


def take(page: Page, title: str, fields: Mapping[str, str]) -> int:
    """One claim from its first question to its number in this browser."""
    number: int = page.evaluate(_ONE_CLAIM, [title, dict(fields)])
    return number
