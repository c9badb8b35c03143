"""Assess what one bucket's awards pay for a period, together, where nothing is new but what was reported of it."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from django.db import transaction
from procrastinate.contrib.django import app

from entitle.awards import operations as awards
from entitle.awards import queries
from entitle.awards.queries import ToAssess
from entitle.blueprint import registry
from entitle.blueprint.many import Found, assess_many
from entitle.blueprint.scheme import Scheme
from entitle.decisions import operations as decisions
from entitle.decisions.operations import PeriodDecided
from entitle.facts.fact import from_json
from entitle.history import operations as history
from entitle.kernel.periods import Instant, Period, london_date
from entitle.kernel.references import SYSTEM
from entitle.law.amount import NoLawForDate

_TOLD_AT_ONCE = 500
_DECIDED = """SELECT * FROM unnest(%(awards)s::bigint[], %(customers)s::bigint[], %(decisions)s::bigint[],
    %(digests)s::bytea[]) AS decided (id, customer_id, refers_id, digest)"""


def assess_bucket(*, scheme: str, bucket: int, as_at: Instant) -> int:
    """Decide each award's next period by the rules, all in arrays and in one transaction. Returns how many were.

    It gives what assess_period gives, and leaves to it every award of which more became known, that the rules do not
    find entitled, or whose facts are missing something. Run again, or by two at once, each period is decided once.
    """
    sheet = registry.scheme(scheme)
    with transaction.atomic():
        found = queries.to_assess_together(
            scheme=scheme, bucket=bucket, asked=sheet.asked_each_period, on=london_date(as_at),
            by_end=sheet.reads_on == "end", as_at=as_at)
        decided = [each for period, some in groupby(found, key=lambda each: each.period)
                   for each in _decided(sheet, period, list(some))]
        if decided:
            _record(sheet, decided, as_at)
    return len(decided)


def _decided(scheme: Scheme, period: Period, some: Sequence[ToAssess]) -> Iterator[tuple[ToAssess, int]]:
    """Those of one period that the rules find entitled, each with its pence."""
    dictionary, dates = scheme.dictionary, scheme.period_facts(period)
    kinds = {name: dictionary[name] for each in some for name in each.facts if name in dictionary}
    facts = [{name: from_json(kinds[name], value) if name in kinds else value for name, value in each.facts.items()}
             | dates for each in some]
    try:
        given: Sequence[Found] = assess_many(scheme, facts, on=period.start)
    except NoLawForDate:
        return
    for each, outcome in zip(some, given, strict=True):
        if outcome.pence is not None:
            yield each, outcome.pence


def _record(scheme: Scheme, decided: Sequence[tuple[ToAssess, int]], as_at: Instant) -> None:
    written = decisions.record_many(
        decided=[PeriodDecided(each.claim_id, each.customer_id, each.sequence, pence, each.starts_on,
                               each.period.start, each.facts) for each, pence in decided],
        scheme=scheme.name, per=scheme.per, rules_version=scheme.rules.version, as_at=as_at)
    numbers = [number for number, _ in written]
    awards.pay_periods(as_at=as_at, paid=[
        (each.award_id, each.period.start, pence, number)
        for (each, pence), number in zip(decided, numbers, strict=True)])
    history.write_mass(
        code="award.period_assessed", by=SYSTEM, at=as_at, kind="award", refers_kind="decision", rows=_DECIDED,
        parameters={"awards": [each.award_id for each, _ in decided], "decisions": numbers,
                    "customers": [each.customer_id for each, _ in decided],
                    "digests": [digest for _, digest in written]})
    changed: list[Any] = [(each.award_id, each.period.start.isoformat(), each.last_pence)
               for each, pence in decided if pence != each.last_pence]
    for start in range(0, len(changed), _TOLD_AT_ONCE):
        app.configure_task("tell_of_amounts", queue="messages").defer(changed=changed[start:start + _TOLD_AT_ONCE])
