"""Who told us of a death, for whoever confirms it: said at every door, and on the record as they said it."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from entitle.questions.bank.changes import DEATH

_LONGEST_RELATIONSHIP = 20  # characters, as the source of a fact


def told_by(said: Mapping[str, Any]) -> str:
    """How they knew the person, as the source of the date. `said` is the answers to the questions about a death."""
    return str(said["informant.relationship"])[:_LONGEST_RELATIONSHIP]


def told_us(said: Mapping[str, Any]) -> str:
    """Their name, how they knew the person, and where to reach them."""
    name = said["informant.name"]
    phone = said.get("informant.phone")
    reached = DEATH.question("informant.phone").summary(phone) if phone else "no number given"
    return f"{name['given']} {name['family']} ({said['informant.relationship']}; {reached})"
