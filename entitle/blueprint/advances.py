"""Money before the first payment of a claim, where a scheme's law has it: what can be had, and how it is paid back."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from entitle.blueprint.possibilities import possibility
from entitle.blueprint.scheme import Scheme
from entitle.kernel.assessment_periods import period_of
from entitle.kernel.money import UP, Pence, divide
from entitle.kernel.periods import Period
from entitle.rules.trace import Trace


@dataclass(frozen=True)
class Offer:
    """The most that can be had, by rule, of an award that is still an estimate; and how long it may take to pay back.

    `award_pence` is the estimate of one period's award, `supposed` the facts that it supposes.
    """

    most_pence: Pence
    award_pence: Pence
    most_payments: int
    period: Period
    supposed: tuple[str, ...]
    trace: Trace


@dataclass(frozen=True)
class Instalment:
    """What is kept of one of the payments to come."""

    number: int
    pence: Pence


def offer(scheme: Scheme, facts: Mapping[str, Any], *, on: date) -> Offer | None:
    """What the rules say of a claim's facts; None where the scheme has no advance, or they cannot tell, or nothing
    would be paid. Raises nothing for law that is not known: then they cannot tell."""
    terms = scheme.advance
    if terms is None or scheme.cycle is None:
        return None
    first = possibility(scheme, facts, on=on)
    more = {name: terms.supposed[name] for name in first.facts if first.result == "others" and name in terms.supposed}
    facts = {**facts, **more}
    found = possibility(scheme, facts, on=on) if more else first
    if found.result != "entitled" or found.outcome is None or found.outcome.starts_on is None:
        return None
    known = {**facts, **{name: scheme.supposed[name] for name in found.supposed}}
    run = scheme.rules.run(scheme.in_first_period(known, on), on=on, want=(terms.most,), trace=True)
    award = found.outcome.pence or 0
    if run.one(terms.most) <= 0:
        return None
    starts_on = found.outcome.starts_on
    cycle = scheme.cycle
    period = period_of(starts_on, 0, months=cycle.months) if cycle.months else Period(
        starts_on, starts_on + timedelta(weeks=cycle.weeks))
    amount, column = terms.repaid_over
    payments = int(scheme.rules.law.amount(amount).series[column].value_on(on).stands_for)
    return Offer(int(run.one(terms.most)), award, payments, period, (*more, *found.supposed), run.trace())


def schedule(*, pence: Pence, payments: int) -> tuple[Instalment, ...]:
    """How it is paid back over so many payments: the same of each, rounded up to a penny, and the rest of the last.

    Raises ValueError for nothing, or over no payments.
    """
    if pence <= 0 or payments <= 0:
        raise ValueError("an advance is of something, and is paid back over some payments")
    each = int(divide(pence, payments, rounding=UP))
    whole, rest = divmod(pence, each)
    parts = [each] * whole + ([rest] if rest else [])
    return tuple(Instalment(number, part) for number, part in enumerate(parts, start=1))
