"""What is to be run: a plan, and the claims it is run on, as arrays."""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from entitle.law.amount import Days
from entitle.rules.columns_in import columns_in
from entitle.rules.facts_in import Column, Encoded
from entitle.rules.people_in import People
from entitle.rules.plan import Plan
from entitle.rules.rows_in import Members, check_list, lacking_in, listed, people_of_one
from entitle.rules.units import THE_CLAIM


class FactsMissing(LookupError):
    """Rules were run without facts that they need. `names` are those facts."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = tuple(names)
        super().__init__(f"not known yet: {', '.join(self.names)}")


class Batch(NamedTuple):
    """A plan and its claims: the claims' facts by name, each unit's rows, values of rules that are handed in, and the
    date or dates of the law. A column of one value stands for every claim.

    `absent` names the facts that every claim or row needs, and that are not there: of one claim each of them, of many
    those that none has (what some of them lack comes out a chunk at a time). A unit has no `members` where the facts
    that say what rows there are are among them.
    """

    plan: Plan
    length: int
    columns: Mapping[str, Encoded | None]
    members: Mapping[str, Members | People]
    given: Mapping[str, Column]
    on: date | Days
    absent: tuple[str, ...]
    held: Mapping[str, Any]
    """The facts that are one value for every claim, as the record holds them: None where there is none."""
    varies: bool
    """Whether there are others. They are in `held` as they came."""


def batch_of(
    plan: Plan, facts: Mapping[str, Any], *, given: Mapping[str, Column], on: date | Days,
) -> Batch:
    """Facts encoded, and the rows of each unit found, as far as the facts are there.

    Raises FactsContradict, NotThatKind, and ValueError where columns are of different lengths.
    """
    columns, held, varied = columns_in(plan.handed_in, facts, plan.nothing_handed_in)
    absent = [name for name in plan.columns_always
              if (column := columns[name]) is None or column.known is not None and not column.known.all()]
    lists = {unit.name: listed(unit, plan.facts_of[unit.name], facts.get(unit.listed_in))
             for unit in plan.units if unit.listed_in}
    length = _length(plan, varied, lists.values(), given, on)
    members: dict[str, Members | People] = {}
    for unit in plan.units:
        reads = plan.facts_of[unit.name]
        if any(name in absent for name in unit.said_by):
            continue
        if unit.subjects:
            rows: Members | People = (
                people_of_one(unit, reads, plan.readers[unit.name], columns, held) if length == 1 else
                People(unit, reads, columns, length))
        else:
            rows = one_a_row = lists[unit.name].times(length)
            unlisted = check_list(unit, one_a_row, columns.get(unit.only_if))
            absent.extend(unlisted)
            if unlisted:
                continue
        members[unit.name] = rows
        if isinstance(rows, Members) and length == 1:
            for parameter in plan.always_of[unit.name]:
                if (column := rows.columns[parameter]) is None or column.known is not None:
                    absent.extend(lacking_in(rows, parameter, reads[parameter]))
    for name, values in given.items():
        unit_rows = members.get(plan.unit_of(name))
        if unit_rows and len(values) not in (1, unit_rows.group.rows):
            raise ValueError(f"{name}: {len(values)} values given for {unit_rows.group.rows} rows")
    return Batch(plan, length, columns, members, given, on, tuple(dict.fromkeys(absent)), held, bool(varied))


def _length(
    plan: Plan, columns: Iterable[Encoded], lists: Iterable[Members], given: Mapping[str, Column],
    on: date | Days,
) -> int:
    lengths = {column.values.size for column in columns}
    lengths |= {values.size for name, values in given.items() if plan.unit_of(name) == THE_CLAIM}
    lengths |= {rows.group.claims for rows in lists}
    if not isinstance(on, date):
        lengths.add(len(on))
    longer = lengths - {1}
    if len(longer) > 1:
        raise ValueError(f"columns are of different lengths: {', '.join(map(str, sorted(lengths)))}")
    return longer.pop() if longer else 1
