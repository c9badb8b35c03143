"""What an activity of Schedule 1 is: its name, its levels ("descriptors") and how each is said. Points are law."""
from __future__ import annotations

from dataclasses import dataclass

from entitle.kernel.words import ENGLISH, WELSH, Words

LETTERS = "abcdefg"
CHANGES = "changes"
"""The choice for someone whose level is not the same from day to day: the days of each level are then recorded."""


@dataclass(frozen=True)
class Activity:
    """One of the twelve. Its name is that of its fact, of its rules and of its table of points."""

    name: str
    code: str
    """As Schedule 1 numbers it: DL1 to DL10 are Part 2, M1 and M2 Part 3."""
    called: Words
    asks: Words
    """What the claimant is asked: whether it is hard for them."""
    descriptors: tuple[Words, ...]
    """In the order of the Schedule, the first for someone who needs no help."""

    @property
    def letters(self) -> str:
        """One letter a descriptor."""
        return LETTERS[:len(self.descriptors)]

    @property
    def cites(self) -> str:
        """Its place in the regulations."""
        part = "3" if self.code.startswith("M") else "2"
        return f"SI 2013/377 Sch 1 Part {part} activity {self.code.lstrip('DLM')}"

    @property
    def fact(self) -> str:
        """What the health professional chose."""
        return f"pip_assessment.{self.name}"

    @property
    def evidence(self) -> str:
        """Why, in the health professional's words."""
        return f"pip_assessment.{self.name}_evidence"

    @property
    def days(self) -> tuple[str, ...]:
        """One fact a descriptor: on how many of the days counted it applies."""
        return tuple(f"pip_assessment.{self.name}_days_{letter}" for letter in self.letters)

    @property
    def is_hard(self) -> str:
        """Whether the claimant finds it hard."""
        return f"pip.{self.name}_is_hard"

    @property
    def told(self) -> str:
        """What the claimant says of it."""
        return f"pip.{self.name}_told"

    def say(self, pattern: Words) -> Words:
        """Words about it: {Called} is its name as a heading has it, {called} as a sentence has it."""
        return Words(*(
            pattern[language].format(Called=self.called[language], called=_lower(self.called[language]))
            for language in (ENGLISH, WELSH)
        ))


def _lower(text: str) -> str:
    return text[0].lower() + text[1:]
