"""The agency as the script needs it: the procedures and queries for the one call that is being spoken in."""
from __future__ import annotations

from dataclasses import dataclass, field

from django.conf import settings

from entitle.blueprint.intents import benefit_claimed
from entitle.channels.exchange.saying import page_in_words
from entitle.channels.exchange.turn import Standing, Wish
from entitle.contacts import queries as contacts
from entitle.contacts.models import Call
from entitle.contacts.queues import GENERAL
from entitle.kernel.periods import Instant
from entitle.kernel.words import WELSH
from entitle.procedures.choose_call_back import choose_call_back
from entitle.procedures.errors import NotDone
from entitle.procedures.queue_call import queue_call
from entitle.procedures.serve_elsewhere import serve_elsewhere
from entitle.steering.steer import steer

_SPOKE = ("answered", "wrapping_up")
HURRY, ORDINARY = 1, 3
"""Whoever is in a hurry is not sent to a website; whoever is not understood waits no longer than others."""


@dataclass
class OurAgency:
    """Of one call, at one moment."""

    call: Call
    now: Instant
    _standing: Standing | None = field(default=None, repr=False)
    """Once asked for, until what we do changes it: a turn of the queue asks twice, and its answer is one moment's."""

    @property
    def number(self) -> str:
        return self.call.number

    def wish(self, words: str, language: str) -> Wish:
        """What the caller wants, from their own words; a person where that is not clear."""
        steered = steer(words, channel="telephone", language=language)
        if not steered.accepted:
            queue = steered.queue if steered.language == WELSH else GENERAL
            return Wish(queue, min(steered.priority, ORDINARY), steered.language, steered.summary)
        page = page_in_words(steered.self_service, steered.language) if steered.priority > HURRY else ""
        return Wish(steered.queue, steered.priority, steered.language, steered.summary, page,
                    benefit_claimed(steered.intent))

    def join(self, wish: Wish) -> None:
        self.call = queue_call(call=self.call, queue=wish.queue, priority=wish.priority, language=wish.language,
                               summary=wish.summary, scheme=wish.claiming, as_at=self.now)
        self._standing = None

    def standing(self) -> Standing:
        if self._standing is None:
            self._standing = self._stands()
        return self._standing

    def _stands(self) -> Standing:
        place = contacts.place_of(call=self.call, as_at=self.now)
        if self.call.state == "queued" and not place.position:  # an agent was found for them since it was read
            self.call.refresh_from_db()
            place = contacts.place_of(call=self.call, as_at=self.now)
        return Standing(position=place.position, longest_wait_seconds=place.longest_wait_seconds,
                        priority=self.call.priority, summary=self.call.summary,
                        agent=_address(contacts.agent_to_join(call=self.call)),
                        speaks_with=_address(self.call.agent_id if self.call.state == "answered" else None),
                        cut_from=_address(self.call.agent_id if self.call.state in _SPOKE else None),
                        told=f"events/?agent={self.call.agent_id}", is_held=self.call.is_held)

    def slots(self) -> tuple[Instant, ...]:
        """The half-hours with room for a call-back, soonest first."""
        found = contacts.call_back_slots(queue=self.call.queue, as_at=self.now, priority=self.call.priority,
                                         rang_at=self.call.arrived_at)
        return tuple(slot.start for slot in found)

    def promise(self, slot: Instant, number: str) -> bool:
        """Whether it was promised: not where its last room has just gone, or an agent has them."""
        self._standing = None
        try:
            choose_call_back(call=self.call, slot=slot, number=number, claiming=self.call.scheme, as_at=self.now,
                             is_waiting=True)
        except NotDone:
            return False
        return True

    def serve_elsewhere(self) -> None:
        serve_elsewhere(call=self.call, as_at=self.now)


def _address(agent: int | None) -> str:
    """Where an agent answers; nothing for none."""
    return settings.ENTITLE_EXCHANGE_AGENT.format(agent=agent) if agent is not None else ""
