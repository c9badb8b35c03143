"""Outcomes and decisions that tests begin from."""
from __future__ import annotations

from datetime import date

from entitle.blueprint.scheme import Outcome, Reason
from entitle.claims.models import Claim
from entitle.contacts.tests.cast import NOON, officer
from entitle.decisions import operations
from entitle.decisions.models import Decision
from entitle.kernel.references import Actor
from entitle.kernel.words import Words
from entitle.rules.trace import AmountRead, Step, Trace

TOO_FEW_YEARS = Reason(
    "too_few_years", Words("You do not have enough qualifying years.", cy="Nid oes gennych ddigon o flynyddoedd."),
    "Made-up Act s1")


def trace(weekday: int = 2, *, reads: tuple[str, ...] = ("person.nino",)) -> Trace:
    return Trace((
        Step("weekly_amount", Words("Weekly amount"), Words("You get the full rate."), 24130, "pence_per_week",
             "Made-up Act s2", "full rate", {},
             (AmountRead("full_rate", 24130, "pence", "Order art 6", "2026-04-06"),), {}),
        Step("payment_weekday", Words("Payday"), Words("Your number sets your payday."), weekday, "weekday",
             "Made-up Act s3", "", dict.fromkeys(reads, "AB123447C"), (), {}),
    ))


def entitled(
    *, pence: int = 24130, starts_on: date = date(2026, 11, 20), weekday: int | None = 2, per: str = "week"
) -> Outcome:
    return Outcome(pence=pence, starts_on=starts_on, weekday=weekday, trace=trace(weekday or 0), per=per)


REFUSED = Outcome(refusals=(TOO_FEW_YEARS,))


def by(name: str) -> Actor:
    return Actor(role="staff", channel="desk", user_id=officer(name).id, name=name)


def decided(claim: Claim, *, outcome: Outcome | None = None, by: Actor, supersedes: Decision | None = None) -> Decision:
    return operations.record(
        claim=claim, outcome=outcome or entitled(), facts={"person.born_on": date(1960, 5, 20), "made_up.years": 35},
        law_on=date(2026, 11, 23), rules_version="rules-1", by=by, as_at=NOON, supersedes=supersedes)
