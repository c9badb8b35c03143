"""What happens next in a call: the turn that was answered and what was heard, to what the exchange does."""
from __future__ import annotations

from dataclasses import replace

from entitle.channels.exchange import calling_back
from entitle.channels.exchange.saying import ask, say, wait_in_words
from entitle.channels.exchange.script import STEPS, Move
from entitle.channels.exchange.turn import Agency, Heard, Standing, Turn, Wish
from entitle.contacts.queues import GENERAL
from entitle.gateways.telephony import Command, Connect, Enqueue, Hangup, LeaveQueue, Say

Commands = tuple[Command, ...]
URGENT = 0
"""The priority that comes before all others: the caller is asked nothing more."""


def go_on(turn: Turn, heard: Heard, agency: Agency) -> Commands:
    """After the first ring, or an answer to a step of the script. Raises KeyError for a step that is not in it."""
    if turn == Turn():
        return (ask(turn.at("welcome")),)
    if turn.step in _COMINGS:
        return _COMINGS[turn.step](turn, agency)
    step = STEPS[turn.step]
    if turn.step in _IN_QUEUE and agency.standing().agent:
        return (LeaveQueue(),)
    if turn.step in calling_back.ANSWERS and (answered := calling_back.ANSWERS[turn.step](turn, heard, agency)):
        return answered
    if heard.words and step.hears:
        return _join(turn, agency.wish(heard.words, turn.language), agency)
    if heard.digits in step.keys:
        return _follow(turn, step.keys[heard.digits], agency)
    if turn.misses < step.patience:
        again = turn.at(turn.step, kept=turn.kept, misses=turn.misses + 1)
        return _enter(again, agency, say("again", turn.language))
    return _follow(turn, step.nothing, agency)


def _leave_queue(turn: Turn, agency: Agency) -> Commands:
    """Out of the waiting room: to the agent who is free, or back in where there is none after all.

    Whoever was joined by their own turn before a push to leave arrived was cut off by it: to the same agent again.
    """
    standing = agency.standing()
    agent = standing.agent or standing.cut_from
    return _connect(turn, standing, agent) if agent else _wait(turn)


def _connect(turn: Turn, standing: Standing, agent: str) -> Commands:
    return (say("connecting", turn.language), Connect(agent, told=standing.told, then=turn.at("after").then))


def _after_agent(turn: Turn, agency: Agency) -> Commands:
    """The agent's end has closed: the caller was passed on, with what they said, or the call is over."""
    standing = agency.standing()
    if standing.position or (standing.agent and not standing.speaks_with):
        return (say("passed_on", turn.language, summary=standing.summary), *_wait(turn))
    return (say("goodbye", turn.language), Hangup())


def _hold(turn: Turn, agency: Agency) -> Commands:
    """They hear that we shall be back, every so often, until the agent is."""
    standing = agency.standing()
    if standing.is_held:
        return (ask(turn.at("held")),)
    if standing.speaks_with:
        return (Connect(standing.speaks_with, told=standing.told, then=turn.at("after").then),)
    return _after_agent(turn, agency)


_IN_QUEUE = frozenset({"waiting", "urgent", *calling_back.ANSWERS})
"""Steps taken while the exchange holds the caller's place: they are left as soon as an agent is there."""
_COMINGS = {"left": _leave_queue, "after": _after_agent, "held": _hold}
"""Steps that no caller answers: the exchange asks what comes after the queue, after the agent, and while on hold."""


def _follow(turn: Turn, move: Move, agency: Agency) -> Commands:
    turn = replace(turn, language=move.language or turn.language)
    if move.elsewhere:
        agency.serve_elsewhere()
        return (say("goodbye", turn.language), Hangup())
    if move.queue and agency.standing().position:
        return _waiting(turn, agency)  # whoever asks for a person while they wait for one is already in a queue
    if move.queue:
        return _join(turn, Wish(move.queue, priority=3, language=turn.language), agency)
    if move.go == "join":
        return _wait(turn)
    return _enter(turn.at(move.go, kept=turn.kept if move.go == turn.step else ""), agency)


def _join(turn: Turn, wish: Wish, agency: Agency) -> Commands:
    """Into a queue, whose place is kept from now on whatever else is heard; past it, where an agent is ready."""
    turn = replace(turn, language=wish.language)
    agency.join(wish)
    standing = agency.standing()
    if standing.agent:  # out of the exchange's queue first, where they are in it: nothing is dialled from there
        return (LeaveQueue(),) if turn.step in _IN_QUEUE else _connect(turn, standing, standing.agent)
    if wish.priority == URGENT:
        return _wait(turn)
    if wish.page:
        return _enter(turn.at("self_service", kept=wish.page), agency)
    return (say("joined", turn.language), *_wait(turn))


def _wait(turn: Turn) -> Commands:
    return (Enqueue("waiting", waiting=turn.at("waiting").then, then=turn.at("left").then),)


def _enter(turn: Turn, agency: Agency, *before: Say) -> Commands:
    """What is said on coming to a step."""
    if turn.step == "waiting":
        return _waiting(turn, agency)
    if turn.step in calling_back.ENTERED:
        return calling_back.ENTERED[turn.step](turn, agency, *before)
    return (ask(turn, *before, kept=turn.kept),)


def _waiting(turn: Turn, agency: Agency) -> Commands:
    """A turn of the waiting room: out of it when an agent is free, else the place, the wait and the offer.

    Whoever has no place gets one, if their call is not over: what gave it to them may never have reached us.
    """
    standing = agency.standing()
    if not standing.agent and not standing.position:
        agency.join(Wish(GENERAL, priority=3, language=turn.language))
        standing = agency.standing()
    if standing.agent:
        return (LeaveQueue(),)
    if not standing.position:
        return (say("goodbye", turn.language), Hangup())
    if standing.priority == URGENT:
        return (ask(turn.at("urgent")),)
    return (ask(turn.at("waiting"), position=standing.position,
                wait=wait_in_words(standing.longest_wait_seconds, turn.language)),)
