"""One caller's call at the pretend exchange: it does what the door's verbs say, a step at a time."""
from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from entitle.gateways.telephony.asking import NoAnswer
from entitle.gateways.telephony.verbs import NotVerbs, Verb, read

RINGING, LISTENING, WAITING, RINGING_AGENT, WITH_AGENT, OVER, BLOCKED = (
    "ringing", "listening", "waiting", "ringing_agent", "with_agent", "over", "blocked")


class Line(Protocol):
    """What a call needs of its exchange."""

    voice_url: str
    picked_up: bool

    def ask(self, url: str, form: Mapping[str, str]) -> bytes: ...

    def tell(self, call: Call, status: str, *, url: str = "", parent: str = "") -> None: ...


@dataclass
class Call:
    """A call from `number`. `heard` is all that was said to the caller; `place` is where the call stands."""

    line: Line
    sid: str
    number: str
    dialled: str
    place: str = RINGING
    heard: list[str] = field(default_factory=list)
    recording: bool = True
    agent: str = ""
    _gather: Verb | None = None
    _queue: Verb | None = None
    _dial: Verb | None = None
    _one_at_a_time: threading.RLock = field(default_factory=threading.RLock)

    def ring(self) -> None:
        """The first ring: ask the door what to do."""
        self._go(self.line.voice_url, CallStatus="ringing")

    def press(self, digits: str) -> None:
        """Keys pressed while the exchange listens."""
        self._answer(Digits=digits)

    def speak(self, words: str) -> None:
        """Words said while the exchange listens, as its recogniser took them down."""
        self._answer(SpeechResult=words, Confidence="0.9")

    def say_nothing(self) -> None:
        """Silence until the exchange stops listening; or, in the queue, one more turn of what it plays."""
        with self._one_at_a_time:
            if self._gather is None and self._queue is not None:
                self._go(self._queue.says["waitUrl"])
            else:
                self._answer()

    def hang_up(self) -> None:
        """The caller rings off."""
        with self._one_at_a_time:
            if self.place == OVER:
                return
            self._over("completed")

    def agent_picks_up(self) -> bool:
        """Whether their telephone still rang for this caller: the two are joined."""
        with self._one_at_a_time:
            if self.place != RINGING_AGENT or self._dial is None:
                return False
            self.place = WITH_AGENT
            self._tell_of_agent(self._dial, "in-progress")
            return True

    def agent_hangs_up(self) -> None:
        """The agent's end of the call closes, or rang out; the door is asked what comes after."""
        with self._one_at_a_time:
            dial = self._dial
            if dial is not None:
                self._close_agents_end()
                self._go(dial.says["action"], DialCallStatus="completed")

    def obey(self, answer: bytes) -> None:
        """What the door pushes through the exchange's API, whatever the call was doing: an agent's end closes."""
        with self._one_at_a_time:
            if self.place != OVER:
                self._close_agents_end()
                self._gather = self._queue = None
                self._run(read(answer))

    def _answer(self, **form: str) -> None:
        with self._one_at_a_time:
            gather, self._gather = self._gather, None
            if gather is None:
                raise ValueError(f"the exchange was not listening: {self.place}")
            self._go(gather.says["action"], **form)

    def _go(self, url: str, **form: str) -> None:
        try:
            answer = self.line.ask(url, {"CallSid": self.sid, "From": self.number, "To": self.dialled,
                                         "Direction": "inbound", "CallStatus": "in-progress", **form})
            self._run(read(answer))
        except (NoAnswer, NotVerbs):
            self.heard.append("Sorry, something went wrong.")
            self._over("failed")

    def _run(self, verbs: tuple[Verb, ...]) -> None:
        for verb in verbs:
            if self._do(verb):
                return
        if self._queue is None:
            self._over("completed")

    def _do(self, verb: Verb) -> bool:
        """Whether the call has gone on from here, so that the verbs after this one are not reached."""
        doing: dict[str, Callable[[Verb], bool]] = {
            "Say": self._say, "Pause": self._pause, "Gather": self._listen, "Enqueue": self._wait, "Leave": self._leave,
            "Redirect": self._redirect, "Dial": self._call_agent, "Hangup": self._hangup}
        return doing[verb.name](verb)

    def _say(self, verb: Verb) -> bool:
        self.heard.append(verb.words)
        return False

    def _pause(self, verb: Verb) -> bool:
        return False

    def _listen(self, verb: Verb) -> bool:
        for said in verb.inside:
            self._say(said)
        self._gather, self.place = verb, WAITING if self._queue else LISTENING
        return True

    def _wait(self, verb: Verb) -> bool:
        self._queue, self.place = verb, WAITING
        self._go(verb.says["waitUrl"])
        return True

    def _leave(self, verb: Verb) -> bool:
        queue, self._queue = self._queue, None
        if queue is not None:
            self._go(queue.says["action"], QueueResult="leave")
        return True

    def _redirect(self, verb: Verb) -> bool:
        self._go(verb.words)
        return True

    def _call_agent(self, verb: Verb) -> bool:
        if verb.inside[0].name == "Number":
            self.agent = verb.inside[0].words
            self._over("completed")
            return True
        self._dial, self.agent, self.place = verb, verb.inside[0].words, RINGING_AGENT
        if self.line.picked_up:
            self.agent_picks_up()
        return True

    def _close_agents_end(self) -> None:
        dial, self._dial = self._dial, None
        if dial is not None:
            self._tell_of_agent(dial, "no-answer" if self.place == RINGING_AGENT else "completed")

    def _tell_of_agent(self, dial: Verb, status: str) -> None:
        self.line.tell(self, status, url=dial.inside[0].says["statusCallback"], parent=self.sid)

    def _hangup(self, verb: Verb) -> bool:
        self._over("completed")
        return True

    def _over(self, status: str) -> None:
        self.place, self._gather, self._queue, self._dial = OVER, None, None, None
        self.line.tell(self, status)
