"""Further sets of questions: for procedures, inside their transaction."""
from __future__ import annotations

from datetime import date

from django.db import IntegrityError, transaction

from entitle.claims.lifecycle import SET_ASKED
from entitle.claims.models import ClaimParty, SetAsked
from entitle.claims.operations.claim import add_party
from entitle.kernel.periods import Instant


def ask(
    *, claim_id: int, questions: str, role: str, due_on: date, as_at: Instant, customer_id: int | None = None,
    period: tuple[date, date] | None = None,
) -> SetAsked | None:
    """Ask a further set of someone, once: None, with nothing changed, where it was asked before."""
    period_from, period_to = period or (None, None)
    asked = SetAsked(claim_id=claim_id, questions=questions, role=role, customer_id=customer_id, due_on=due_on,
                     period_from=period_from, period_to=period_to, asked_at=as_at)
    try:
        with transaction.atomic():
            asked.save(force_insert=True)
    except IntegrityError:
        if not SetAsked.objects.filter(
            claim_id=claim_id, questions=questions, role=role, period_from=period_from
        ).exists():
            raise
        return None
    return asked


def lock_asked(*, code: str) -> SetAsked | None:
    """A set with its claim and whoever answers it, held until the transaction ends; None where there is none."""
    found = SetAsked.objects.select_for_update(of=("self",)).select_related("claim__customer", "customer")
    return found.filter(code=code).first()


def invite(*, asked: SetAsked, customer_id: int, code_digest: bytes | None) -> None:
    """Someone is found for a set, who joins with a code, of which a digest is kept; None where they need none."""
    asked.customer_id, asked.code_digest = customer_id, code_digest
    asked.save(update_fields=["customer", "code_digest"])


def join(*, asked: SetAsked, customer_id: int) -> None:
    """They are here: the code is spent. Where they turn out to have a record already, the claim is about that one."""
    invited = asked.customer_id
    asked.customer_id, asked.code_digest = customer_id, None
    asked.save(update_fields=["customer", "code_digest"])
    if invited is not None and invited != customer_id:
        SetAsked.objects.filter(claim_id=asked.claim_id, role=asked.role, customer_id=invited).update(
            customer_id=customer_id)
        ClaimParty.objects.filter(claim_id=asked.claim_id, role=asked.role, customer_id=invited).delete()
        add_party(claim_id=asked.claim_id, customer_id=customer_id, role=asked.role)


def end_asked(*, asked: SetAsked, event: str, as_at: Instant) -> None:
    """The set is 'answered', or 'cancelled'. Raises NotAllowedNow where it has ended already."""
    asked.state, asked.ended_at, asked.code_digest = SET_ASKED.after(asked.state, event), as_at, None
    asked.save(update_fields=["state", "ended_at", "code_digest"])
