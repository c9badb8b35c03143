"""Who rings in a pretend day, and what they say: customers of the town, in words that steering was taught with."""
from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

from entitle.blueprint.intents import intents, utterances
from entitle.contacts.queues import GENERAL, queue_named
from entitle.customers.models import Customer
from entitle.kernel.words import WELSH
from entitle.steering.steer import said_in, steer_all

HEARD = 120
"""So many different things are said; then they are said again by others."""
ASKS_FOR_A_PERSON = 0.15
"""Of callers: they say no more to the line, and an agent finds out."""
IN_DANGER = "I do not want to be here any more and I have the tablets in front of me"
_CAME_TO = {"Q_CHANGES": "change_taken", "Q_SIGNPOST": "signposted", "Q_COMPLAINTS": "complaint_taken"}


@dataclass(frozen=True)
class Caller:
    """One person with something to say: where steering puts it, and where it belongs."""

    customer_id: int
    code: str
    number: str
    language: str
    words: str
    queue: str
    priority: int
    summary: str
    belongs_in: str
    about: str
    could_do_it_online: bool

    @property
    def came_to(self) -> str:
        """The code with which an agent closes it."""
        return _CAME_TO.get(self.belongs_in, "settled")


@dataclass(frozen=True)
class Said:
    """One thing to say, heard already."""

    words: str
    language: str
    queue: str
    priority: int
    summary: str
    belongs_in: str
    about: str
    could_do_it_online: bool


def callers(*, seed: int) -> Iterator[Caller]:
    """One after another without end, the same for the same seed and the same town."""
    chance = random.Random(seed)
    people = list(Customer.objects.filter(
        died_on=None, is_restricted=False, contact_points__kind="phone", contact_points__is_safe=True,
    ).order_by("id").values_list("id", "code", "contact_points__value", "language"))
    said = things_said(chance)
    chance.shuffle(people)
    while people:
        for number, (customer_id, code, phone, language) in enumerate(people):
            theirs = said[WELSH if language == WELSH else "en"]
            told = theirs[number % len(theirs)]
            yield Caller(customer_id, code, phone, **vars(told))


def in_danger(caller: Caller) -> Caller:
    """The same person, who says something that nobody may miss."""
    [heard] = steer_all([IN_DANGER], languages=["en"])
    return replace(caller, words=IN_DANGER, language="en", queue=heard.queue, priority=heard.priority,
                   summary=heard.summary, belongs_in=heard.queue, about="Someone may be in danger.",
                   could_do_it_online=False)


def things_said(chance: random.Random) -> dict[str, list[Said]]:
    """By language, steered all at once: nothing of danger, and no claim to a benefit that these people are too old for.
    """
    known = intents()
    every = [each for each in utterances() if each.voice in ("spoken", "welsh") and known[each.intent].priority
             and not known[each.intent].begins_claim]
    drawn = chance.sample(every, min(HEARD, len(every)))
    said: dict[str, list[Said]] = {"en": [], WELSH: []}
    for each, heard in zip(drawn, steer_all([each.words for each in drawn],
                                            languages=[each.language for each in drawn]), strict=True):
        if not heard.priority:
            continue
        right = known[each.intent]
        if heard.language != WELSH and chance.random() < ASKS_FOR_A_PERSON:
            [heard] = steer_all(["a person please"], languages=["en"])
        queue = heard.queue if heard.accepted or heard.language == WELSH else GENERAL
        said[each.language].append(Said(
            words=said_in(heard.summary), language=heard.language, queue=queue, priority=heard.priority,
            summary=heard.summary,
            belongs_in=queue if heard.language == WELSH else right.queue, about=f"{queue_named(right.queue).about.en}.",
            could_do_it_online=bool(heard.self_service)))
    return said
