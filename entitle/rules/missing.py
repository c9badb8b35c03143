"""Which facts are absent that some rules need, as far as the facts that are there can tell."""
from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from entitle.law.table import NotInTable
from entitle.rules.batch import Batch
from entitle.rules.chunk import Chunk, Desk, chunk_of, lacking_always, lacking_of
from entitle.rules.decorator import Rule
from entitle.rules.plan import Plan
from entitle.rules.units import THE_CLAIM


def missing(batch: Batch, on: date | None) -> Iterator[str]:
    """Facts that are needed whatever happens, then those needed because a rule holds; the same one maybe twice.

    Rules that say whether a fact is needed are worked out where all that they read is there, by the law of a date or as
    it now stands. Where one cannot be, what it would ask for is not missing yet.
    """
    yield from batch.absent
    plan, chunk = batch.plan, chunk_of(batch, 0, batch.length, trace=False)
    if batch.length > 1:
        yield from lacking_always(chunk, plan)
    asked = {name: conditions for name, conditions in plan.only_if.items()
             if _has_rows(chunk, plan.facts[name].unit) and lacking_of(chunk, plan, name)}
    if not asked:
        return
    desk = Desk(batch, chunk, plan.amounts.known(on))
    with desk:
        for turn in plan.deciding:
            if _can_be_worked_out(turn.rule, plan, chunk, desk):
                with suppress(NotInTable):
                    desk.work_out((turn,))
    for name, conditions in asked.items():
        for condition in conditions:
            if condition in chunk.values:
                yield from lacking_of(chunk, plan, name, condition)


def _can_be_worked_out(rule: Rule, plan: Plan, chunk: Chunk, desk: Desk) -> bool:
    """Whether all that it reads is there."""
    if rule.unit not in desk.seen or not all(name in desk.seen[rule.unit] for name in rule.depends_on):
        return False
    return not any(
        lacking_of(chunk, plan, name, rule.only_if.get(name, "")) for name in rule.parameters if name in plan.facts)


def _has_rows(chunk: Chunk, unit: str) -> bool:
    return unit == THE_CLAIM or unit in chunk.members
