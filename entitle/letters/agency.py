"""The letters that are of no one benefit: the agency's own."""
from __future__ import annotations

from functools import cache
from pathlib import Path

from entitle.letters.templates import LetterBook


@cache
def agency_letters() -> LetterBook:
    """The book of them, read once."""
    return LetterBook.load(Path(__file__).parent / "of_the_agency")
