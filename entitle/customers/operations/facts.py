"""Holding facts: a new row each, and the tables beside them in step."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import nullcontext
from datetime import date
from typing import Any

from django.db import transaction
from psycopg.types.json import Json

from entitle.customers.models import HeldFact
from entitle.customers.operations.in_step import COLUMNS, STEPS, Holding
from entitle.customers.operations.nino_once import nino_once
from entitle.customers.operations.rows import Together, hold_and_read
from entitle.facts.fact import to_json
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Reference

_HOLD = f"""
    insert into {HeldFact._meta.db_table}
        (customer_id, true_from, true_to, known_at, source, source_kind, source_id, verified, fact, value)
    select %s, %s::date, %s::date, %s, %s, %s, %s::bigint, %s, key, nullif(value::jsonb, 'null') from json_each(%s)
"""


def hold_facts(
    *,
    customer_id: int,
    facts: Mapping[str, Any],
    source: str,
    as_at: Instant,
    source_reference: Reference | None = None,
    verified: bool = False,
    true_from: date | None = None,
    true_to: date | None = None,
) -> None:
    """Hold what became known at `as_at`: values as stored (facts/fact.py), or dates. Nothing is overwritten.

    `source` is who or what said so ('customer', 'document', 'national_insurance_record', ...). They hold from
    `true_from`, where that is known; what had ended already (`true_to` not after today) leaves the tables as they
    are. A value of None says that it is not known any more. Raises DuplicateNino, NotANino, and Customer.DoesNotExist.
    """
    with transaction.atomic(savepoint="person.nino" in facts):  # only a number can be refused
        now, writes = hold_and_read(customer_id), Together()
        stored = {name: to_json(value) for name, value in facts.items()}
        today = london_date(as_at)
        about = source_reference
        writes.add(_HOLD, customer_id, true_from, true_to, as_at, source, about.kind if about else "",
                   about.id if about else None, verified, Json(stored))
        present = {} if true_to is not None and true_to <= today else {
            name: value for name, value in stored.items() if value is not None
        }
        holding = Holding(customer_id, stored, true_from or today, verified, now, writes)
        for name in present:
            if name in STEPS:
                STEPS[name](holding, present[name])
        columns = ((*COLUMNS[name], value) for name, value in present.items() if name in COLUMNS)
        writes.touch(customer_id, **{column: read(value) for column, read, value in columns})
        with nino_once() if "person.nino" in present else nullcontext():
            writes.go()
