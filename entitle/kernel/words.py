"""Words for a person, in English and in Welsh."""
from __future__ import annotations

from dataclasses import dataclass

ENGLISH, WELSH = "en", "cy"


@dataclass(frozen=True)
class Words:
    """One thing said in both languages. Staff-only words may have no Welsh; customers' words always do."""

    en: str
    cy: str = ""

    def __getitem__(self, language: str) -> str:
        return self.cy if language == WELSH and self.cy else self.en

    def __str__(self) -> str:
        return self.en

    def filled(self, **values: object) -> Words:
        """The same words with their {fields} filled in."""
        return Words(self.en.format(**values), self.cy.format(**values) if self.cy else "")
