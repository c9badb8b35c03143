"""Finding what was altered: every event's mark, every seal's link, the head outside, and what events refer to."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db import connection, transaction

from entitle.history.events import TOGETHER
from entitle.history.head import Head, HeadDamaged, read_head
from entitle.history.marks import MARKED_COLUMNS, event_key, event_mark, seal_key, seal_link
from entitle.history.models import Seal
from entitle.history.together import Together
from entitle.kernel.references import Reference

DigestSource = Callable[[Collection[int]], Mapping[int, bytes]]
_AT_ONCE = 10_000
_RUN = f"""
    select {", ".join(MARKED_COLUMNS)}, mark from history_event
    where (written_in, id) > (%s, %s) and (%s::bigint is null or (written_in, id) <= (%s, %s))
    order by written_in, id limit %s
"""


@dataclass(frozen=True)
class Problem:
    """Something that is not as it was written: what is wrong, in words, and the row it is wrong with."""

    what: str
    where: Reference


@dataclass
class _Check:
    key: bytes
    sources: Mapping[str, DigestSource]
    problems: list[Problem] = field(default_factory=list)
    together: Together = field(default_factory=Together)

    def found(self, what: str, kind: str, number: int) -> None:
        self.problems.append(Problem(what, Reference(kind, number)))


def verify(
    *, key: str | bytes, head_path: Path, digest_sources: Mapping[str, DigestSource] | None = None,
    unproved: Iterable[Callable[[], Iterable[Reference]]] = (),
) -> list[Problem]:
    """Everything that was edited, removed, slipped in or cut off; empty where history stands.

    `digest_sources` says, for each kind that events refer to, how to work out afresh the digests of some of them: it
    returns a digest for each id that still exists. `unproved` finds the other way round what has no event that refers
    to it. One pass over history, ten thousand events at a time.
    """
    check = _Check(event_key(key), digest_sources or {})
    alone = not connection.in_atomic_block
    try:
        head = read_head(head_path)
    except HeadDamaged as damaged:
        head = None
        check.found(str(damaged), "seal", 0)
    with transaction.atomic(), connection.cursor() as cursor:
        if alone:
            cursor.execute("set transaction isolation level repeatable read, read only")
        end = _verify_seals(cursor, check, seal_key(key), head)
        for rows in _in_runs(cursor, end, None):
            _verify_events(check, rows)
        _each(check, check.together.end())
        for find in unproved:
            for thing in find():
                check.found("no event proves it: it was slipped in, or its event was removed", thing.kind, thing.id)
    return check.problems


def _each(check: _Check, wrong: Iterator[tuple[str, int]]) -> None:
    for what, number in wrong:
        check.found(what, "event", number)


def _verify_seals(cursor: Any, check: _Check, derived: bytes, head: Head | None) -> tuple[int, int]:
    """Walk the chain; returns how far the last seal reaches, as (transaction, event)."""
    previous, number, end, head_seen = b"", 0, (0, 0), head is None
    for seal in Seal.objects.order_by("id").iterator(chunk_size=20):
        for missing in range(number + 1, seal.id):
            check.found("a seal was removed from the chain", "seal", missing)
        number = seal.id
        link = seal_link(
            derived,
            previous,
            number=number,
            made_at=seal.made_at,
            last_event_id=seal.last_event_id,
            last_written_in=seal.last_written_in,
            event_ids=seal.event_ids,
            events_digest=bytes(seal.events_digest),
        )
        counted = (seal.count, seal.first_event_id) == (len(seal.event_ids), min(seal.event_ids, default=None))
        if not (counted and hmac.compare_digest(link, bytes(seal.digest))):
            check.found("the seal was altered, or the one before it was", "seal", number)
        previous = bytes(seal.digest)
        upto = (seal.last_written_in, seal.last_event_id)
        _verify_sealed(cursor, check, seal, end, upto)
        end = max(end, upto)
        if head is not None and number == head.seal_id:
            head_seen = previous.hex() == head.digest
    if not head_seen and head is not None:
        check.found(
            f"history was cut off: the head outside the database remembers this seal, which reached event "
            f"{head.last_event_id}; the database holds seals up to {number}",
            "seal",
            head.seal_id,
        )
    if head is None and number:
        check.found("the head outside the database is missing, so a cut at the end would not show", "seal", number)
    return end


def _verify_sealed(cursor: Any, check: _Check, seal: Seal, start: tuple[int, int], upto: tuple[int, int]) -> None:
    present: set[int] = set()
    marks = hashlib.sha256()
    for rows in _in_runs(cursor, start, upto):
        present.update(row[0] for row in rows)
        for row in rows:
            marks.update(row[-1])
        _verify_events(check, rows)
    sealed = set(seal.event_ids)
    for number in sorted(sealed - present):
        check.found(f"the event was removed after seal {seal.id} was put on it", "event", number)
    for number in sorted(present - sealed):
        check.found(f"the event was slipped in under seal {seal.id} after it was made", "event", number)
    if sealed == present and marks.digest() != bytes(seal.events_digest):
        check.found("the events under the seal do not bear the marks that were sealed", "seal", seal.id)


def _in_runs(cursor: Any, start: tuple[int, int], upto: tuple[int, int] | None) -> Iterator[list[tuple[Any, ...]]]:
    while True:
        limit = upto or (None, None)
        cursor.execute(_RUN, [*start, limit[0], *limit, _AT_ONCE])
        rows = cursor.fetchall()
        if rows:
            yield rows
        if len(rows) < _AT_ONCE:
            return
        start = (rows[-1][MARKED_COLUMNS.index("written_in")], rows[-1][0])


def _verify_events(check: _Check, rows: list[tuple[Any, ...]]) -> None:
    referred: dict[str, dict[int, list[tuple[int, bytes]]]] = {}
    for row in rows:
        number, refers_kind, refers_id, digest = row[0], row[9], row[10], row[12]
        if not row[-1]:
            _each(check, check.together.read(number, row[13]))
        elif not hmac.compare_digest(event_mark(check.key, row[:-1]), bytes(row[-1])):
            check.found("the event was altered after it was written", "event", number)
            continue
        elif row[2] == TOGETHER:
            _each(check, check.together.vouch(number, row[13], row[7], refers_id, bytes(digest)))
            continue
        if digest is not None and refers_kind in check.sources:
            referred.setdefault(refers_kind, {}).setdefault(refers_id, []).append((number, bytes(digest)))
    for kind, expected in referred.items():
        current = check.sources[kind](tuple(expected))
        for thing, said in expected.items():
            for number, digest in said:
                if thing not in current:
                    check.found(f"it is gone, and event {number} refers to it", kind, thing)
                elif bytes(current[thing]) != digest:
                    check.found(f"it is not what it was when event {number} recorded it", kind, thing)
