"""A question: one fact, a kind, words for eye and ear, and when it is asked."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from entitle.facts.fact import Fact
from entitle.kernel.words import ENGLISH, Words
from entitle.questions.conditions import Condition
from entitle.questions.kinds import phrases
from entitle.questions.kinds.answering import NO_CHECKS, Checks, FieldError
from entitle.questions.kinds.kind import Kind


@dataclass(frozen=True, kw_only=True)
class Question:
    """Asks for one fact. Frozen data: a question set binds it to the dictionary, after which it knows its choices.

    `say` is what an agent says aloud where reading `ask` would sound odd. `missing` is the error when it is left blank.
    `proof` names the kind of document that proves the answer. An optional question may be left blank: its answer is
    then None.
    """

    fact: str
    kind: Kind
    ask: Words
    say: Words | None = None
    hint: Words | None = None
    when: Condition | None = None
    proof: str | None = None
    optional: bool = False
    missing: Words | None = None

    @property
    def field_id(self) -> str:
        """What its fields are named after: person.born_on is posted as person-born_on (and -day, -month, -year)."""
        return self.fact.replace(".", "-")

    def parse(self, posted: Mapping[str, str], language: str = ENGLISH, checks: Checks = NO_CHECKS) -> Any:
        """The value posted, or None for an optional question left blank. Raises Unanswerable, never anything else."""
        return self.kind.parse(posted, self.field_id, language, checks)

    def check(self, value: Any, checks: Checks = NO_CHECKS) -> tuple[FieldError, ...]:
        """What is wrong with a value that did not come from a form; empty where nothing is."""
        if value is None:
            return () if self.optional else (self.kind.nothing_said(self.field_id),)
        return self.kind.check(value, self.field_id, checks)

    def web(self, value: Any = None, posted: Mapping[str, str] | None = None, errors: Sequence[FieldError] = (),
            language: str = ENGLISH, *, heading: bool = True, by_staff: bool = False) -> Markup:
        """The question's fields for a web page, with what was typed and what was wrong with it."""
        return self.kind.web(self, value, posted, errors, language, heading=heading, by_staff=by_staff)

    def summary(self, value: Any, language: str = ENGLISH) -> str:
        """The answer in words."""
        return phrases.NOT_GIVEN[language] if value is None else self.kind.summary(value, language)

    def bound_to(self, facts: Mapping[str, Fact]) -> Question:
        """The same question, knowing its fact and those of its condition. Raises ValueError where they do not fit."""
        if self.fact not in facts:
            raise ValueError(f"a question asks for '{self.fact}', but no fact is called that")
        fact = facts[self.fact]
        if self.kind.name != fact.kind:
            raise ValueError(f"{self.fact} is a {fact.kind}, but its question is of kind {self.kind.name}")
        kind = self.kind.bound_to(fact, facts, called=fact.label, missing=self.missing, optional=self.optional)
        return replace(self, kind=kind, when=self.when.bound_to(facts) if self.when else None)
