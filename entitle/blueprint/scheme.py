"""What a scheme must say of itself: one sheet, one screen."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from entitle.facts.dictionary import Dictionary
from entitle.facts.fact import Fact
from entitle.kernel.words import Words
from entitle.letters.templates import LetterBook
from entitle.questions.question_set import QuestionSet
from entitle.rules.book import RuleBook
from entitle.rules.trace import Trace
from entitle.standards.standard import Standard


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
    """How often a benefit is paid. The payday's weekday (Monday is 0) is what the rule `weekday` gives."""

    weeks: int
    weekday: str
    in_arrears: bool = True


@dataclass(frozen=True)
class Outcome:
    """What the rules say of one claim's facts. Exactly one of four results; never a guess."""

    missing: tuple[str, ...] = ()
    hand_offs: tuple[Reason, ...] = ()
    refusals: tuple[Reason, ...] = ()
    weekly_pence: int | None = None
    starts_on: date | None = None
    weekday: int | None = None
    trace: Trace | None = None
    weekly_from: tuple[tuple[date, int], ...] = ()
    """Weekly pence from each date: the start, then each later day, up to the day of the law, on which it changed."""

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
    """The rule that gives weekly pence."""
    starts: str
    """The rule that gives the first day of the award."""
    cycle: Cycle
    claim: QuestionSet
    facts: tuple[Fact, ...] = ()
    other_questions: Mapping[str, QuestionSet] = field(default_factory=dict)
    refusals: tuple[Reason, ...] = ()
    hand_offs: tuple[Reason, ...] = ()
    standards: tuple[Standard, ...] = ()
    letters: LetterBook | None = None
    record_facts: tuple[str, ...] = ()
    """Facts that another body's record supplies, so nobody is asked them (a National Insurance record)."""
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

    def assess(self, facts: Mapping[str, Any], *, on: date) -> Outcome:
        """Run the rules on one claim's facts with the law of `on`.

        Missing facts come first, then a reason for a person to look, then a refusal, then the award.
        Raises NoLawForDate where an amount is needed for a date that has none.
        """
        reasons = tuple(reason.rule for reason in (*self.hand_offs, *self.refusals))
        missing = self.rules.missing(facts, want=(*reasons, self.starts), on=on)
        if missing:
            return Outcome(missing=missing)
        first = self.rules.run(facts, on=on, want=(*reasons, self.starts), trace=True)
        starts_on: date = first.one(self.starts)
        hand_offs = tuple(reason for reason in self.hand_offs if first.one(reason.rule))
        refusals = tuple(reason for reason in self.refusals if first.one(reason.rule))
        if hand_offs or refusals:
            return Outcome(hand_offs=hand_offs, refusals=refusals, trace=first.trace(), starts_on=starts_on)
        want = (*reasons, self.starts, self.amount, self.cycle.weekday)
        missing = self.rules.missing(facts, want=want, on=on)
        if missing:
            return Outcome(missing=missing)
        run = self.rules.run(facts, on=max(on, starts_on), want=want, trace=True)
        weekly_pence: int = run.one(self.amount)
        weekly_from = self._weekly_from(facts, starts_on, on) if starts_on < on else ((starts_on, weekly_pence),)
        return Outcome(weekly_pence=weekly_pence, starts_on=starts_on, weekday=run.one(self.cycle.weekday),
                       trace=run.trace(), weekly_from=weekly_from)

    def _weekly_from(self, facts: Mapping[str, Any], starts_on: date, on: date) -> tuple[tuple[date, int], ...]:
        """Of a backdated award: a figure for the start, and for each later day up to `on` that the law changed it."""
        rates: list[tuple[date, int]] = []
        for day in (starts_on, *self.rules.law.change_dates(starts_on, on)):
            weekly: int = self.rules.run(facts, on=day, want=(self.amount,)).one(self.amount)
            if not rates or rates[-1][1] != weekly:
                rates.append((day, weekly))
        return tuple(rates)
