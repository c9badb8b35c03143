"""Everything known that bears on one assessment period of a claim: what was reported of it, and the rest as it was."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from entitle.blueprint.scheme import Scheme
from entitle.claims.models import Claim
from entitle.customers import queries as customers
from entitle.facts.fact import from_json
from entitle.kernel.periods import Instant, Period
from entitle.procedures.gather_facts import gather_facts


def gather_period(*, claim: Claim, scheme: Scheme, period: Period, as_at: Instant) -> dict[str, Any]:
    """Facts by name, as they were on the day of the period that the scheme reads (its first, or its last).

    What is asked each period counts only as it was reported of this one: nothing is carried over from another.
    """
    assert period.end is not None, "an assessment period has a last day"
    on = period.start if scheme.reads_on == "start" else period.end - timedelta(days=1)
    facts = gather_facts(claim=claim, scheme=scheme, as_at=as_at, on=on)
    reported = customers.facts_known(customer_id=claim.customer_id, as_at=as_at, on=period.start)
    for name in scheme.asked_each_period:
        facts.pop(name, None)
        if name in reported and reported[name].true_from == period.start:
            facts[name] = from_json(scheme.dictionary[name], reported[name].value)
    return facts
