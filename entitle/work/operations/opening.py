"""Work is opened with a date that comes from a standard, never from a person's guess."""

from __future__ import annotations

from collections.abc import Collection

from django.db import connection, transaction

from entitle.kernel.periods import Instant
from entitle.kernel.references import Reference, new_codes
from entitle.kernel.working_days import ENGLAND_AND_WALES
from entitle.standards import Standard, agency, target_from
from entitle.work.kinds import WorkKind, kind_named
from entitle.work.lifecycle import UNFINISHED, WORK_ITEM
from entitle.work.models import WORK_CODE, ClockEvent, WorkItem

_COLUMNS = [str(field.column) for field in WorkItem._meta.concrete_fields if not field.primary_key]
_PUT_IN = f"""
    with item as (
        insert into {WorkItem._meta.db_table} ({', '.join(_COLUMNS)}) values ({', '.join(['%s'] * len(_COLUMNS))})
        on conflict do nothing returning id
    )
    insert into {ClockEvent._meta.db_table} (work_item_id, event, at) select id, %s, %s from item returning work_item_id
"""
_EACH = ("code", "about_id", "customer_id", "note")
_STAGE = """
DROP TABLE IF EXISTS pg_temp.work_to_open;
CREATE TEMPORARY TABLE work_to_open (code text, about_id bigint, customer_id bigint, note text) ON COMMIT DROP
"""
_COPY = f"COPY work_to_open ({', '.join(_EACH)}) FROM STDIN"
_PUT_IN_MANY = f"""
    with item as (
        insert into {WorkItem._meta.db_table} ({', '.join(_COLUMNS)})
        select {', '.join(f'each.{name}' if name in _EACH else '%s' for name in _COLUMNS)}
        from work_to_open as each
        on conflict do nothing returning id
    )
    insert into {ClockEvent._meta.db_table} (work_item_id, event, at) select id, %s, %s from item
"""


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
    *, kind: str, about_kind: str, each: Collection[tuple[int, int | None, str]], origin_at: Instant, as_at: Instant,
) -> int:
    """Open the same work about each of many (id, customer, note) in one statement. Returns how many there were not yet.

    As `open` does otherwise, by the kind's own standard of the agency.
    """
    what = kind_named(kind)
    standard = _standard_of(what)
    alike = WorkItem(
        kind=kind, about_kind=about_kind, skill=what.skill, opened_at=as_at, origin_at=origin_at,
        standard=standard.name, interval=standard.interval, unit=standard.unit, division=ENGLAND_AND_WALES,
        state=WORK_ITEM.first, target_on=target_from(standard, origin_at, division=ENGLAND_AND_WALES),
        priority=what.priority,
    )
    values = [field.get_db_prep_save(getattr(alike, field.attname), connection)
              for field in WorkItem._meta.concrete_fields if not field.primary_key and field.column not in _EACH]
    with transaction.atomic(savepoint=False), connection.cursor() as cursor:
        cursor.execute(_STAGE)
        with cursor.copy(_COPY) as copy:
            for code, row in zip(new_codes(WORK_CODE, len(each)), each, strict=True):
                copy.write_row((code, *row))
        cursor.execute(_PUT_IN_MANY, [*values, ClockEvent.STARTED, origin_at])
        return int(cursor.rowcount)


def _put_in(item: WorkItem) -> bool:
    """The item and the start of its clock, in one statement; False, and nothing put in, where there is one already."""
    fields = [field for field in WorkItem._meta.concrete_fields if not field.primary_key]
    with connection.cursor() as cursor:
        cursor.execute(_PUT_IN, [*(field.get_db_prep_save(getattr(item, field.attname), connection)
                                   for field in fields), ClockEvent.STARTED, item.origin_at])
        row = cursor.fetchone()
    if row is not None:
        item.pk, item._state.adding = row[0], False
    return row is not None


def _standard_of(kind: WorkKind) -> Standard:
    if kind.standard not in agency():
        raise LookupError(f"'{kind.name}' work takes its standard from the scheme: hand it in as standard=")
    return agency()[kind.standard]
