"""An agent's screen over HTTP: the pages of the telephone door, each button a post."""
from __future__ import annotations

import re
import threading
from dataclasses import dataclass, field
from http.client import HTTPException

from bench.client import Answer, Browser
from bench.replay.day import Down

_CARD = re.compile(r'Reference (CBK-[0-9A-Z-]+)\.</p>\s*(?:<p class="govuk-body">(.*?) has this call-back)?')
_HERE = threading.local()


@dataclass
class WebDesk:
    """Raises Down where nothing answers, or what answers is in trouble."""

    port: int
    user_id: int
    name: str
    session: str = field(repr=False)

    def take(self) -> str:
        return _code(self._post("/telephone/ready/next/").location, "line")

    def answer(self, call: str) -> bool:
        return self._post(f"/telephone/line/{call}/answer/").status == 302

    def pass_on(self, call: str, queue: str) -> bool:
        told = self._post(f"/telephone/line/{call}/transfer/", queue=queue, note="They need someone who knows")
        return told.status == 302

    def wrap_up(self, call: str, code: str) -> bool:
        return self._post(f"/telephone/line/{call}/wrap-up/", code=code, summary="Told what they asked").status == 302

    def due(self) -> list[str]:
        found = _CARD.findall(self._get("/telephone/call-backs/").body)
        mine = [code for code, owner in found if owner == self.name]
        return mine or [code for code, owner in found if not owner]

    def ring_back(self, call_back: str) -> bool:
        return self._post(f"/telephone/call-backs/{call_back}/ring/").status == 302

    def tell_outcome(self, call_back: str, *, reached: bool) -> None:
        self._post(f"/telephone/call-backs/{call_back}/", outcome="reached" if reached else "missed")

    def _get(self, path: str) -> Answer:
        return self._ask(lambda browser: browser.get(path, session=self.session))

    def _post(self, path: str, **fields: str) -> Answer:
        return self._ask(lambda browser: browser.post(path, session=self.session, **fields))

    def _ask(self, what) -> Answer:
        browser = _HERE.__dict__.setdefault(self.port, Browser(self.port))
        try:
            answer = what(browser)
        except (OSError, HTTPException) as problem:
            raise Down(type(problem).__name__) from problem
        if answer.status >= 500:
            raise Down(f"status {answer.status}")
        if answer.status == 302 and "/sign-in" in answer.location:
            raise RuntimeError(f"{self.name} is not signed in: {answer.location}")
        return answer


def _code(location: str, kind: str) -> str:
    found = re.search(rf"/{kind}/([^/]+)/", location)
    return found[1] if found else ""
