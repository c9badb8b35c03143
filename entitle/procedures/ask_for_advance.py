"""Somebody asks for an advance, of their first payment or for a one-off cost: decided by rule and paid the same day."""
from __future__ import annotations

from django.db import transaction

from entitle.blueprint.advances import schedule
from entitle.claims import operations as claims
from entitle.history import operations as history
from entitle.kernel.money import Pence
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.payments import operations as payments
from entitle.payments import queries
from entitle.payments.models import Advance
from entitle.payments.work_kinds import ADVANCE_TO_DECIDE
from entitle.procedures.check_advance import check_advance
from entitle.procedures.errors import NotDone, NotFound
from entitle.procedures.pay_advance import pay_advance
from entitle.procedures.refuse_advance import refuse_advance
from entitle.procedures.work_out_advance import work_out_advance
from entitle.procedures.work_out_one_off import work_out_one_off
from entitle.questions.bank.advances import ANOTHER_COST
from entitle.standards import agency
from entitle.work import operations as work


def ask_for_advance(
    *, claim_code: str, pence: Pence, over: int, agreed: bool, by: Actor, as_at: Instant, in_need: bool = True,
    cost: str = "",
) -> Advance:
    """`over` so many payments they agree to pay it back. By rule it is paid at once, or refused where they can wait;
    what the rules cannot tell alone is an officer's, today. `cost` is what a one-off cost is for, one of a few.

    Raises NotDone where none can be had, where one was asked for, for more than the most, or for what would keep more
    of each payment than may be kept.
    """
    with transaction.atomic():
        claim = claims.lock(code=claim_code)
        if claim is None:
            raise NotFound("There is no claim with that reference.")
        can_ask, found = (work_out_one_off(claim=claim, cost=cost, by=by, as_at=as_at) if cost
                          else work_out_advance(claim=claim, by=by, as_at=as_at))
        before = queries.advance_of_claim(claim_id=claim.id, one_off=bool(cost))
        if not can_ask:
            raise NotDone("No advance can be had on this claim.")
        if before is not None and before.state != "refused":
            raise NotDone("An advance was asked for on this claim already.")
        if not agreed:
            raise NotDone("Agree to how it is paid back first.")
        check_advance(offer=found, pence=pence, over=over, as_at=as_at)
        advance = payments.ask_advance(
            customer_id=claim.customer_id, claim_id=claim.id, scheme=claim.scheme, pence=pence, payments=over,
            pence_each=schedule(pence=pence, payments=over)[0].pence, in_need=in_need,
            most_pence=found.most_pence if found else None, award_pence=found.award_pence if found else None,
            supposed=found.supposed if found else (), by=by, as_at=as_at, cost=cost)
        about = Reference("advance", advance.id)
        history.write(code="advance.asked", about=about, customer_id=claim.customer_id, by=by, at=as_at,
                      refers_to=Reference("claim", claim.id))
        if not in_need:
            refuse_advance(advance=advance, because="", by=by, as_at=as_at)
        elif found is None or cost == ANOTHER_COST:
            work.open(kind=ADVANCE_TO_DECIDE, about=about, customer_id=claim.customer_id, scheme=claim.scheme,
                      origin_at=as_at, as_at=as_at, standard=agency()["advance"], division=claim.customer.division,
                      language=claim.customer.language, promise=True)
        else:
            pay_advance(advance=advance, period=found.period, by=by, as_at=as_at)
        return advance
