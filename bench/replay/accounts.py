"""What became of every attempt, by the agency's own records, and beside it what the callers lived."""
from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import psycopg

from bench.replay.callers import Caller

CONTRADICTIONS = {
    "blocked": {"blocked"},
    "promised": {"call_back", "answered"},
    "answered": {"answered"},
    "did it online": {"self_served", "answered"},
    "rang off": {"abandoned_before_queue", "abandoned_in_queue", "answered", "self_served"},
}
"""What may be on record of someone who lived each; a line that broke may have become anything but answered twice."""
_CALLS = """SELECT provider_call_id, state, outcome, cause, queued_at IS NOT NULL, priority, arrived_at, answered_at,
    (SELECT count(*) FROM contacts_callback WHERE call_id = call.id) FROM contacts_call AS call"""
_TWO_AGENTS = """
SELECT count(*) FROM (
    SELECT name, agent_id, lag(name) OVER told AS before, lag(agent_id) OVER told AS agent_before
    FROM contacts_callevent WHERE provider = 'entitle'
        AND name IN ('offered', 'offer_lapsed', 'transferred', 'closed', 'connected_to_agent')
    WINDOW told AS (PARTITION BY call_id ORDER BY ordered_at, id)) AS told
WHERE name IN ('offered', 'connected_to_agent') AND before IN ('offered', 'connected_to_agent')
    AND agent_id <> agent_before"""
_TWO_PLACES = """SELECT count(*) FROM contacts_callback AS promise
    JOIN contacts_call AS call ON call.id = promise.call_id WHERE call.outcome <> 'call_back'"""
_PROMISES = """
SELECT promise.state, count(*), count(*) FILTER (WHERE promise.state IN ('promised', 'trying')
        AND NOT EXISTS (SELECT FROM work_workitem AS item WHERE item.kind = 'call.call_back'
            AND item.about_kind = 'call_back' AND item.about_id = promise.id AND item.state IN ('open', 'taken'))),
    count(*) FILTER (WHERE promise.due_at < %(now)s AND promise.state = 'promised')
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
    seconds_to_a_person_in_danger: list[float]
    problems: list[str]

    @property
    def percent_of_offered(self) -> float:
        return round(100 * self.outcomes.get("answered", 0) / self.offered, 1)

    @property
    def percent_of_queued(self) -> float:
        return round(100 * self.outcomes.get("answered", 0) / self.queued, 1)


def account(owner: psycopg.Connection[Any], everyone: Sequence[Caller], now: Any) -> Account:
    """Every attempt, told by the agency and by its caller. `problems`, which should be empty, is where they differ."""
    rows = {row[0]: row[1:] for row in owner.execute(_CALLS).fetchall()}
    problems, outcomes, causes, lived = [], Counter[str](), {}, Counter[str]()
    danger: list[float] = []
    for caller in everyone:
        row = rows.pop(caller.call.sid, None)
        lived[caller.lived] += 1
        if row is None:
            problems.append(f"attempt {caller.arrival.number} was never counted: {caller.lived}")
            continue
        state, outcome, cause, _, priority, arrived, answered, promises = row
        outcomes[outcome or "nothing yet"] += 1
        causes.setdefault(outcome, Counter())[cause] += 1
        if not outcome or state not in ("ended", outcome, "call_back_promised"):
            problems.append(f"attempt {caller.arrival.number} is left behind: {state}, {outcome}; {caller.lived}")
        if outcome not in CONTRADICTIONS.get(caller.lived, {outcome}):
            problems.append(f"attempt {caller.arrival.number} lived '{caller.lived}', on record '{outcome}'")
        if caller.lived == "promised" and promises != 1:
            problems.append(f"attempt {caller.arrival.number} was promised a call-back and holds {promises}")
        if priority == 0 and answered:
            danger.append((answered - arrived).total_seconds())
    problems += [f"{len(rows)} calls on record that nobody made"] if rows else []
    promises = _promises(owner, now, outcomes, problems)
    for what, statement in (("calls with two agents at once", _TWO_AGENTS),
                            ("callers both in a queue or answered and holding a call-back", _TWO_PLACES)):
        found = owner.execute(statement).fetchone()
        if found and found[0]:
            problems.append(f"{found[0]} {what}")
    if sum(outcomes.values()) != len(everyone):
        problems.append(f"{sum(outcomes.values())} outcomes for {len(everyone)} attempts")
    queued = owner.execute("SELECT count(*) FROM contacts_call WHERE queued_at IS NOT NULL").fetchone()
    return Account(len(everyone), dict(outcomes), {name: dict(each) for name, each in causes.items()},
                   queued[0] if queued else 0, dict(lived), promises, sorted(danger), problems)


def _promises(owner: psycopg.Connection[Any], now: Any, outcomes: Counter[str], problems: list[str]) -> dict[str, int]:
    found = owner.execute(_PROMISES, {"now": now}).fetchall()
    states = {state: number for state, number, _, _ in found}
    if sum(states.values()) != outcomes["call_back"]:
        problems.append(f"{sum(states.values())} promises for {outcomes['call_back']} who left with one")
    for state, _, unowned, _ in found:
        if unowned:
            problems.append(f"{unowned} call-backs '{state}' have no work open: nobody would make them")
    return states | {"overdue": sum(late for *_, late in found)}
