"""Who or what told a fact, as the person it is about would say it."""

from __future__ import annotations

from entitle.kernel.words import Words

_SOURCES = (
    ("claim", Words("You, in a claim", cy="Chi, mewn hawliad")),
    ("customer", Words("You told us", cy="Dywedoch chi wrthym")),
    ("evidence", Words("A document we accepted", cy="Dogfen a dderbyniwyd gennym")),
    ("national insurance", Words("Your National Insurance record", cy="Eich cofnod Yswiriant Gwladol")),
)
_ELSEWHERE = Words("Our records", cy="Ein cofnodion")


def source_in_words(source: str) -> Words:
    """Who or what said so."""
    said = source.lower().replace("_", " ")
    return next((words for start, words in _SOURCES if said.startswith(start)), _ELSEWHERE)
