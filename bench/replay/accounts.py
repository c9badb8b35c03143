"""What became of every attempt, by the agency's own records, and beside it what the callers lived."""
from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import psycopg

from bench.replay.callers import Caller
from bench.replay.danger import InDanger

MAY_BE = {
    "blocked": {"blocked"},
    "promised": {"call_back"},
    "answered": {"answered"},
    "did it online": {"self_served"},
    "rang off": {"abandoned_before_queue", "abandoned_in_queue"},
    "was told goodbye": set(),
}
"""What may be on record of someone who lived each; a line that broke may have become anything, but once.

Whoever an agent passed on stays answered whatever they did then.
"""
SHOWN = 100
"""Problems that are told, of those that single attempts had."""
ENDS = {"answered": "ended", "call_back": "call_back_promised"}
"""The state in which a call of an outcome ends; of any other, the state is the outcome's own."""
_CALLS = """SELECT provider_call_id, state, outcome, cause, priority, arrived_at, answered_at,
    (SELECT count(*) FROM contacts_callback WHERE call_id = call.id),
    EXISTS (SELECT FROM contacts_callevent WHERE call_id = call.id AND name = 'transferred')
    FROM contacts_call AS call"""
_STORY = """(SELECT string_agg(concat_ws(' ', provider, name, digits, agent_id, ordered_at::time), '; '
                                ORDER BY ordered_at, id) FROM contacts_callevent WHERE call_id = """
_TOLD = f"SELECT {_STORY} contacts_call.id) FROM contacts_call WHERE provider_call_id = %s"
_TWO_AGENTS = f"""
SELECT call_id, {_STORY} told.call_id) FROM (
    SELECT call_id, name, agent_id, lag(name) OVER told AS before, lag(agent_id) OVER told AS agent_before
    FROM contacts_callevent WHERE provider = 'entitle'
        AND name IN ('offered', 'offer_lapsed', 'transferred', 'closed', 'connected_to_agent')
    WINDOW told AS (PARTITION BY call_id ORDER BY ordered_at, id)) AS told
WHERE name IN ('offered', 'connected_to_agent') AND before IN ('offered', 'connected_to_agent')
    AND agent_id <> agent_before"""
_TWO_PLACES = """SELECT call.id, call.state FROM contacts_callback AS promise
    JOIN contacts_call AS call ON call.id = promise.call_id WHERE call.state <> 'call_back_promised'"""
_PROMISES = """
SELECT promise.state, count(*), count(*) FILTER (WHERE promise.state IN ('promised', 'trying')
        AND NOT EXISTS (SELECT FROM work_workitem AS item WHERE item.kind = 'call.call_back'
            AND item.about_kind = 'call_back' AND item.about_id = promise.id AND item.state IN ('open', 'taken')))
FROM contacts_callback AS promise GROUP BY 1"""


@dataclass(frozen=True)
class Account:
    """The day, counted."""

    offered: int
    outcomes: dict[str, int]
    causes: dict[str, dict[str, int]]
    queued: int
    lived: dict[str, int]
    promises: dict[str, int]
    danger: InDanger
    problems: list[str]

    @property
    def percent_of_offered(self) -> float:
        return round(100 * self.outcomes.get("answered", 0) / self.offered, 1)

    @property
    def percent_of_queued(self) -> float:
        return round(100 * self.outcomes.get("answered", 0) / self.queued, 1)


def account(owner: psycopg.Connection[Any], everyone: Sequence[Caller]) -> Account:
    """Every attempt, told by the agency and by its caller. `problems`, which should be empty, is where they differ."""
    rows = {row[0]: row[1:] for row in owner.execute(_CALLS).fetchall()}
    problems, outcomes, causes, lived = [], Counter[str](), {}, Counter[str]()
    danger = InDanger()
    for caller in everyone:
        row = rows.pop(caller.call.sid, None)
        lived[caller.lived] += 1
        if row is None:
            problems.append(f"attempt {caller.arrival.number} was never counted: {caller.lived}")
            continue
        state, outcome, cause, priority, arrived, answered, promises, passed_on = row
        outcomes[outcome or "nothing yet"] += 1
        causes.setdefault(outcome, Counter())[cause] += 1
        said = f"attempt {caller.arrival.number} lived '{caller.lived}', on record '{outcome}', now '{state}'"
        ends = {ENDS.get(outcome, outcome), *({"abandoned_in_queue", "call_back_promised"} if passed_on else ())}
        if not outcome or state not in ends:
            problems.append(f"{said}: left behind")
        elif not (outcome in MAY_BE.get(caller.lived, {outcome}) or (outcome == "answered" and passed_on)):
            story = owner.execute(_TOLD, (caller.call.sid,)).fetchone()
            problems.append(f"{said}: not the same: {story and story[0]}")
        if promises != (state == "call_back_promised") or (caller.lived == "promised" and not promises):
            problems.append(f"{said}: holds {promises} call-backs")
        danger.add(caller, outcome=outcome, priority=priority, arrived=arrived, answered=answered)
    problems = [*problems[:SHOWN], *([f"and {len(problems) - SHOWN} more"] if len(problems) > SHOWN else ())]
    problems += [f"{len(rows)} calls on record that nobody made"] if rows else []
    problems += danger.problems()
    promised = _promises(owner, problems)
    for what, statement in (("two agents at once", _TWO_AGENTS),
                            ("in a queue or answered, and holds a call-back", _TWO_PLACES)):
        problems += [f"call {call}: {what}: {told}" for call, told in owner.execute(statement).fetchall()]
    if sum(outcomes.values()) != len(everyone):
        problems.append(f"{sum(outcomes.values())} outcomes for {len(everyone)} attempts")
    queued = owner.execute("SELECT count(*) FROM contacts_call WHERE queued_at IS NOT NULL").fetchone()
    return Account(len(everyone), dict(outcomes), {name: dict(each) for name, each in causes.items()},
                   queued[0] if queued else 0, dict(lived), promised, danger, problems)


def _promises(owner: psycopg.Connection[Any], problems: list[str]) -> dict[str, int]:
    found = owner.execute(_PROMISES).fetchall()
    for state, _, unowned in found:
        if unowned:
            problems.append(f"{unowned} call-backs '{state}' have no work open: nobody would make them")
    return {state: number for state, number, _ in found}
