"""A pretend telephone exchange: real sockets both ways, in the webhook shape, for tests, load and demonstration."""
from __future__ import annotations

import base64
import threading
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.utils import format_datetime
from functools import partial
from typing import Protocol
from urllib.parse import parse_qsl

from entitle.gateways import clock
from entitle.gateways.loopback import Reply, Request, Running, serve_http
from entitle.gateways.telephony.asking import Asker, NoAnswer
from entitle.gateways.telephony.sandbox.call import BLOCKED, OVER, Call
from entitle.kernel.periods import Instant

ACCOUNT, KEY = "AC00000000000000000000000000000001", "demo-exchange-key-for-this-machine-only"


class Poster(Protocol):
    """Posts a form, signed, and gives the answer. Raises NoAnswer."""

    def post(self, url: str, form: Mapping[str, str]) -> bytes: ...


@dataclass
class Exchange:
    """Rings the door at `door` ('http://127.0.0.1:8000'). `lines` are how many calls it carries; more are blocked.

    On a bad day: `twice` tells each event twice, `held_back` keeps events until `let_go` tells them newest first.
    """

    door: str
    lines: int = 10_000
    twice: bool = False
    held_back: list[tuple[str, dict[str, str]]] | None = None
    picked_up: bool = True
    """An agent's telephone is picked up as it rings; else it rings until `agent_picks_up`."""
    tries: int = 1
    poster: Poster | None = None
    """Posts to the door in another way than over a socket: for a test inside one transaction."""
    kept: list[tuple[Call, bytes]] | None = None
    """What the door pushes waits here for `obey_now`, where it is a list; else it is carried out at once."""
    soon: Callable[[Callable[[], None]], None] | None = None
    """Has what the door pushes carried out after the push is answered, where it is given."""
    now: Callable[[], Instant] = clock.now
    """The exchange's own clock."""
    dialled: str = "+448001690310"
    calls: dict[str, Call] = field(default_factory=dict)
    untold: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    """Events that the door did not take, to tell again."""

    def __post_init__(self) -> None:
        self.voice_url, self._events_url = f"{self.door}/exchange/voice/", f"{self.door}/exchange/events/"
        self._asker: Poster = self.poster or Asker(key=KEY, tries=self.tries)
        self._lock, self._told, self._busy = threading.Lock(), 0, 0
        self.api: Running = serve_http(self._answer)

    def ring(self, number: str) -> Call:
        """A caller rings: the call, at the first thing that waits for the caller; or blocked, when no line is free."""
        call = Call(self, f"CA{uuid.uuid4().hex}", number, self.dialled)
        with self._lock:
            free, self._busy = self._busy < self.lines, self._busy + 1
            self.calls[call.sid] = call
        if free:
            call.ring()
        else:
            call.place = BLOCKED
            self.tell(call, "busy")
        return call

    def ask(self, url: str, form: Mapping[str, str]) -> bytes:
        """The door's answer. Raises NoAnswer."""
        return self._asker.post(url, form)

    def tell(self, call: Call, status: str, *, url: str = "", parent: str = "") -> None:
        """Tell the door what became of a call, or (with `parent`) of the agent's end of it."""
        with self._lock:
            self._told += 1
            self._busy -= call.place in (OVER, BLOCKED) and not parent
            sequence = self._told
        form = {"CallSid": f"{call.sid}-agent" if parent else call.sid, "From": call.number, "To": call.dialled,
                "CallStatus": status, "Timestamp": format_datetime(self.now()), "SequenceNumber": str(sequence),
                "CallbackSource": "call-progress-events"} | ({"ParentCallSid": parent} if parent else {})
        if self.held_back is not None:
            self.held_back.append((url or self._events_url, form))
            return
        for _ in range(1 + self.twice):
            self._tell(url or self._events_url, form)

    def post_by(self, poster: Poster) -> None:
        """From now on, to the door in another way."""
        self._asker = poster

    def obey_now(self) -> None:
        """Carry out what the door pushed and was kept."""
        kept, self.kept = self.kept or [], []
        for call, answer in kept:
            call.obey(answer)

    def let_go(self) -> None:
        """Tell what was held back, and what was not taken, newest first: the worst order."""
        with self._lock:
            waiting, self.held_back, self.untold = [*(self.held_back or ()), *self.untold], None, []
        for url, form in reversed(waiting):
            self._tell(url, form)

    def stop(self) -> None:
        """Close the API's socket."""
        self.api.stop()

    def _tell(self, url: str, form: dict[str, str]) -> None:
        try:
            self._asker.post(url, form)
        except NoAnswer:
            with self._lock:
                self.untold.append((url, form))

    def _answer(self, request: Request) -> Reply:
        known = base64.b64encode(f"{ACCOUNT}:{KEY}".encode()).decode()
        if request.headers.get("authorization") != f"Basic {known}":
            return Reply(401, {"message": "Authenticate"})
        path = request.path.removeprefix(f"/2010-04-01/Accounts/{ACCOUNT}/Calls/").removesuffix(".json")
        sid, _, recording = path.partition("/")
        call, form = self.calls.get(sid), dict(parse_qsl(request.body.decode()))
        if call is None or call.place == OVER:
            return Reply(404, {"message": "no such call in progress"})
        if recording:
            call.recording = form["Status"] == "in-progress"
        elif self.kept is not None:
            self.kept.append((call, form["Twiml"].encode()))
        elif self.soon is not None:
            self.soon(partial(call.obey, form["Twiml"].encode()))
        else:
            call.obey(form["Twiml"].encode())
        return Reply(200, {"sid": sid})
