"""Hand a claim that has gone in to the older payment system, where that one still pays the benefit."""
from __future__ import annotations

import json

from django.conf import settings

from entitle.blueprint import registry
from entitle.blueprint.receivers import LEGACY
from entitle.claims import queries
from entitle.claims.models import Claim
from entitle.facts.fact import to_json
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor
from entitle.procedures.gather_facts import gather_facts
from entitle.procedures.hand_over import hand_over
from entitle.questions.walk import on_path


def hand_over_claim(*, claim: Claim, by: Actor, as_at: Instant) -> None:
    """Each answer letter for letter as it was given, or as the record holds it; a document stays here.

    Inside the transaction of its submission.
    """
    if claim.scheme not in settings.ENTITLE_LEGACY_SCHEMES.split(","):
        return
    scheme = registry.scheme(claim.scheme)
    answered = queries.draft_of(claim_id=claim.id)
    kept = on_path(scheme.claim, gather_facts(claim=claim, scheme=scheme, as_at=as_at))
    said = {fact: answered[fact] if fact in answered else to_json(value) for fact, value in kept.items()
            if scheme.dictionary[fact].kind != "document"}
    payload = json.dumps(said, ensure_ascii=False, sort_keys=True)
    hand_over(claim_id=claim.id, customer_id=claim.customer_id, to=LEGACY, payload=payload, by=by, as_at=as_at)
