"""What was known of a customer at a moment."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from entitle.customers.models import HeldFact
from entitle.kernel.periods import Instant, london_date

_KNOWN = """
    select distinct on (customer_id, fact)
        customer_id, fact, value, source, known_at, verified, true_from, true_to, id
    from customers_heldfact
    where customer_id = any(%(who)s) and known_at <= %(at)s
      and (true_from is null or true_from <= %(on)s) and (true_to is null or true_to > %(on)s)
    order by customer_id, fact, known_at desc, id desc
"""


@dataclass(frozen=True)
class KnownFact:
    """A value as stored (facts/fact.py), who or what said so, when it became known, and whether it is proved."""

    value: Any
    source: str
    known_at: Instant
    verified: bool
    true_from: date | None = None
    true_to: date | None = None
    held_fact_id: int | None = None


def facts_known(*, customer_id: int, as_at: Instant, on: date | None = None) -> dict[str, KnownFact]:
    """Fact by fact, what was known at `as_at` to be true on `on` (that day in London, unless another is given).

    Of several rows about one fact, the one known last. A row that says it is not known (no value) leaves the fact out.
    """
    return facts_known_of_many(customer_ids=[customer_id], as_at=as_at, on=on).get(customer_id, {})


def facts_known_of_many(
    *, customer_ids: Collection[int], as_at: Instant, on: date | None = None
) -> dict[int, dict[str, KnownFact]]:
    """The same for several customers in one statement: those of whom something is known."""
    known: dict[int, dict[str, KnownFact]] = {}
    with connection.cursor() as cursor:
        cursor.execute(_KNOWN, {"who": list(customer_ids), "at": as_at, "on": on or london_date(as_at)})
        for customer_id, fact, value, *rest in cursor.fetchall():
            if value is not None:
                known.setdefault(customer_id, {})[fact] = KnownFact(json.loads(value), *rest)
    return known


def values_known(*, customer_id: int, as_at: Instant, on: date | None = None) -> Mapping[str, Any]:
    """Only the values, by fact."""
    return {name: known.value for name, known in facts_known(customer_id=customer_id, as_at=as_at, on=on).items()}


def fact_rows(customer_id: int, fact: str = "") -> list[HeldFact]:
    """Every row ever held, in the order that it became known; of one fact where it is named."""
    rows = HeldFact.objects.filter(customer_id=customer_id)
    return list((rows.filter(fact=fact) if fact else rows).order_by("known_at", "id"))
