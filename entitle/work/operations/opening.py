"""Work is opened with a date that comes from a standard, never from a person's guess."""

from __future__ import annotations

from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Reference
from entitle.kernel.working_days import ENGLAND_AND_WALES
from entitle.standards import Standard, agency, target_on
from entitle.work.kinds import WorkKind, kind_named
from entitle.work.lifecycle import UNFINISHED, WORK_ITEM
from entitle.work.models import ClockEvent, WorkItem


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
    # One that is there already keeps this one out: nobody waits, and the transaction goes on.
    item = WorkItem(
        kind=kind,
        about_kind=about.kind,
        about_id=about.id,
        customer_id=customer_id,
        scheme=scheme,
        skill=what.skill,
        team_id=team_id,
        opened_at=as_at,
        origin_at=origin_at,
        standard=standard.name,
        interval=standard.interval,
        unit=standard.unit,
        division=division,
        target_on=target_on(standard, london_date(origin_at), division=division),
        is_promise=promise,
        state=WORK_ITEM.first,
        priority=what.priority if priority is None else priority,
        language=language,
        note=note,
    )
    WorkItem.objects.bulk_create([item], ignore_conflicts=True)
    already = WorkItem.objects.get(kind=kind, about_kind=about.kind, about_id=about.id, state__in=UNFINISHED)
    if already.code == item.code:
        ClockEvent.objects.create(work_item=already, event=ClockEvent.STARTED, at=origin_at)
        return already
    if promise and not already.is_promise:
        already.is_promise = True
        already.save(update_fields=["is_promise"])
    return already


def _standard_of(kind: WorkKind) -> Standard:
    if kind.standard not in agency():
        raise LookupError(f"'{kind.name}' work takes its standard from the scheme: hand it in as standard=")
    return agency()[kind.standard]
