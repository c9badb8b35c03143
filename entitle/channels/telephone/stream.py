"""What happens to an agent's calls, told to their browser as it happens: server-sent events from a small process.

One connection listens to the database for every agent. What is told is a call's code and where it stands, never who
rings. Whoever holds a token, which their own page was given, hears of that agent's calls and of no other's. What an
agent was told last is told again as a page of theirs begins to listen, so that nothing is missed meanwhile.
"""
from __future__ import annotations

import asyncio
import json
from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import Any
from urllib.parse import parse_qs

from psycopg import AsyncConnection, Error, sql

from entitle.channels.telephone.stream_token import SECONDS, agent_of

Message = Mapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
BREATH_SECONDS = 15
"""A line of nothing so often, so that whatever is between does not take a quiet stream for a dead one."""
LONGEST_SECONDS = 600
"""Then the browser comes again with a new token: whoever signed out meanwhile has none."""
_AGAIN_SECONDS = 1
_UNREAD = 50
_NOTHING = ": still here\n\n"
_HEADERS = [(b"content-type", b"text/event-stream"), (b"cache-control", b"no-store"), (b"x-accel-buffering", b"no"),
            (b"x-content-type-options", b"nosniff"), (b"access-control-allow-origin", b"*")]
"""Any page may read it that shows a token: it is the token that says whose calls they are."""


class Stream:
    """An ASGI application. `database` is what psycopg connects with; `role` the one it then takes.

    After `sure_after` seconds of listening it has heard all that came since the oldest page with a good token was made.
    """

    def __init__(self, *, database: Callable[[], Mapping[str, Any]], channel: str, role: str = "",
                 sure_after: float = SECONDS) -> None:
        self._database, self._channel, self._role, self._sure_after = database, channel, role, sure_after
        self._browsers: dict[int, set[asyncio.Queue[str]]] = defaultdict(set)
        self._last: dict[int, Mapping[str, str]] = {}
        self._listening: asyncio.Task[None] | None = None
        self._up_since: float | None = None

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["type"] == "http":
            await self._answer(scope, receive, send)

    async def _live(self, receive: Receive, send: Send) -> None:
        while True:
            began = (await receive())["type"] == "lifespan.startup"
            if began:
                self._listening = asyncio.create_task(self._listen())
                await send({"type": "lifespan.startup.complete"})
            else:
                if self._listening is not None:
                    self._listening.cancel()
                await send({"type": "lifespan.shutdown.complete"})
                return

    async def _answer(self, scope: Message, receive: Receive, send: Send) -> None:
        shown = parse_qs(scope["query_string"].decode()).get("token", [""])[0]
        agent = agent_of(shown)
        if agent is None or scope["method"] != "GET":
            await send({"type": "http.response.start", "status": 403, "headers": _HEADERS})
            await send({"type": "http.response.body", "body": b""})
            return
        await send({"type": "http.response.start", "status": 200, "headers": _HEADERS})
        waiting: asyncio.Queue[str] = asyncio.Queue(_UNREAD)
        self._browsers[agent].add(waiting)
        gone = asyncio.create_task(_gone(receive))
        try:
            waiting.put_nowait(self._missed_by(agent))
            await _tell(waiting, gone, send)
        finally:
            gone.cancel()
            self._browsers[agent].discard(waiting)
            if not self._browsers[agent]:
                del self._browsers[agent]

    def _missed_by(self, agent: int) -> str:
        """What a page of theirs may have missed since it was made; while that is not known, it is asked to look."""
        if self._up_since is None:
            return _NOTHING
        if asyncio.get_running_loop().time() - self._up_since < self._sure_after:
            return _said("resync", {})
        return _said("last", self._last[agent]) if agent in self._last else _NOTHING

    async def _listen(self) -> None:
        """For as long as the process lives. What was told while nobody listened is lost, so all are asked to look."""
        while True:
            with suppress(Error, OSError):
                async with await AsyncConnection.connect(**self._database(), autocommit=True) as database:
                    if self._role:
                        await database.execute(sql.SQL("set role {}").format(sql.Identifier(self._role)))
                    await database.execute(sql.SQL("listen {}").format(sql.Identifier(self._channel)))
                    self._up_since = asyncio.get_running_loop().time()
                    self._last.clear()
                    self._pass_on(_said("resync", {}), *self._browsers)
                    await self._hear(database)
            self._up_since = None
            await asyncio.sleep(_AGAIN_SECONDS)

    async def _hear(self, database: AsyncConnection[Any]) -> None:
        while True:
            async for told in database.notifies(timeout=BREATH_SECONDS):
                call = json.loads(told.payload)
                agents = {call["agent"], call["agent_before"]} - {None}
                told_of = {"line": call["call"], "state": call["state"]}
                self._last.update(dict.fromkeys(agents, told_of))
                self._pass_on(_said("call", told_of), *agents)
            await database.execute("select 1")  # a connection that died in silence is found out

    def _pass_on(self, said: str, *agents: int) -> None:
        for agent in agents:
            for waiting in self._browsers.get(agent, ()):
                with suppress(asyncio.QueueFull):  # a browser that reads nothing is asked to look when it comes again
                    waiting.put_nowait(said)


async def _tell(waiting: asyncio.Queue[str], gone: asyncio.Task[None], send: Send) -> None:
    """Until the browser has gone, or it is time that it came again."""
    until = asyncio.get_running_loop().time() + LONGEST_SECONDS
    while not gone.done() and asyncio.get_running_loop().time() < until:
        try:
            said = await asyncio.wait_for(waiting.get(), BREATH_SECONDS)
        except TimeoutError:
            said = _NOTHING
        await send({"type": "http.response.body", "body": said.encode(), "more_body": True})
    await send({"type": "http.response.body", "body": b""})


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _said(event: str, data: Mapping[str, Any]) -> str:
    return f"event: {event}\ndata: {json.dumps(data)}\n\n"
