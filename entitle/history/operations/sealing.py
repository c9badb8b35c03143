"""Sealing: what has been written since the last seal is tied into the keyed chain. Writers do not wait for it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from django.db import connection, transaction

from entitle.history.head import Head, HeadDamaged, read_head, write_head
from entitle.history.marks import seal_key, seal_link
from entitle.history.models import Seal
from entitle.kernel.periods import Instant

AT_ONCE = 10_000
_LOCK = 731_002

# Every transaction below the horizon has ended, so what it wrote is all there and no more will come: an event whose
# transaction is still open, or will commit late under a lower number, is at or above it and is left for the next seal.
# A transaction of another database of the same server, or of autovacuum, writes no events and holds nothing back; one
# of which that is not known (it ended since the snapshot, or was prepared) does.
_HORIZON = """
    select least(min(running.xid::text::bigint), pg_snapshot_xmax(pg_current_snapshot())::text::bigint,
                 pg_current_xact_id_if_assigned()::text::bigint)
    from pg_snapshot_xip(pg_current_snapshot()) as running (xid)
    where not exists (
        select from pg_locks as held join pg_stat_activity as session using (pid)
        where held.locktype = 'transactionid' and held.mode = 'ExclusiveLock' and held.granted
          and held.transactionid::text::bigint = running.xid::text::bigint % 4294967296
          and (session.datid <> (select oid from pg_database where datname = current_database())
               or session.backend_type = 'autovacuum worker'))
"""
_UNSEALED = """
    select count(*), min(id), array_agg(id order by written_in, id),
           sha256(string_agg(mark, ''::bytea order by written_in, id)), max(written_in)
    from (select id, written_in, mark from history_event
          where (written_in, id) > (%s, %s)
            and written_in < %s
          order by written_in, id limit %s) as unsealed
"""


class HistoryDisturbed(Exception):
    """The chain in the database is not the one that the head outside it remembers: nothing may be sealed over that."""


@dataclass(frozen=True)
class _End:
    number: int
    digest: bytes
    last_written_in: int
    last_event_id: int


def seal(*, as_at: Instant, key: str | bytes, head_path: Path) -> int:
    """Seal every event whose transaction has ended; returns how many. The head file follows when this commits.

    Raises HistoryDisturbed where the database does not hold the seal that the head file names: history was cut.
    """
    derived, sealed = seal_key(key), 0
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [_LOCK])
        end = _end_of_chain()
        _check_head(head_path, end)
        horizon = _horizon(cursor, end)
        while True:
            cursor.execute(_UNSEALED, [end.last_written_in, end.last_event_id, horizon, AT_ONCE])
            count, first, event_ids, events_digest, written_in = cursor.fetchone()
            if not count:
                break
            number, last_event_id = end.number + 1, event_ids[-1]
            digest = seal_link(
                derived,
                end.digest,
                number=number,
                made_at=as_at,
                last_event_id=last_event_id,
                last_written_in=written_in,
                event_ids=event_ids,
                events_digest=events_digest,
            )
            Seal.objects.create(
                id=number,
                first_event_id=first,
                last_event_id=last_event_id,
                last_written_in=written_in,
                count=count,
                event_ids=event_ids,
                events_digest=events_digest,
                digest=digest,
                made_at=as_at,
            )
            end, sealed = _End(number, digest, written_in, last_event_id), sealed + count
            if count < AT_ONCE:
                break
        if end.number:
            head = Head(end.number, end.digest.hex(), end.last_event_id, end.last_written_in)
            transaction.on_commit(partial(write_head, Path(head_path), head))
    return sealed


def _end_of_chain() -> _End:
    newest = Seal.objects.order_by("-id").first()
    if newest is None:
        return _End(0, b"", 0, 0)
    return _End(newest.id, bytes(newest.digest), newest.last_written_in, newest.last_event_id)


def _check_head(path: Path, end: _End) -> None:
    """The head may lag behind the chain (a crash between the two), never be ahead of it or beside it."""
    try:
        head = read_head(path)
    except HeadDamaged as damaged:
        raise HistoryDisturbed(str(damaged)) from damaged
    if head is None:
        if end.number:
            raise HistoryDisturbed(f"the database holds {end.number} seals but the head file is missing")
        return
    kept = Seal.objects.filter(id=head.seal_id).values_list("digest", flat=True).first()
    if kept is None or bytes(kept).hex() != head.digest:
        raise HistoryDisturbed(
            f"the head file names seal {head.seal_id}, and the database holds no such seal: run verify"
        )


def _horizon(cursor: Any, end: _End) -> int:
    """The transaction below which everything is final. It is read before the events are, so they are all to be seen.

    A database loaded from a dump counts transactions afresh: sealing there would pass over events, so it stops.
    """
    cursor.execute(_HORIZON)
    [horizon] = cursor.fetchone()
    if horizon <= end.last_written_in:
        raise HistoryDisturbed(
            f"this server is at transaction {horizon} and the last seal reaches {end.last_written_in}: it was loaded "
            "from a dump. Stop it, raise its counter with pg_resetwal --epoch, and start it again"
        )
    return int(horizon)
