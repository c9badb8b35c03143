"""What a procedure refused, said on the page that asked."""

from __future__ import annotations

from collections.abc import Callable

from entitle.pages.refusal import REFUSALS, sentence
from entitle.procedures.errors import NotFound, OwnRecord, RestrictedRecord

PAGES_OF_THEIR_OWN = (NotFound, OwnRecord, RestrictedRecord)
Problem = dict[str, str]


def attempt(act: Callable[[], object]) -> list[Problem]:
    """Do it. What was refused comes back as errors to show above the form, with what was typed still there."""
    try:
        act()
    except PAGES_OF_THEIR_OWN:
        raise
    except REFUSALS as refusal:
        return [{"text": sentence(refusal)}]
    return []
