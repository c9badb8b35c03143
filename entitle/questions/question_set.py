"""A question set: what is asked, in what order, of whom and when; declared once for every channel."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from entitle.facts.dictionary import Dictionary
from entitle.kernel.words import Words
from entitle.questions.question import Question


@dataclass(frozen=True)
class QuestionSet:
    """Questions in the order they are asked, checked against the dictionary when the set is made.

    Raises ValueError where a fact does not exist or is asked for twice, a kind does not fit its fact, or a condition
    reads a fact that is asked only later.
    """

    name: str
    title: Words
    questions: tuple[Question, ...]
    declaration: Words | None = None
    dictionary: Dictionary = field(default_factory=Dictionary, compare=False, repr=False)

    def __post_init__(self) -> None:
        bound = tuple(question.bound_to(self.dictionary) for question in self.questions)
        object.__setattr__(self, "questions", bound)
        later = [question.fact for question in bound]
        if len(set(later)) != len(later):
            raise ValueError(f"{self.name} asks twice for {sorted({fact for fact in later if later.count(fact) > 1})}")
        for question in bound:
            too_soon = [fact for fact in (question.when.facts if question.when else ()) if fact in later]
            if too_soon:
                raise ValueError(f"{self.name}: whether to ask {question.fact} depends on {too_soon}, asked only later")
            later.remove(question.fact)

    def __iter__(self) -> Iterator[Question]:
        return iter(self.questions)

    def __len__(self) -> int:
        return len(self.questions)

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts it asks for, in order."""
        return tuple(question.fact for question in self.questions)

    @property
    def numbers(self) -> dict[str, int]:
        """Each fact's question number, counting from 1: the same on every channel."""
        return {fact: number for number, fact in enumerate(self.facts, 1)}

    def question(self, fact: str) -> Question:
        """The question that asks for a fact. Raises KeyError."""
        for question in self.questions:
            if question.fact == fact:
                return question
        raise KeyError(f"{self.name} does not ask for {fact}")
