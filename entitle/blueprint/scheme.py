"""What a scheme must say of itself: one sheet, one screen."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

from entitle.blueprint.advance_terms import AdvanceTerms, OneOffTerms
from entitle.facts.dictionary import Dictionary
from entitle.facts.fact import Fact
from entitle.kernel.assessment_periods import period_of
from entitle.kernel.periods import Period
from entitle.kernel.words import Words
from entitle.law.amount import NoLawForDate, day_number
from entitle.letters.templates import LetterBook
from entitle.questions.conditions import Condition
from entitle.questions.question_set import QuestionSet
from entitle.rules.book import RuleBook
from entitle.rules.trace import Trace
from entitle.standards.standard import Standard

PERIOD_FACTS = ("period.starts_on", "period.ends_on")
"""Facts of kind date that need no source: the assessment period's first day, and the day after its last."""


@dataclass(frozen=True)
class Reason:
    """Why a claim is refused, or handed to a person: a rule that held, said in words, with its law."""

    rule: str
    words: Words
    cites: str

    @property
    def name(self) -> str:
        return self.rule


@dataclass(frozen=True)
class Cycle:
    """How often a benefit is paid: every so many weeks, or for each assessment period of so many months.

    Of weeks, the payday's weekday (Monday is 0) is what the rule `weekday` gives. Of months, a period is paid
    `days_after` its last day. Each period is assessed before it is paid, unless what was decided is `steady`: then it
    holds until something changes. Raises ValueError for anything else.
    """

    weeks: int = 0
    weekday: str = ""
    in_arrears: bool = True
    months: int = 0
    days_after: int = 0
    steady: bool = False

    def __post_init__(self) -> None:
        if (self.weeks > 0) == (self.months > 0):
            raise ValueError("a cycle is of weeks or of months")
        if (self.weeks > 0) != bool(self.weekday) or (self.weeks > 0 and self.days_after):
            raise ValueError("a cycle of weeks, and no other, names the rule that gives its weekday")

    @property
    def per(self) -> str:
        """What its amounts are for: 'week' or 'month'."""
        return "week" if self.weeks else "month"

    @property
    def each_period(self) -> bool:
        """Whether every period is assessed before it is paid."""
        return self.months > 0 and not self.steady


@dataclass(frozen=True)
class FurtherQuestions:
    """Questions that somebody answers after the claim, or besides the claimant. What they fill counts as sourced."""

    questions: QuestionSet
    """Its name is its key."""
    of: str
    """The role that answers: 'partner', 'other_parent', 'health_professional' or 'claimant'."""
    when: Condition | None = None
    """Over the claim's facts; None where they are always asked."""
    each: str = "claim"
    """'claim', or 'period': asked for each assessment period (earnings, changes)."""
    confidential: bool = False
    """The answers, and what comes of them, are not shown to the claimant's side."""
    standard: str = ""
    """The name of the scheme's standard that is its clock, where it has one."""


@dataclass(frozen=True)
class Outcome:
    """What the rules say of one claim's facts. Exactly one of four results; never a guess."""

    missing: tuple[str, ...] = ()
    hand_offs: tuple[Reason, ...] = ()
    refusals: tuple[Reason, ...] = ()
    pence: int | None = None
    starts_on: date | None = None
    weekday: int | None = None
    trace: Trace | None = None
    pence_from: tuple[tuple[date, int], ...] = ()
    """Pence from each date: the start, then each later day on which it changed: by law up to the day of the law, and by
    the scheme's own `changes_on` for as long as its law is known."""
    ends_on: date | None = None
    """The first day not paid for; None where the rules set no end."""
    review_on: date | None = None
    """The day to look at the award again, before it ends."""
    per: str = ""
    """What the pence are for: 'week' or 'month'; empty where there are none."""

    @property
    def result(self) -> str:
        """'missing', 'hand_off', 'refused' or 'entitled'."""
        if self.missing:
            return "missing"
        if self.hand_offs:
            return "hand_off"
        return "refused" if self.refusals else "entitled"


@dataclass(frozen=True)
class Scheme:
    """The sheet on one benefit. Everything shared reads it; nothing shared names it."""

    name: str
    title: Words
    legal_basis: str
    folder: Path
    rules: RuleBook
    amount: str
    """The rule that gives pence a week, or a month for a cycle of months."""
    starts: str
    """The rule that gives the first day of the award."""
    cycle: Cycle | None
    """None where the agency pays nothing itself: a decision and its letters, and no award."""
    claim: QuestionSet
    facts: tuple[Fact, ...] = ()
    further: tuple[FurtherQuestions, ...] = ()
    last_day: str = ""
    """The rule that gives the last day that can be paid for; empty where the rules set no end."""
    review: str = ""
    """The rule that gives the day to look at an award again before it ends; empty where none is."""
    changes_on: tuple[str, ...] = ()
    """Rules that give days on which an amount may change of itself: a birthday, the end of a phase."""
    rate_day: str = ""
    """The rule that the amount reads for the day it is of: the first day paid, unless another is handed in."""
    reads_on: str = "start"
    """Of an assessment period, the day whose facts count: 'start', or 'end' (a change counts for all of the period it
    falls in). The law is always that of its first day."""
    refusals: tuple[Reason, ...] = ()
    hand_offs: tuple[Reason, ...] = ()
    told: tuple[str, ...] = ()
    """Rules whose value, branch and amounts every party may be told, though confidential facts fed them."""
    person_decides: bool = False
    """Whether a decision maker makes every award, and not the rules alone."""
    standards: tuple[Standard, ...] = ()
    letters: LetterBook | None = None
    advance: AdvanceTerms | None = None
    """On what terms it is paid in advance to whoever cannot wait; None where its law has no advance."""
    one_off: OneOffTerms | None = None
    """On what terms whoever it is paid to may have an advance for a one-off cost; None where its law has none."""
    most_kept: str = ""
    """The rule that gives the most that may be kept of a period's payment for debts; empty where none does."""
    overlaps: str = ""
    """The law by which only one of this benefit and others that name it is paid for a day: what was paid of one counts
    towards arrears of another."""
    record_facts: tuple[str, ...] = ()
    """Facts that another body's record supplies, so nobody is asked them (a National Insurance record)."""
    had_before: str = ""
    """The yes_no fact that the agency's own awards tell: whether anyone in the claim had a benefit from it before."""
    if_never_had: Mapping[str, Any] = field(default_factory=dict)
    """What those awards tell where nobody in the claim had one: fact name to value."""
    supposed: Mapping[str, Any] = field(default_factory=dict)
    """What an estimate supposes, and says that it does, of facts that an officer or another body has yet to tell. A
    decision supposes nothing."""
    roles: tuple[str, ...] = ("claimant",)
    invite_on: str = ""
    """The rule that gives the day to invite someone to claim; empty where nobody is invited."""
    evidence: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What proves a fact: fact name to kinds of document."""
    quality_sample_percent: int = 2
    retention: str = "14 months after the award ends"

    @cached_property
    def dictionary(self) -> Dictionary:
        return Dictionary(self.facts)

    @property
    def decision_standard(self) -> Standard:
        """The published time to decide a claim: the one that stops at 'claim.decided'."""
        return next(standard for standard in self.standards if standard.stops == "claim.decided")

    @property
    def asked_each_period(self) -> tuple[str, ...]:
        """The facts that somebody reports of each assessment period."""
        return tuple(fact for each in self.further if each.each == "period" for fact in each.questions.facts)

    @property
    def rules_decided_by(self) -> tuple[str, ...]:
        """Every rule that a decision works out: reasons, start, amount, the payday's weekday, the end and changes."""
        reasons = (reason.rule for reason in (*self.hand_offs, *self.refusals))
        weekday = self.cycle.weekday if self.cycle else ""
        dated = (name for name in (weekday, self.last_day, self.review, *self.changes_on) if name)
        return (*reasons, self.starts, self.amount, *dated)

    def assess(self, facts: Mapping[str, Any], *, on: date) -> Outcome:
        """Run the rules on one claim's facts with the law of `on`.

        Missing facts come first, then a reason for a person to look, then a refusal, then the award.
        Raises NoLawForDate where an amount is needed for a date that has none.
        """
        facts = self.in_first_period(facts, on)
        reasons = tuple(reason.rule for reason in (*self.hand_offs, *self.refusals))
        missing = self.rules.missing(facts, want=(*reasons, self.starts), on=on)
        if missing:
            return Outcome(missing=tuple(name for name in missing if name not in PERIOD_FACTS))
        first = self.rules.run(facts, on=on, want=(*reasons, self.starts), trace=True)
        starts_on: date = first.one(self.starts)
        hand_offs = tuple(reason for reason in self.hand_offs if first.one(reason.rule))
        refusals = tuple(reason for reason in self.refusals if first.one(reason.rule))
        if hand_offs or refusals:
            return Outcome(hand_offs=hand_offs, refusals=refusals, trace=first.trace(), starts_on=starts_on)
        return self._awarded(facts, starts_on, on)

    def assess_period(self, facts: Mapping[str, Any], *, period: Period) -> Outcome:
        """Run the rules for one assessment period, with the law of its first day and the facts that count for it.

        `facts` may name the period's dates (PERIOD_FACTS). Raises NoLawForDate.
        """
        return self.assess({**facts, **self.period_facts(period)}, on=period.start)

    def period_facts(self, period: Period) -> dict[str, Any]:
        """The dates of an assessment period, as those facts of PERIOD_FACTS that the scheme declares."""
        found = zip(PERIOD_FACTS, (period.start, period.end), strict=True)
        return {name: on for name, on in found if name in self.dictionary}

    @property
    def per(self) -> str:
        """What its amounts are for: 'week' or 'month', as its rule of the amount gives them."""
        return self.rules.rules[self.amount].gives.removeprefix("pence_per_")

    def in_first_period(self, facts: Mapping[str, Any], on: date) -> Mapping[str, Any]:
        """The facts with the dates of the first assessment period, where there are such and its start can be told."""
        if self.cycle is None or not self.cycle.months or self.rules.missing(facts, want=(self.starts,), on=on):
            return facts
        starts_on: date = self.rules.run(facts, on=on, want=(self.starts,)).one(self.starts)
        return {**self.period_facts(period_of(starts_on, 0, months=self.cycle.months)), **facts}

    def amount_on(self, facts: Mapping[str, Any], day: date) -> int:
        """Pence by the law of a day, for that day. Raises NoLawForDate."""
        pence: int = self.rules.run(facts, on=day, want=(self.amount,), given=self.given_for(day)).one(self.amount)
        return pence

    def given_for(self, day: date) -> dict[str, int]:
        """What is handed in to work an amount out for a day: the day, where the amount depends on it."""
        return {self.rate_day: day_number(day)} if self.rate_day else {}

    def _awarded(self, facts: Mapping[str, Any], starts_on: date, on: date) -> Outcome:
        weekday = self.cycle.weekday if self.cycle else ""
        want = self.rules_decided_by
        missing = self.rules.missing(facts, want=want, on=on)
        if missing:
            return Outcome(missing=missing)
        dated = tuple(name for name in (self.last_day, self.review, *self.changes_on) if name)
        dates = self.rules.run(facts, on=max(on, starts_on), want=dated) if dated else None
        last_day: date | None = dates.one(self.last_day) if dates and self.last_day else None
        day = min(max(on, starts_on), last_day or date.max)
        run = self.rules.run(facts, on=day, want=want, trace=True, given=self.given_for(day) if day > starts_on else {})
        pence: int = run.one(self.amount)
        rates: tuple[tuple[date, int], ...] = ((starts_on, pence),)
        if self.cycle is None or not self.cycle.each_period:
            changes = {dates.one(name) for name in self.changes_on} if dates else set()
            kept = {each for each in changes if starts_on < each <= (last_day or date.max)}
            rates = self._pence_from(facts, starts_on, (day, pence), kept)
        return Outcome(
            pence=pence, per=self.per, starts_on=starts_on, weekday=run.one(weekday) if weekday else None,
            trace=run.trace(), pence_from=rates, ends_on=last_day + timedelta(days=1) if last_day else None,
            review_on=dates.one(self.review) if dates and self.review else None,
        )

    def _pence_from(
        self, facts: Mapping[str, Any], starts_on: date, now: tuple[date, int], changes: set[date]
    ) -> tuple[tuple[date, int], ...]:
        """A figure for the start, for each later day until now that the law changed it, and for each day that it
        changes of itself. Where the law of a day to come is not known, what went before holds and nothing is guessed.
        """
        rates: list[tuple[date, int]] = []
        for day in sorted({starts_on, *self.rules.law.change_dates(starts_on, now[0]), *changes}):
            try:
                pence = now[1] if day == now[0] else self.amount_on(facts, day)
            except NoLawForDate:
                if day <= now[0]:
                    raise
                break
            if not rates or rates[-1][1] != pence:
                rates.append((day, pence))
        return tuple(rates)
