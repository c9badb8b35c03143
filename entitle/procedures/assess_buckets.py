"""Assess what the awards in some buckets pay for a period, where nothing is new but what was reported of it."""
from __future__ import annotations

import json
from collections.abc import Collection, Sequence

from django.db import transaction
from procrastinate.contrib.django import app

from entitle.awards import operations as awards
from entitle.awards import queries
from entitle.awards.queries import ToAssess
from entitle.blueprint import registry
from entitle.blueprint.many import assess_many
from entitle.blueprint.scheme import Scheme
from entitle.decisions import operations as decisions
from entitle.decisions.operations import PeriodDecided
from entitle.history import operations as history
from entitle.history.operations import Happened
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import SYSTEM
from entitle.law.amount import NoLawForDate

_TOLD_AT_ONCE = 500


def assess_buckets(*, scheme: str, buckets: Collection[int], as_at: Instant) -> int:
    """Decide each award's next period by the rules, all in arrays and in one transaction. Returns how many were.

    It gives what assess_period gives, and leaves to it every award of which more became known, that the rules do not
    find entitled, or whose facts are missing something. Run again, or by two at once, each period is decided once.
    """
    sheet, count = registry.scheme(scheme), 0
    with transaction.atomic():
        for some in queries.to_assess_together(
                scheme=scheme, buckets=buckets, asked=sheet.asked_each_period, on=london_date(as_at),
                by_end=sheet.reads_on == "end", as_at=as_at):
            if decided := _decided(sheet, some):
                _record(sheet, decided, as_at)
                count += len(decided)
    return count


def _decided(scheme: Scheme, some: Sequence[ToAssess]) -> list[tuple[ToAssess, int]]:
    """Those of one period that the rules find entitled, each with its pence."""
    period = some[0].period
    dates, facts = scheme.period_facts(period), [json.loads(each.facts) for each in some]
    for each in facts:
        each.update(dates)
    try:
        found = assess_many(scheme, facts, on=period.start)
    except NoLawForDate:
        return []
    return [(each, outcome.pence) for each, outcome in zip(some, found, strict=True) if outcome.pence is not None]


def _record(scheme: Scheme, decided: Sequence[tuple[ToAssess, int]], as_at: Instant) -> None:
    """What was decided of one period, what it pays, that it was, and who is to be told of another amount."""
    begins = decided[0][0].begins
    written = decisions.record_many(
        decided=[PeriodDecided(each.claim_id, each.sequence, each.customer_id, pence, each.starts_on, each.facts)
                 for each, pence in decided],
        period_from=begins, scheme=scheme.name, per=scheme.per, rules_version=scheme.rules.version, as_at=as_at)
    numbers, digests = zip(*written, strict=True)
    about = [each.award_id for each, _ in decided]
    awards.pay_periods(awards=about, starts_on=begins, pence=[pence for _, pence in decided], decisions=numbers,
                       as_at=as_at)
    history.write_mass(
        code="award.period_assessed", by=SYSTEM, at=as_at, kind="award", refers_kind="decision",
        each=Happened(about, [each.customer_id for each, _ in decided], numbers, digests))
    changed = [each for each, pence in decided if pence != each.last_pence]
    for start in range(0, len(changed), _TOLD_AT_ONCE):
        some = changed[start:start + _TOLD_AT_ONCE]
        app.configure_task("tell_of_amounts", queue="messages").defer(
            period_start=begins.isoformat(), award_ids=[each.award_id for each in some],
            previous=[each.last_pence for each in some])
