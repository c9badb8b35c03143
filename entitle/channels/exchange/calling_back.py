"""The caller chooses when to be called back, and on which number, without leaving the queue until it is promised."""
from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from entitle.channels.exchange.saying import ask, say, slot_in_words
from entitle.channels.exchange.turn import Agency, Heard, Turn
from entitle.gateways.telephony import Command, GoOn, Hangup, Say
from entitle.questions.kinds.phone import dialled

Commands = tuple[Command, ...]
MOST_OFFERED = 4


def offer_slots(turn: Turn, agency: Agency, *before: Say) -> Commands:
    """The soonest half-hours with room, a key each."""
    slots = agency.slots()[:MOST_OFFERED]
    if not slots:
        return (say("no_slots", turn.language), GoOn(turn.at("waiting").then))
    words = " ".join(say("slot", turn.language, key=key, **slot_in_words(slot, agency.now, turn.language)).words
                     for key, slot in enumerate(slots, 1))
    turn = turn.at("slots", kept=" ".join(slot.isoformat() for slot in slots), misses=turn.misses)
    return (ask(turn, *before, slots=words),)


def choose_slot(turn: Turn, heard: Heard, agency: Agency) -> Commands:
    """A key of those that were read out; nothing for any other."""
    offered = turn.kept.split()
    if not (heard.digits.isdecimal() and 1 <= int(heard.digits) <= len(offered)):
        return ()
    return ask_number(turn.at("number", kept=offered[int(heard.digits) - 1]), agency)


def ask_number(turn: Turn, agency: Agency, *before: Say) -> Commands:
    """The number that they ring from, unless it is withheld."""
    step = "number" if agency.number else "number_needed"
    return (ask(turn.at(step, kept=turn.kept, misses=turn.misses), *before),)


def choose_number(turn: Turn, heard: Heard, agency: Agency) -> Commands:
    """Promised: another slot where that one has just gone; nothing where what was keyed in is no number."""
    number = dialled(heard.digits) if heard.digits else agency.number
    if not number:
        return ()
    slot = datetime.fromisoformat(turn.kept)
    if not agency.promise(slot, number):
        return offer_slots(turn, agency)
    return (say("promised", turn.language, **slot_in_words(slot, agency.now, turn.language)), Hangup())


ENTERED: dict[str, Callable[..., Commands]] = {
    "slots": offer_slots, "number": ask_number, "number_needed": ask_number}
ANSWERS: dict[str, Callable[[Turn, Heard, Agency], Commands]] = {
    "slots": choose_slot, "number": choose_number, "number_needed": choose_number}
