"""The process that tells agents' browsers of their calls, asked as its server asks it, on the test's own database."""
from __future__ import annotations

import asyncio
import json
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.db import connection
from psycopg import AsyncConnection

from entitle.channels.telephone.stream import Stream
from entitle.channels.telephone.stream_token import SECONDS, stream_for

CHANNEL, PRECIOUS, TOMASZ = "calls_of_a_test", 7, 8


def database() -> dict[str, Any]:
    known = connection.get_connection_params()
    return {name: known[name] for name in ("host", "user", "dbname", "port", "password") if name in known}


async def heard(stream: Stream, agent: int, wanted: str) -> None:
    """A page of an agent's listens until it is told that, and is told nothing before."""
    sent: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
    gone = asyncio.Event()

    async def receive() -> dict[str, Any]:
        await gone.wait()
        return {"type": "http.disconnect"}

    query = urlsplit(stream_for(agent)).query.encode()
    page = asyncio.create_task(stream({"type": "http", "method": "GET", "query_string": query}, receive, sent.put))
    assert (await sent.get())["status"] == 200
    assert (await asyncio.wait_for(sent.get(), 10))["body"].decode() == wanted
    page.cancel()
    await asyncio.gather(page, return_exceptions=True)


async def told(*, sure_after: float, **expected: str) -> None:
    """A call is offered to Precious; then each agent's page begins to listen, and is told what is expected."""
    stream = Stream(database=database, channel=CHANNEL, sure_after=sure_after)
    listening = asyncio.create_task(stream._listen())
    async with await AsyncConnection.connect(**database(), autocommit=True) as exchange:
        offered = {"call": "CAL-1", "state": "offered", "agent": PRECIOUS, "agent_before": None}
        while PRECIOUS not in stream._last:
            await exchange.execute("select pg_notify(%s, %s)", [CHANNEL, json.dumps(offered)])
            await asyncio.sleep(0.01)
    await heard(stream, PRECIOUS, expected["precious"])
    await heard(stream, TOMASZ, expected["tomasz"])
    listening.cancel()
    await asyncio.gather(listening, return_exceptions=True)


@pytest.fixture(autouse=True)
def address(db, settings):
    settings.ENTITLE_CALLS_URL = "http://127.0.0.1:8090/"


def test_a_page_that_begins_to_listen_is_told_what_its_agent_was_told_last_and_asks_for_nothing():
    asyncio.run(told(sure_after=0, precious='event: last\ndata: {"line": "CAL-1", "state": "offered"}\n\n',
                     tomasz=": still here\n\n"))


def test_it_is_asked_to_look_while_this_process_may_have_missed_what_came_since_the_page_was_made():
    asyncio.run(told(sure_after=SECONDS, precious="event: resync\ndata: {}\n\n", tomasz="event: resync\ndata: {}\n\n"))
