"""Events of a mass act: thousands put in together, proved by one event that bears a mark.

To mark each would take the application longer than the act itself. Theirs are left empty, and the event written after
them says which they are (from `about` to `refers_to`, of the same transaction) and holds the digest of them all.
"""
from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from django.db import connection, transaction

from entitle.history.events import TOGETHER
from entitle.history.marks import mass_bytes
from entitle.history.operations.writing import write
from entitle.history.vocabulary import check_code
from entitle.kernel.mass_rows import NOTHING, MassRows, instant, octets, whole, words
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference

_NUMBERS = """SELECT array_agg(nextval('history_event_id_seq')), pg_current_xact_id()::text::bigint
              FROM generate_series(1, %s)"""
_AT_ONCE = 8_192

Numbers = npt.NDArray[np.int64] | Sequence[int]


@dataclass(frozen=True)
class Happened:
    """What many events are about, one each: the things, their customers, what each refers to, and its digest."""

    about: Numbers
    customers: Numbers
    refers: Numbers
    digests: Sequence[bytes]


def write_mass(*, code: str, by: Actor, at: Instant, kind: str, refers_kind: str, each: Happened) -> int:
    """An event of one code about each of many things of a kind. Returns how many.

    Raises UnknownCode for a code that no room declares.
    """
    check_code(code)
    count, proof = len(each.about), hashlib.sha256()
    if not count:
        return 0
    with transaction.atomic(savepoint=False), connection.cursor() as cursor:
        cursor.execute(_NUMBERS, [count])
        numbers, written_in = cursor.fetchone()
        alike = {
            "at": instant(at), "code": words(code), "actor_role": words(by.role),
            "actor_user_id": NOTHING if by.user_id is None else whole(by.user_id), "channel": words(by.channel),
            "about_kind": words(kind), "refers_kind": words(refers_kind), "reason": words(""), "mark": octets(b""),
            "written_in": whole(written_in),
        }
        for start in range(0, count, _AT_ONCE):
            part = slice(start, start + _AT_ONCE)
            own = {"id": whole(numbers[part]), "about_id": whole(each.about[part]),
                   "customer_id": whole(each.customers[part]), "refers_id": whole(each.refers[part]),
                   "digest": octets(each.digests[part])}
            proof.update(mass_bytes(own, code=code, by=by, at=at, kind=kind, refers_kind=refers_kind))
            MassRows("history_event", len(numbers[part]), alike | own).put_in(cursor)
        write(code=TOGETHER, by=by, at=at, about=Reference("event", numbers[0]),
              refers_to=Reference("event", numbers[-1]), reason=str(count), digest=proof.digest())
    return count

