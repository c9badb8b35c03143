"""What of a claim was handed to other bodies, and what they say came of it."""

from __future__ import annotations

from typing import Any

from entitle.blueprint.receivers import RECEIVERS
from entitle.claims import queries as claims
from entitle.claims.feedback import feedback_words
from entitle.claims.models import Claim

_STATES = {"pending": "On its way", "accepted": "Taken", "rejected": "To be put right"}


def handed_over(claim: Claim) -> list[dict[str, Any]]:
    """Each handover with its state and all that was said of it, in words."""
    return [
        {"code": each.code, "to": RECEIVERS[each.to].en, "made_at": each.made_at, "state": _STATES[each.state],
         "said": "; ".join(feedback_words(said=said.said, on=said.said_on).en for said in each.feedback.all())}
        for each in claims.handovers_of(claim_ids=[claim.id])
    ]
