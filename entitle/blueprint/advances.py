"""Money lent against payments to come, where a scheme's law has it: what can be had, and how it is paid back."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from entitle.blueprint.advance_terms import AdvanceTerms
from entitle.blueprint.possibilities import possibility
from entitle.blueprint.scheme import Scheme
from entitle.kernel.assessment_periods import period_of
from entitle.kernel.money import UP, Pence, at_least_zero, divide
from entitle.kernel.periods import Period, add_months
from entitle.kernel.words import Words
from entitle.law.amount import NoLawForDate
from entitle.rules.trace import Trace


@dataclass(frozen=True)
class Offer:
    """The most that can be had, by rule, and the least; and how long it may take to pay back.

    `award_pence` is one period's award: before the first payment an estimate, `supposed` the facts that it supposes.
    """

    most_pence: Pence
    award_pence: Pence
    most_payments: int
    period: Period
    supposed: tuple[str, ...]
    trace: Trace
    most_kept: Pence | None = None
    """The most that the law lets be kept of each payment, where the rules say."""
    least_pence: Pence = 0
    who_may: Words | None = None
    """The law's own conditions, where there are any."""


@dataclass(frozen=True)
class AwardRecord:
    """What the agency's own records tell of an award in payment: its last assessed periods, each with the facts that it
    was decided on, the newest first; what the newest paid; whole months since it began; whether an advance for a
    one-off cost is still owed; and what is kept of each payment already."""

    periods: tuple[tuple[Period, Mapping[str, Any]], ...]
    pence: Pence
    months: int
    owes: bool
    kept: Pence = 0


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
    return Offer(int(run.one(terms.most)), award, _by_law(scheme, terms.repaid_over, on), period,
                 (*more, *found.supposed), run.trace(), most_kept(scheme, scheme.in_first_period(known, on), on=on))


def one_off_offer(scheme: Scheme, record: AwardRecord, *, for_work: bool, on: date) -> Offer | None:
    """What the rules say of an advance for a one-off cost, nothing included; None where they cannot tell."""
    terms = scheme.one_off
    assert terms is not None, "the scheme has such advances"
    try:
        periods = [{**facts, **scheme.period_facts(period)}
                   for period, facts in record.periods[:_by_law(scheme, terms.looked_at, on)]]
        earned = sum(int(scheme.rules.run(facts, on=period.start, want=(terms.earnings,)).one(terms.earnings))
                     for facts, (period, _) in zip(periods, record.periods, strict=False))
        known = {**periods[0], terms.asks: True, terms.for_work: for_work, terms.months: record.months,
                 terms.periods: len(periods), terms.earned: earned, terms.owes: record.owes}
        if scheme.rules.missing(known, want=(terms.most,), on=on):
            return None
        run = scheme.rules.run(known, on=on, want=(terms.most,), trace=True)
        most = most_kept(scheme, periods[0], on=on)
        return Offer(
            int(run.one(terms.most)), record.pence, _by_law(scheme, terms.repaid_over, on),
            Period(on, add_months(on, 1)), (), run.trace(),
            most_kept=None if most is None else int(at_least_zero(most - record.kept)),
            least_pence=_by_law(scheme, terms.least, on), who_may=scheme.rules.rules[terms.may].says)
    except NoLawForDate:
        return None


def most_kept(scheme: Scheme, facts: Mapping[str, Any], *, on: date) -> Pence | None:
    """The most that the law of a day lets be kept of a period's payment for debts; None where no rule can tell."""
    want = (scheme.most_kept,)
    if not scheme.most_kept or scheme.rules.missing(facts, want=want, on=on):
        return None
    return int(scheme.rules.run(facts, on=on, want=want).one(scheme.most_kept))


def terms_of(scheme: Scheme, *, one_off: bool) -> AdvanceTerms | None:
    """On what terms a scheme has advances of a first payment, or for a one-off cost."""
    return scheme.one_off if one_off else scheme.advance


def _by_law(scheme: Scheme, number: tuple[str, str], on: date) -> int:
    amount, column = number
    return int(scheme.rules.law.amount(amount).series[column].value_on(on).stands_for)


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
