"""A pretend council and a pretend older payment system behind one address, and a switch that gives them a bad day."""
from __future__ import annotations

import json
import re
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from entitle.gateways.handovers.sandbox.books import Books
from entitle.gateways.handovers.signature import is_signed
from entitle.gateways.loopback import Reply, Request, Running, serve_http

KEY = "demo-handover-key-for-this-machine-only"
BODIES = {"council": False, "legacy": True}
"""Their names, and whether each looks at every letter."""


@dataclass
class Switch:
    """How bad a day is: how slow each answer is, one in how many is refused for now, or is done and its answer lost."""

    slow_seconds: float = 0
    fail_one_in: int = 0
    lose_one_in: int = 0
    asked: int = 0

    def turn(self, told: Mapping[str, Any]) -> None:
        """Set what is told, and leave the rest."""
        self.slow_seconds = float(told.get("slow_seconds", self.slow_seconds))
        self.fail_one_in = int(told.get("fail_one_in", self.fail_one_in))
        self.lose_one_in = int(told.get("lose_one_in", self.lose_one_in))


@dataclass
class ReceiverSandbox(Running):
    """The running bodies, their books by name, and the switch."""

    bodies: dict[str, Books] = field(default_factory=dict)
    switch: Switch = field(default_factory=Switch)


def serve(*, port: int = 0, folder: Path | None = None, people: Mapping[str, Any] | None = None) -> ReceiverSandbox:
    """Answer on loopback under /council and /legacy. A folder keeps what they hold from one life to the next.

    `people` are those whom both know already: {number: {field: value}}.
    """
    bodies = {name: Books(name, exact, folder / f"{name}.jsonl" if folder else None, dict(people or {}))
              for name, exact in BODIES.items()}
    switch, lock = Switch(), threading.Lock()

    def answer(request: Request) -> Reply:
        path = urlsplit(request.path)
        if path.path == "/switch" and request.method == "POST":
            switch.turn(request.json())
            return Reply(200, {"switched": True})
        found = re.fullmatch(r"/(council|legacy)(/.*)", path.path)
        if not found or not is_signed(
                key=KEY, method=request.method, path=f"{path.path}?{path.query}", content=request.body,
                once=request.headers.get("idempotency-key", ""), signature=request.headers.get("signature", "")):
            return Reply(401 if found else 404, {"message": "not signed" if found else "no such address"})
        time.sleep(switch.slow_seconds)
        with lock:
            switch.asked += 1
            if switch.fail_one_in and switch.asked % switch.fail_one_in == 0:
                return Reply(503, {"message": "busy"})
            reply = _answer(bodies[found[1]], request, found[2], parse_qs(path.query))
            lost = switch.lose_one_in and switch.asked % switch.lose_one_in == 0
            return Reply(500, {"message": "lost"}) if lost else reply

    running = serve_http(answer, port=port)
    return ReceiverSandbox(server=running.server, trouble=running.trouble, bodies=bodies, switch=switch)


def _answer(books: Books, request: Request, path: str, query: Mapping[str, list[str]]) -> Reply:
    handed = re.fullmatch(r"/handovers/([^/]+)(/feedback)?", path)
    if handed and handed[2] and request.method == "POST":
        told = request.json()
        books.say(reference=unquote(handed[1]), said=told["said"], said_on=told["said_on"])
        return Reply(200, {"kept": True})
    if handed and request.method == "PUT":
        return _take(books, unquote(handed[1]), request)
    if path == "/held":
        first, last = query["first"][0], query["last"][0]
        return Reply(200, {"references": sorted(
            reference for reference, held in books.held.items() if first <= held.made_on <= last and not held.wanting)})
    if path == "/feedback":
        return Reply(200, {"feedback": [each for each in books.feedback if each["said_on"] >= query["since"][0]]})
    return Reply(404, {"message": "no such address"})


def _take(books: Books, reference: str, request: Request) -> Reply:
    key, made_on = request.headers.get("idempotency-key", ""), request.headers.get("made-on", "")
    try:
        date.fromisoformat(made_on)
        if not key or not isinstance(json.loads(request.body), dict):
            raise ValueError("no key, or not an object")
    except ValueError:
        return Reply(400, {"message": "this wants a key, a day and an object of fields"})
    try:
        return Reply(200, books.take(reference=reference, key=key, made_on=made_on, content=request.body))
    except KeyError:
        return Reply(422, {"message": "another content was sent with this key"})
