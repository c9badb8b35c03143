"""Runs rules over claims, a chunk at a time, and keeps what they gave."""
from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from threading import Lock
from typing import Any, NamedTuple

import numpy as np

from entitle.rules.batch import Batch, FactsMissing
from entitle.rules.chunk import Chunk, chunk_of, lacking_always, lacking_where_needed, work_out
from entitle.rules.facts_in import Column, plain
from entitle.rules.plan import Plan
from entitle.rules.trace import Trace
from entitle.rules.tracing import steps
from entitle.rules.units import THE_CLAIM

CHUNK = 131_072
"""Claims at a time: with fewer, cores wait for one another between operations; with more there is only more memory."""


@dataclass(frozen=True)
class Run:
    """What rules gave. `values` holds those wanted, or every step of a traced run, as arrays: one value a claim, or of
    a unit's rule one a row, claim after claim.
    """

    batch: Batch
    values: Mapping[str, Column]
    chunks: tuple[Chunk, ...] | None
    """Kept where the run is traced."""

    def one(self, name: str) -> Any:
        """The first claim's value: a bool, a whole number, or a date for a rule that gives one.

        Of a unit's rule, a list of them.
        """
        unit = self.batch.plan.unit_of(name)
        if unit == THE_CLAIM and isinstance(self.values, _OfOne):
            return plain(self.batch.plan.by_name[name].gives, self.values.alone(name))
        if unit == THE_CLAIM:
            return self.of_row(name, 0)
        return [self.of_row(name, row) for row in range(self.starts(unit)[1])]

    def of_row(self, name: str, row: int) -> Any:
        """A claim's value, or of a unit's rule a row's, as Python has it."""
        return plain(self.batch.plan.by_name[name].gives, self.values[name][row])

    def starts(self, unit: str) -> Column:
        """Where each claim's rows of a unit begin: int64, one more than there are claims."""
        return self.batch.members[unit].group.starts

    def limbs(self, name: str) -> dict[str, int]:
        """How many claims, or rows, each limb of a rule took, in a traced run."""
        counts: dict[str, int] = {}
        for chunk in self._traced:
            rows = chunk.rows(self.batch.plan.unit_of(name))
            for limbs, places in chunk.limbs(name):
                taken = np.bincount(np.broadcast_to(places, (rows,)), minlength=len(limbs))
                for (label, *_), count in zip(limbs, taken, strict=True):
                    counts[label] = counts.get(label, 0) + int(count)
        return counts

    def trace(self, row: int = 0) -> Trace:
        """Why a claim came out as it did. Raises ValueError for a run that was not traced."""
        chunk = next(chunk for chunk in self._traced if row < chunk.end)
        return Trace(steps(self.batch, chunk, row))

    @property
    def _traced(self) -> tuple[Chunk, ...]:
        if self.chunks is None:
            raise ValueError("this run kept no trace: run it with trace=True")
        return self.chunks


def run_chunks(batch: Batch, *, want: tuple[str, ...], trace: bool) -> Run:
    """Every rule of the plan in order, 131,072 claims at a time with whatever rows they have: of more, some chunks at a
    time, one a core, since numpy leaves Python to the others while it reckons. Raises FactsMissing.
    """
    if batch.length == 1:
        chunk = chunk_of(batch, 0, 1, trace=trace)
        work_out(batch, chunk)
        if lacking := dict.fromkeys(lacking_where_needed(chunk, batch.plan)):
            raise FactsMissing(lacking)
        return Run(batch, _OfOne(chunk, chunk.values if trace else want, batch.plan), (chunk,) if trace else None)
    kept = (*batch.given, *batch.plan.names) if trace else want
    starts = range(0, max(batch.length, 1), CHUNK)
    values: dict[str, Column] = {}
    part = partial(_part, batch, kept, values, Lock(), trace=trace)
    if len(starts) == 1:
        parts = [part(0)]
    else:
        with ThreadPoolExecutor(len(os.sched_getaffinity(0))) as cores:
            parts = list(cores.map(part, starts))
    always = dict.fromkeys(name for each in parts for name in each.always)
    if always or any(each.lacking for each in parts):
        raise FactsMissing(always or dict.fromkeys(name for each in parts for name in each.lacking))
    return Run(batch, values, tuple(each.chunk for each in parts if each.chunk) if trace else None)


class _Part(NamedTuple):
    """A chunk of many, worked out: facts that every claim needs and some lacks, those needed where a rule holds, and
    the chunk itself where it is kept.
    """

    always: tuple[str, ...]
    lacking: tuple[str, ...]
    chunk: Chunk | None


def _part(
    batch: Batch, kept: tuple[str, ...], values: dict[str, Column], one_at_a_time: Lock, start: int, *, trace: bool,
) -> _Part:
    """Work out a chunk, and put what is kept of it among what all of them gave."""
    chunk = chunk_of(batch, start, min(start + CHUNK, batch.length), trace=trace)
    if always := tuple(lacking_always(chunk, batch.plan)):
        return _Part(always, (), None)
    work_out(batch, chunk)
    with one_at_a_time:
        _keep(batch, chunk, kept, values)
    return _Part((), tuple(lacking_where_needed(chunk, batch.plan)), chunk if trace else None)


class _OfOne(Mapping[str, Column]):
    """What one claim's rules gave; made arrays of as they are read."""

    def __init__(self, chunk: Chunk, kept: Collection[str], plan: Plan) -> None:
        self._chunk, self._kept, self._plan = chunk, kept, plan

    def alone(self, name: str) -> Any:
        """A rule's value as it is kept. Raises KeyError."""
        if name not in self._kept:
            raise KeyError(name)
        return self._chunk.values[name]

    def __getitem__(self, name: str) -> Column:
        return np.broadcast_to(self.alone(name), (self._chunk.rows(self._plan.unit_of(name)),))

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(self._kept))

    def __len__(self) -> int:
        return len(dict.fromkeys(self._kept))


def _keep(batch: Batch, chunk: Chunk, kept: tuple[str, ...], values: dict[str, Column]) -> None:
    """What some rules gave in a chunk, put in its place among what they gave in all."""
    for name in kept:
        column, unit = chunk.values[name], batch.plan.unit_of(name)
        start, end, length = chunk.start, chunk.end, batch.length
        if unit != THE_CLAIM:
            starts = batch.members[unit].group.starts
            start, end, length = int(starts[start]), int(starts[end]), int(starts[-1])
        if end - start == length:
            values[name] = np.broadcast_to(column, (length,)) if column.ndim == 0 or len(column) != length else column
        elif start < end:
            if name not in values:
                values[name] = np.empty(length, dtype=column.dtype)
            values[name][start:end] = column
