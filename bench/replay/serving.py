"""A process that does what callers and agents ask, by the doors' own views and procedures, with no socket between.

Run by `Processes` on an installation: a request a line in, an answer a line out, both JSON.
"""
from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from queue import SimpleQueue
from typing import Any
from urllib.parse import urlencode, urlsplit

import django
from django.db import DatabaseError, InterfaceError
from procrastinate.exceptions import ConnectorException

from bench.deployment import ROOT, Deployment
from bench.replay.day import Down
from entitle.config.serving import ONE_THREAD
from entitle.gateways import clock
from entitle.gateways.telephony.asking import NoAnswer
from entitle.gateways.telephony.sandbox.exchange import KEY
from entitle.gateways.telephony.signature import sign


class Asked:
    """Something that does what callers and agents ask. Raises Down where the database did not answer."""

    def ask(self, what: str, **asked: Any) -> Any:
        """What came of it."""
        raise NotImplementedError

    def post(self, url: str, form: Mapping[str, str]) -> bytes:
        """As the exchange posts to the door. Raises NoAnswer."""
        try:
            return bytes(self.ask("post", url=url, form=dict(form)).encode())
        except Down as problem:
            raise NoAnswer(str(problem)) from problem


@dataclass
class Processes(Asked):
    """So many, each asked one thing at a time. Use it as a context manager."""

    here: Deployment
    number: int
    now: Callable[[], datetime]
    """The day's clock: they are told the moment with what they are asked, and look at no other."""
    _all: list[subprocess.Popen[str]] = field(default_factory=list)
    _free: SimpleQueue[subprocess.Popen[str]] = field(default_factory=SimpleQueue)

    def __enter__(self) -> Processes:
        for _ in range(self.number):
            process = subprocess.Popen([sys.executable, "-m", __name__], env=ONE_THREAD | self.here.surroundings,
                                       cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            self._all.append(process)
            self._free.put(process)
        return self

    def __exit__(self, *_: object) -> None:
        for process in self._all:
            process.kill()
            process.wait(30)

    def ask(self, what: str, **asked: Any) -> Any:
        process = self._free.get()
        try:
            assert process.stdin is not None and process.stdout is not None
            process.stdin.write(json.dumps({"what": what, "at": self.now().isoformat(), **asked}) + "\n")
            process.stdin.flush()
            answer = json.loads(process.stdout.readline())
        finally:
            self._free.put(process)
        if "down" in answer:
            raise Down(answer["down"])
        return answer["done"]


@dataclass
class ProcedureDesk:
    """What an agent's buttons do, without the pages."""

    processes: Asked
    user_id: int
    name: str

    def take(self) -> str:
        return str(self.processes.ask("take", user_id=self.user_id))

    def answer(self, call: str) -> bool:
        return bool(self.processes.ask("answer", user_id=self.user_id, call=call))

    def pass_on(self, call: str, queue: str) -> bool:
        return bool(self.processes.ask("pass_on", user_id=self.user_id, call=call, queue=queue))

    def wrap_up(self, call: str, code: str) -> bool:
        return bool(self.processes.ask("wrap_up", user_id=self.user_id, call=call, code=code))

    def due(self) -> list[str]:
        return []

    def ring_back(self, call_back: str) -> bool:
        return False

    def tell_outcome(self, call_back: str, *, reached: bool) -> None:
        """Those who ring back do so on the pages."""


TROUBLE = (DatabaseError, InterfaceError, ConnectorException)
"""What is raised where the database did not answer."""


def doings() -> dict[str, Callable[..., Any]]:
    from django.test import RequestFactory

    from entitle.channels.exchange.events import events
    from entitle.channels.exchange.voice import voice
    from entitle.contacts import queries as contacts
    from entitle.kernel.references import Actor
    from entitle.procedures.answer_call import answer_call
    from entitle.procedures.errors import NotDone
    from entitle.procedures.take_next_call import take_next_call
    from entitle.procedures.transfer_call import transfer_call
    from entitle.procedures.wrap_up_call import wrap_up_call

    made = RequestFactory()

    def by(user_id: int) -> Actor:
        return Actor(role="staff", channel="telephone", user_id=user_id, name="")

    def post(url: str, form: dict[str, str]) -> str:
        split = urlsplit(url)
        request = made.post(f"{split.path}?{split.query}" if split.query else split.path, urlencode(form),
                            content_type="application/x-www-form-urlencoded",
                            headers={"X-Twilio-Signature": sign(key=KEY, url=url, form=form)})
        answered = (voice if split.path.endswith("/voice/") else events)(request)
        if answered.status_code >= 400:
            raise RuntimeError(f"status {answered.status_code} for {url}")
        return answered.content.decode()

    def take(user_id: int) -> str:
        call = take_next_call(agent=by(user_id), as_at=clock.now())
        return call.code if call else ""

    def done(procedure: Callable[..., Any], user_id: int, call: str, **more: Any) -> bool:
        try:
            procedure(call=contacts.get_call(code=call), agent=by(user_id), as_at=clock.now(), **more)
        except NotDone:
            return False
        return True

    return {
        "post": post, "take": take, "answer": lambda user_id, call: done(answer_call, user_id, call),
        "pass_on": lambda user_id, call, queue: done(transfer_call, user_id, call, queue=queue, note="One who knows"),
        "wrap_up": lambda user_id, call, code: done(wrap_up_call, user_id, call, code=code, summary="Told")}


def serve() -> None:
    """Until the lines end."""
    from django.db import connection

    every = doings()
    for line in sys.stdin:
        asked = json.loads(line)
        what, at = asked.pop("what"), datetime.fromisoformat(asked.pop("at"))
        try:
            with clock.at(at):
                answer = {"done": every[what](**asked)}
        except TROUBLE as problem:
            connection.close()
            answer = {"down": type(problem).__name__}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    django.setup()
    serve()
