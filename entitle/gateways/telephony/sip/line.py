"""One caller's call over SIP: asks the door what to do at each step, in the webhook shape, and does it."""
from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field
from typing import Protocol

from baresip import BaresipError, Call, CallState, Event, StackEvent

from entitle.gateways.telephony.asking import NoAnswer
from entitle.gateways.telephony.sip.audio import bridge, play
from entitle.gateways.telephony.sip.listening import Keys, Recogniser
from entitle.gateways.telephony.sip.voice import Voice
from entitle.gateways.telephony.verbs import NotVerbs, Verb, read

_SETTLING = 1.0
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Ask:
    """An address of the door, and what to tell it."""

    url: str
    form: dict[str, str] = field(default_factory=dict)


class Exchange(Protocol):
    """What a line needs of its exchange. `pace` shortens every wait, to try it out quickly."""

    voice_url: str
    events_url: str
    pace: float

    @property
    def voice(self) -> Voice: ...

    async def post(self, url: str, form: dict[str, str]) -> bytes: ...

    async def dial(self, to: str, contact: str) -> Call: ...


class Line:
    """A call from its answer to its end."""

    def __init__(self, call: Call, exchange: Exchange, recognise: Recogniser, *, number: str, dialled: str) -> None:
        self._call, self._exchange, self._recognise = call, exchange, recognise
        self.sid = str(call.call_id)
        self._about = {"CallSid": self.sid, "From": number, "To": dialled, "Direction": "inbound"}
        self._keys, self._closed = Keys(), asyncio.Event()
        self._queue: Verb | None = None
        self._with_agent = False
        call.on_dtmf(lambda pressed: self._keys.press(pressed.digit))
        call.on(self._on_event)

    async def live(self) -> None:
        """The whole call. Its end is told whatever happens."""
        living = asyncio.create_task(self._live())
        closing = asyncio.create_task(self._closed.wait())
        try:
            await asyncio.wait({living, closing}, return_when=asyncio.FIRST_COMPLETED)
            if self._with_agent:
                await asyncio.wait({living}, timeout=_SETTLING)  # the agent's end is told of before the call's
        finally:
            living.cancel()
            closing.cancel()
            await asyncio.gather(living, closing, return_exceptions=True)
            await self._hang_up(self._call)
            await self._tell(self._exchange.events_url, CallStatus="completed")

    async def _live(self) -> None:
        await self._call.answer()
        await self._call.wait_established()
        step: Ask | None = Ask(self._exchange.voice_url, {"CallStatus": "ringing"})
        while step is not None and not self._closed.is_set():
            try:
                form = self._about | {"CallStatus": "in-progress"} | step.form
                verbs = read(await self._exchange.post(step.url, form))
            except (NoAnswer, NotVerbs):
                return
            step = await self._do(verbs)
            if step is None and self._queue is not None:
                step = Ask(self._queue.says["waitUrl"])

    async def _do(self, verbs: tuple[Verb, ...]) -> Ask | None:
        """The next thing to ask; None at the end of the verbs."""
        for verb in verbs:
            match verb.name:
                case "Say":
                    await self._say(verb)
                case "Pause":
                    await asyncio.sleep(int(verb.says["length"]) * self._exchange.pace)
                case "Gather":
                    return await self._gather(verb)
                case "Enqueue":
                    self._queue = verb
                    return Ask(verb.says["waitUrl"])
                case "Leave" if self._queue is not None:
                    queue, self._queue = self._queue, None
                    return Ask(queue.says["action"], {"QueueResult": "leave"})
                case "Redirect":
                    return Ask(verb.words)
                case "Dial":
                    return await self._dial(verb)
                case _:
                    self._queue = None
                    return None
        return None

    async def _say(self, verb: Verb) -> None:
        sound = await asyncio.to_thread(self._exchange.voice, verb.words, verb.says["language"])
        await play(self._call, sound, self._keys)

    async def _gather(self, verb: Verb) -> Ask:
        for said in verb.inside:
            await self._say(said)
        if "speech" in verb.says["input"] and (words := await self._recognise()):
            return Ask(verb.says["action"], {"SpeechResult": words, "Confidence": "1.0"})
        digits = await self._keys.take(int(verb.says["numDigits"]), int(verb.says["timeout"]) * self._exchange.pace)
        return Ask(verb.says["action"], {"Digits": digits} if digits else {})

    async def _dial(self, verb: Verb) -> Ask:
        """Ring the agent, join the two, and come back when either rings off."""
        noun = verb.inside[0]
        told = noun.says.get("statusCallback", self._exchange.events_url)
        agent: Call | None = None
        status, carried = "no-answer", (0, 0)
        try:
            agent = await self._exchange.dial(noun.words, self.sid)
            await agent.wait_established(timeout=30)
            await self._tell(told, agent=True, CallStatus="in-progress")
            both, self._with_agent = (self._call, agent), True
            carried = await bridge(*both, lambda: all(each.state is CallState.ESTABLISHED for each in both))
            status = "completed"
        except BaresipError:
            pass  # told below: the door decides where the caller goes when an agent does not answer
        finally:
            if agent is not None:
                await self._hang_up(agent)
        _log.info("joined for a while: %d bytes of sound to the agent, %d to the caller", *carried)
        await self._tell(told, agent=True, CallStatus=status)
        return Ask(verb.says["action"], {"DialCallStatus": status})

    async def _tell(self, url: str, *, agent: bool = False, **form: str) -> None:
        parent = {"CallSid": f"{self.sid}-agent", "ParentCallSid": self.sid} if agent else {}
        try:
            await self._exchange.post(url, self._about | parent | form)
        except NoAnswer:
            return  # the door is down: the call itself goes on

    async def _hang_up(self, call: Call) -> None:
        try:
            if call.state is not CallState.CLOSED:
                await call.hangup()
        except BaresipError:
            return  # the other end rang off first

    def _on_event(self, event: StackEvent) -> None:
        if event.event is Event.CALL_CLOSED:
            self._closed.set()
