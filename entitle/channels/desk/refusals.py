"""What a procedure may refuse, and how it is said on the page that asked."""

from __future__ import annotations

from collections.abc import Callable

from entitle.claims.errors import ChangedMeanwhile
from entitle.decisions.errors import AlreadyDecided, SameOfficer
from entitle.kernel.lifecycle import NotAllowedNow
from entitle.law.amount import NoLawForDate
from entitle.payments.queries import NotABacsDay
from entitle.procedures.errors import NotDone, NotFound, OwnRecord, RestrictedRecord

REFUSALS = (
    NotDone,
    NotAllowedNow,
    AlreadyDecided,
    SameOfficer,
    ChangedMeanwhile,
    NoLawForDate,
    NotABacsDay,
)
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


def sentence(refusal: Exception) -> str:
    """The refusal as a sentence."""
    said = str(refusal)
    return said[:1].upper() + said[1:] + ("" if said.endswith((".", "?", "!")) else ".")
