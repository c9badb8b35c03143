"""When a question is asked: small objects over facts that hold, speak, and travel as data. There are no lambdas."""
from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Self

from entitle.facts.fact import Fact
from entitle.kernel.words import ENGLISH, WELSH, Words

_YES_NO = {True: Words("Yes", cy="Ie"), False: Words("No", cy="Na")}
_NO_NUMBERS: Mapping[str, int] = {}


class Condition(ABC):
    """Something that holds, or does not, of the facts known so far. A fact not known holds nothing."""

    @property
    @abstractmethod
    def facts(self) -> tuple[str, ...]:
        """The facts it reads."""

    @abstractmethod
    def holds(self, answers: Mapping[str, Any]) -> bool:
        """Whether it holds of these answers and known facts."""

    @abstractmethod
    def in_words(self, language: str = ENGLISH, numbers: Mapping[str, int] = _NO_NUMBERS) -> str:
        """What comes after "only if". With the numbers of a form's questions it points to them."""

    @abstractmethod
    def to_data(self) -> dict[str, Any]:
        """Itself as JSON, for a page that walks without the server."""

    @abstractmethod
    def to_schema(self) -> dict[str, Any]:
        """The JSON Schema that answers meet exactly when it holds of them."""

    @abstractmethod
    def bound_to(self, facts: Mapping[str, Fact]) -> Self:
        """The same, knowing what its facts and their answers are called. Raises ValueError where they do not fit."""


@dataclass(frozen=True)
class IsOneOf(Condition):
    """The fact is one of some values. `says` is how to say so of a person: "they pay rent"."""

    fact: str
    values: tuple[str | bool, ...]
    says: Words | None = None
    label: Words | None = field(default=None, compare=False)
    answers: tuple[Words, ...] = field(default=(), compare=False)

    @property
    def facts(self) -> tuple[str, ...]:
        return (self.fact,)

    def holds(self, answers: Mapping[str, Any]) -> bool:
        value = answers.get(self.fact)
        return any(value is each if isinstance(each, bool) else value == each for each in self.values)

    def in_words(self, language: str = ENGLISH, numbers: Mapping[str, int] = _NO_NUMBERS) -> str:
        welsh = language == WELSH
        told = (" neu " if welsh else " or ").join(
            f"‘{words[language]}’" for words in self.answers or [Words(str(value)) for value in self.values])
        if self.fact in numbers:
            return (f"yw eich ateb i gwestiwn {numbers[self.fact]} yn {told}" if welsh
                    else f"your answer to question {numbers[self.fact]} is {told}")
        if self.says:
            return self.says[language]
        called = self.label[language] if self.label else self.fact
        return f"yw’r ateb i ‘{called}’ yn {told}" if welsh else f"the answer to ‘{called}’ is {told}"

    def to_data(self) -> dict[str, Any]:
        return {"fact": self.fact, "is_one_of": list(self.values), **_said(self.says)}

    def to_schema(self) -> dict[str, Any]:
        return {"required": [self.fact], "properties": {self.fact: {"enum": list(self.values)}}}

    def bound_to(self, facts: Mapping[str, Fact]) -> Self:
        fact = _known_fact(self.fact, facts)
        if fact.kind == "yes_no":
            named: dict[Any, Words] = dict(_YES_NO)
        else:
            named = {choice.value: choice.label for choice in fact.choices}
        strangers = [value for value in self.values if value not in named]
        if strangers:
            raise ValueError(f"a condition expects {self.fact} to be {strangers}, which it can never be")
        return replace(self, label=fact.label, answers=tuple(named[value] for value in self.values))


@dataclass(frozen=True)
class IsKnown(Condition):
    """The fact is known, whatever it is."""

    fact: str
    says: Words | None = None
    label: Words | None = field(default=None, compare=False)

    @property
    def facts(self) -> tuple[str, ...]:
        return (self.fact,)

    def holds(self, answers: Mapping[str, Any]) -> bool:
        return answers.get(self.fact) is not None

    def in_words(self, language: str = ENGLISH, numbers: Mapping[str, int] = _NO_NUMBERS) -> str:
        welsh = language == WELSH
        if self.fact in numbers:
            number = numbers[self.fact]
            return f"rydych wedi ateb cwestiwn {number}" if welsh else f"you answered question {number}"
        if self.says:
            return self.says[language]
        called = self.label[language] if self.label else self.fact
        return f"yw’r ateb i ‘{called}’ wedi’i roi" if welsh else f"‘{called}’ has been given"

    def to_data(self) -> dict[str, Any]:
        return {"fact": self.fact, "is_known": True, **_said(self.says)}

    def to_schema(self) -> dict[str, Any]:
        return {"required": [self.fact], "properties": {self.fact: {"not": {"type": "null"}}}}

    def bound_to(self, facts: Mapping[str, Fact]) -> Self:
        return replace(self, label=_known_fact(self.fact, facts).label)


@dataclass(frozen=True)
class Joined(Condition):
    """Several conditions: `word` is 'all' or 'any'."""

    word: str
    parts: tuple[Condition, ...]

    @property
    def facts(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(fact for part in self.parts for fact in part.facts))

    def holds(self, answers: Mapping[str, Any]) -> bool:
        return (all if self.word == "all" else any)(part.holds(answers) for part in self.parts)

    def in_words(self, language: str = ENGLISH, numbers: Mapping[str, int] = _NO_NUMBERS) -> str:
        join = Words(", and ", cy=", ac os ") if self.word == "all" else Words(", or ", cy=", neu os ")
        return join[language].join(part.in_words(language, numbers) for part in self.parts)

    def to_data(self) -> dict[str, Any]:
        return {self.word: [part.to_data() for part in self.parts]}

    def to_schema(self) -> dict[str, Any]:
        return {f"{self.word}Of": [part.to_schema() for part in self.parts]}

    def bound_to(self, facts: Mapping[str, Fact]) -> Self:
        return replace(self, parts=tuple(part.bound_to(facts) for part in self.parts))


def is_yes(fact: str, says: Words | None = None) -> Condition:
    return IsOneOf(fact, (True,), says)


def is_no(fact: str, says: Words | None = None) -> Condition:
    return IsOneOf(fact, (False,), says)


def is_one_of(fact: str, *values: str, says: Words | None = None) -> Condition:
    return IsOneOf(fact, values, says)


def is_known(fact: str, says: Words | None = None) -> Condition:
    return IsKnown(fact, says)


def all_of(*parts: Condition) -> Condition:
    return Joined("all", parts)


def any_of(*parts: Condition) -> Condition:
    return Joined("any", parts)


def from_data(data: Mapping[str, Any]) -> Condition:
    """The condition that `to_data` wrote. Raises ValueError for anything else."""
    says = Words(**data["says"]) if "says" in data else None
    for word in ("all", "any"):
        if word in data:
            return Joined(word, tuple(from_data(part) for part in data[word]))
    if "is_one_of" in data:
        return IsOneOf(data["fact"], tuple(data["is_one_of"]), says)
    if data.get("is_known"):
        return IsKnown(data["fact"], says)
    raise ValueError(f"not a condition: {dict(data)}")


def _said(says: Words | None) -> dict[str, Any]:
    return {"says": {"en": says.en, "cy": says.cy}} if says else {}


def _known_fact(name: str, facts: Mapping[str, Fact]) -> Fact:
    if name not in facts:
        raise ValueError(f"a condition reads '{name}', but no fact is called that")
    return facts[name]
