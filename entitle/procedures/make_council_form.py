"""Make the council's housing form out of what was said for the claims of one conversation: nobody keys it again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

from django.db import transaction

from entitle.blueprint.receivers import COUNCIL
from entitle.claims import operations as claims
from entitle.claims import queries
from entitle.claims.models import CouncilForm
from entitle.customers import queries as customers
from entitle.facts.fact import from_json
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import Incomplete, NotFound
from entitle.procedures.guard_record import guard_record
from entitle.procedures.hand_over import hand_over
from entitle.questions.bank.council import HOUSING_FORM
from entitle.questions.walk import walk


def make_council_form(*, claim_codes: Sequence[str], by: Actor, as_at: Instant) -> CouncilForm:
    """The form, kept with the first of the claims; made again it is the one there is.

    Each value is letter for letter as it was answered, or as the record holds it where it was not asked; a number that
    they did not say is safe is left out. It is on its way to the council once the transaction is done. Raises
    Incomplete with what is unanswered.
    """
    found = [queries.get(code=code) for code in claim_codes]
    theirs = [claim for claim in found if claim is not None]
    if not theirs or len(theirs) < len(found) or len({claim.customer_id for claim in theirs}) > 1:
        raise NotFound("There is no claim with that reference.")
    customer_id = theirs[0].customer_id
    guard_record(customer_id=customer_id, by=by, as_at=as_at)
    held = customers.facts_known(customer_id=customer_id, as_at=as_at)
    answers = {fact: value for claim in reversed(theirs) for fact, value in queries.draft_of(claim_id=claim.id).items()}
    known = {each.fact: held[each.fact].value for each in HOUSING_FORM if each.fact in held and not each.check(
        from_json(HOUSING_FORM.dictionary[each.fact], held[each.fact].value))}
    path = walk(HOUSING_FORM, answers, known)
    if path.next is not None:
        raise Incomplete("Not answered yet: %(question)s", (path.next.fact,), question=path.next.ask)
    said = {each.fact: answers.get(each.fact, known.get(each.fact)) for each in (*path.known, *path.asked)}
    for number in ("person.phone", "person.other_phone"):
        if said.get(number) is not None and said.get(f"{number}_is_safe") is not True:
            del said[number]
    payload = json.dumps(said, ensure_ascii=False, sort_keys=True)
    with transaction.atomic():
        form, is_new = claims.keep_council_form(
            claim_id=theirs[0].id, payload=payload, digest=hashlib.sha256(payload.encode()).digest(),
            user_id=by.user_id, as_at=as_at)
        if is_new:
            history.write(code="council_form.made", about=Reference("council_form", form.id), customer_id=customer_id,
                          by=by, at=as_at)
            hand_over(claim_id=theirs[0].id, customer_id=customer_id, to=COUNCIL, payload=payload, by=by, as_at=as_at)
        return form
