"""The exchange's process: listens for calls over SIP, and lives each at the door's word."""
from __future__ import annotations

import asyncio
import logging
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from baresip import Account, Call, Config, Runtime, UserAgent

from entitle.gateways.telephony.asking import Asker
from entitle.gateways.telephony.sip.line import Line
from entitle.gateways.telephony.sip.listening import typed
from entitle.gateways.telephony.sip.voice import Voice

TEXT_HEADER = "X-Words"
"""Where a relay service, or a test, puts the caller's words as text."""
_RTP_PORTS = "28000-32700"
"""For sound: below those that the system gives out to anyone."""
_log = logging.getLogger(__name__)


@dataclass
class SipExchange:
    """Listens at `host`:`port` for calls to `number`. `agents` is where an agent's name rings: 'sip:{name}@host'.

    One a process, because the SIP stack is.
    """

    door: str
    key: str
    agents: str
    voice: Voice
    host: str = "127.0.0.1"
    port: int = 5060
    number: str = "+448001690310"
    calls: int = 100
    pace: float = 1.0
    tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.voice_url, self.events_url = f"{self.door}/exchange/voice/", f"{self.door}/exchange/events/"
        self._asker, self._threads = Asker(key=self.key), ThreadPoolExecutor(max_workers=16)
        self._runtime = Runtime()

    async def start(self) -> None:
        """Listen. Raises BaresipError for an address that is taken."""
        await self._runtime.start(Config(
            net_interface=self.host, max_concurrent_calls=2 * self.calls, expose_headers=(TEXT_HEADER,),
            rtp_timeout=60, extra_config_text=f"sip_listen {self.host}:{self.port}\nrtp_ports {_RTP_PORTS}\n"))
        account = Account(user="line", domain=f"{self.host}:{self.port}", password="", reg_interval=0,
                          audio_codecs=("pcma", "pcmu"), extra_params=("catchall=yes",))
        self._agent = await UserAgent.create(self._runtime, account)
        self._agent.on_incoming(self._answer)

    async def stop(self) -> None:
        """Take no more calls, let those that are going on end, and close."""
        await self._runtime.drain()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        await self._runtime.close()

    async def post(self, url: str, form: dict[str, str]) -> bytes:
        """The door's answer. Raises NoAnswer."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._asker.post, url, form)

    async def dial(self, to: str, contact: str) -> Call:
        """Ring an agent: a name at this exchange, or a whole SIP address."""
        uri = to if to.startswith("sip:") else self.agents.format(name=to)
        return await self._agent.dial(uri, headers={"X-Contact-Id": contact})

    def _answer(self, call: Call) -> None:
        line = Line(call, self, typed(call.headers.get(TEXT_HEADER, "")), number=_number(call.peer or ""),
                    dialled=self.number)
        task = asyncio.get_running_loop().create_task(line.live())
        self.tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self.tasks.discard(task)
        if not task.cancelled() and task.exception():
            _log.error("a call ended in an error: %s", type(task.exception()).__name__)


def _number(peer: str) -> str:
    """The number in 'sip:+447700900123@host'; blank where it is withheld."""
    found = re.match(r"sips?:(\+?[0-9]{3,15})@", peer)
    return found.group(1) if found else ""
