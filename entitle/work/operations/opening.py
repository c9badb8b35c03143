"""Work is opened with a date that comes from a standard, never from a person's guess."""

from __future__ import annotations

from collections.abc import Collection

from django.db import IntegrityError, connection, transaction

from entitle.kernel.mass_rows import MassRows, day, instant, whole, words, yes_no
from entitle.kernel.periods import Instant
from entitle.kernel.references import Reference, new_codes
from entitle.kernel.working_days import ENGLAND_AND_WALES
from entitle.standards import Standard, agency, target_from
from entitle.work.kinds import WorkKind, kind_named
from entitle.work.lifecycle import UNFINISHED, WORK_ITEM
from entitle.work.models import WORK_CODE, WorkItem

_COLUMNS = [str(field.column) for field in WorkItem._meta.concrete_fields if not field.primary_key]
_PUT_IN = f"""
    insert into {WorkItem._meta.db_table} ({', '.join(_COLUMNS)}) values ({', '.join(['%s'] * len(_COLUMNS))})
    on conflict do nothing returning id
"""
_THERE_IS = f"""
    select about_id from {WorkItem._meta.db_table}
    where about_id = any(%s) and about_kind = %s and kind = %s and state = any(%s)
"""
_TRIES = 3


def open(
    *,
    kind: str,
    about: Reference,
    customer_id: int | None,
    origin_at: Instant,
    as_at: Instant,
    standard: Standard | None = None,
    division: str = ENGLAND_AND_WALES,
    scheme: str = "",
    promise: bool = False,
    note: str = "",
    priority: int | None = None,
    language: str = "en",
    team_id: int | None = None,
) -> WorkItem:
    """Open a piece of work, its target counted from `origin_at` by the standard; opened again, it is the one there is.

    Without `standard`, the kind's own of the agency. A promise is one that the customer was told of: opening again
    with `promise` makes a promise of the one there is. Raises UnknownKind; LookupError where the kind has no standard.
    """
    what = kind_named(kind)
    standard = standard or _standard_of(what)
    target_on = target_from(standard, origin_at, division=division)
    # One that is there already keeps this one out: nobody waits, and the transaction goes on.
    item = WorkItem(
        kind=kind, about_kind=about.kind, about_id=about.id, customer_id=customer_id, scheme=scheme, skill=what.skill,
        team_id=team_id, opened_at=as_at, origin_at=origin_at, standard=standard.name, interval=standard.interval,
        unit=standard.unit, division=division, is_promise=promise, state=WORK_ITEM.first, language=language, note=note,
        target_on=target_on, told_on=target_on if promise else None,
        priority=what.priority if priority is None else priority,
    )
    if _put_in(item):
        return item
    already = WorkItem.objects.get(kind=kind, about_kind=about.kind, about_id=about.id, state__in=UNFINISHED)
    if promise and not already.is_promise:
        already.is_promise, already.told_on = True, already.target_on
        already.save(update_fields=["is_promise", "told_on"])
    return already


def open_many(
    *, kind: str, about_kind: str, each: Collection[tuple[int, int, str]], origin_at: Instant, as_at: Instant,
) -> int:
    """Open the same work about each of many (id, customer, note), by COPY. Returns how many there were not yet.

    As `open` does otherwise, by the kind's own standard of the agency.
    """
    for tries_left in reversed(range(_TRIES)):
        try:
            with transaction.atomic(), connection.wrap_database_errors:
                return _open_new(kind_named(kind), about_kind, each, origin_at, as_at)
        except IntegrityError:  # others opened some meanwhile
            if not tries_left:
                raise
    raise AssertionError("the last try returns or raises")


def _open_new(what: WorkKind, about_kind: str, each: Collection[tuple[int, int, str]], origin_at: Instant,
              as_at: Instant) -> int:
    """Those that there are not. Raises IntegrityError where another opens one at the same moment."""
    standard = _standard_of(what)
    with connection.cursor() as cursor:
        cursor.execute(_THERE_IS, [[about_id for about_id, _, _ in each], about_kind, what.name, list(UNFINISHED)])
        there_is = {about_id for about_id, in cursor.fetchall()}
        new = [one for one in each if one[0] not in there_is]
        if not new:
            return 0
        about, customers, notes = zip(*new, strict=True)
        MassRows(WorkItem._meta.db_table, len(new), {
            "code": words(new_codes(WORK_CODE, len(new))), "kind": words(what.name), "about_kind": words(about_kind),
            "about_id": whole(about), "customer_id": whole(customers), "scheme": words(""), "skill": words(what.skill),
            "opened_at": instant(as_at), "origin_at": instant(origin_at), "standard": words(standard.name),
            "interval": whole(standard.interval, octets=4), "unit": words(standard.unit),
            "division": words(ENGLAND_AND_WALES),
            "target_on": day(target_from(standard, origin_at, division=ENGLAND_AND_WALES)),
            "is_promise": yes_no(False), "state": words(WORK_ITEM.first), "outcome": words(""),
            "priority": whole(what.priority, octets=2), "language": words("en"),
        }, last=("note", [note.encode() for note in notes])).put_in(cursor)
    return len(new)


def _put_in(item: WorkItem) -> bool:
    """Whether it was put in: not where there is one already."""
    fields = [field for field in WorkItem._meta.concrete_fields if not field.primary_key]
    with connection.cursor() as cursor:
        cursor.execute(_PUT_IN, [field.get_db_prep_save(getattr(item, field.attname), connection) for field in fields])
        row = cursor.fetchone()
    if row is not None:
        item.pk, item._state.adding = row[0], False
    return row is not None


def _standard_of(kind: WorkKind) -> Standard:
    if kind.standard not in agency():
        raise LookupError(f"'{kind.name}' work takes its standard from the scheme: hand it in as standard=")
    return agency()[kind.standard]
