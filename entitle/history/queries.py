"""Reading history, and proving it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db import connection
from django.db.models import QuerySet

from entitle.history.events import LOOKED, LOOKS
from entitle.history.models import Event
from entitle.history.verify import Problem, verify
from entitle.kernel.periods import Instant
from entitle.kernel.references import Reference

__all__ = ["Problem", "about", "about_each", "count_of", "customers_of", "event", "has_done", "has_looked",
           "staff_looks", "looks", "of_customer", "unused_numbers", "verify", "without_month"]

_UNUSED = """
    SELECT before + 1, id - 1
    FROM (SELECT id, lag(id, 1, 0::bigint) OVER (ORDER BY id) AS before
          FROM (SELECT id FROM history_event UNION ALL
                SELECT last_value + is_called::int FROM history_event_id_seq) AS drawn (id)) AS each
    WHERE id > before + 1 ORDER BY 1
"""


def of_customer(
    customer_id: int, limit: int = 100, *, codes: Collection[str] = (), but_not: Collection[str] = ()
) -> list[Event]:
    """A customer's events, newest first; only some codes, or all but some, where they are given."""
    events = Event.objects.filter(customer_id=customer_id)
    if codes:
        events = events.filter(code__in=codes)
    if but_not:
        events = events.exclude(code__in=but_not)
    return list(events.order_by("-at", "-id")[:limit])


def about(reference: Reference, limit: int = 1000) -> list[Event]:
    """What happened to one thing, oldest first."""
    return list(Event.objects.filter(about_kind=reference.kind, about_id=reference.id).order_by("at", "id")[:limit])


def about_each(*, kind: str, first_id: int, last_id: int, code: str) -> list[Event]:
    """What happened, of one code, to each of a run of things, oldest first."""
    return list(Event.objects.filter(about_kind=kind, about_id__range=(first_id, last_id), code=code).order_by(
        "at", "id"))


def has_done(*, user_id: int, code: str, about: Reference) -> bool:
    """Whether somebody has done something to one thing already."""
    return Event.objects.filter(about_kind=about.kind, about_id=about.id, code=code, actor_user_id=user_id).exists()


def count_of(*, code: str, from_at: Instant, until_at: Instant) -> int:
    """How many events of a code there were, from one instant up to another."""
    return Event.objects.filter(code=code, at__gte=from_at, at__lt=until_at).count()


def customers_of(*, code: str, from_at: Instant) -> list[int]:
    """The customers of whom an event of a code was written since an instant."""
    found = Event.objects.filter(code=code, at__gte=from_at).order_by("customer_id").distinct()
    return [customer_id for customer_id in found.values_list("customer_id", flat=True) if customer_id is not None]


def without_month(*, of: str = Event._meta.db_table) -> dict[date, int]:
    """How many rows of a table that is kept by month wait for their month to be made, by month: none, as a rule."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT month, how_many FROM without_month(%s)", [of])
        return dict(cursor.fetchall())


def unused_numbers() -> list[tuple[int, int]]:
    """The runs of numbers, first and last, that were drawn for events which are not there: of a transaction undone, a
    server that crashed, or events removed before they were sealed."""
    with connection.cursor() as cursor:
        cursor.execute(_UNUSED)
        return list(cursor.fetchall())


def event(*, event_id: int) -> Event | None:
    """One event by its number."""
    return Event.objects.filter(id=event_id).first()


def looks(
    *,
    customer_id: int | None = None,
    user_id: int | None = None,
    from_at: Instant | None = None,
    until_at: Instant | None = None,
    codes: Collection[str] = LOOKS,
    limit: int = 1000,
) -> list[Event]:
    """Who looked, or was stopped from looking, or searched: newest first, from one instant up to another."""
    return list(_looks(customer_id, user_id, from_at, until_at, codes).order_by("-at", "-id")[:limit])


def has_looked(*, customer_id: int, user_id: int, because_of: Reference) -> bool:
    """Whether somebody looked at a customer's record already because of one thing, such as a call."""
    return Event.objects.filter(customer_id=customer_id, code=LOOKED, actor_user_id=user_id,
                                refers_kind=because_of.kind, refers_id=because_of.id).exists()


def staff_looks(*, from_at: Instant, until_at: Instant) -> list[tuple[int, int | None, int | None, Instant]]:
    """Every look by staff in a span as (event id, user id, customer id, at), for drawing a sample; oldest first."""
    found = _looks(None, None, from_at, until_at, (LOOKED,)).filter(actor_role="staff", actor_user_id__isnull=False)
    return list(found.order_by("id").values_list("id", "actor_user_id", "customer_id", "at"))


def _looks(
    customer_id: int | None,
    user_id: int | None,
    from_at: Instant | None,
    until_at: Instant | None,
    codes: Collection[str],
) -> QuerySet[Event]:
    events = Event.objects.filter(code__in=codes)
    for name, value in (
        ("customer_id", customer_id),
        ("actor_user_id", user_id),
        ("at__gte", from_at),
        ("at__lt", until_at),
    ):
        if value is not None:
            events = events.filter(**{name: value})
    return events
