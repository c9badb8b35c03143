"""Who may speak or act for a customer: proposed, seen, active, revoked."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db import IntegrityError, transaction

from entitle.customers.lifecycle import REPRESENTATIVE
from entitle.customers.models import Representative
from entitle.kernel.lifecycle import NotAllowedNow
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor

KINDS = (Representative.HELPER, Representative.APPOINTEE, Representative.ATTORNEY)


class AlreadyHasAppointee(NotAllowedNow):
    """A customer has one appointee at most: revoke the other first."""


def propose_representative(
    *, customer_id: int, name: str, kind: str, scope: Collection[str] = (), user_id: int | None = None,
    is_corporate: bool = False,
) -> Representative:
    """Someone asks to act. A helper's `scope` is the topics that the customer agrees to. Raises ValueError."""
    if kind not in KINDS:
        raise ValueError(f"'{kind}' is not a kind of representative: use one of {', '.join(KINDS)}")
    if kind == Representative.HELPER and not scope:
        raise ValueError("say which topics the customer agrees that the helper may speak on")
    return Representative.objects.create(
        customer_id=customer_id, name=name, kind=kind, scope=list(scope), user_id=user_id, is_corporate=is_corporate,
        state=REPRESENTATIVE.first)


@transaction.atomic
def record_representative_seen(
    *, representative_id: int, visited_on: date | None = None, interviewed_on: date | None = None
) -> Representative:
    """The customer was visited, or the applicant interviewed. Raises NotAllowedNow once it is settled."""
    representative = _locked(representative_id)
    if representative.state != REPRESENTATIVE.first:
        raise NotAllowedNow(f"this representative is already {representative.state}")
    representative.visited_on = visited_on or representative.visited_on
    representative.interviewed_on = interviewed_on or representative.interviewed_on
    representative.save(update_fields=["visited_on", "interviewed_on"])
    return representative


@transaction.atomic
def activate_representative(
    *, representative_id: int, by: Actor, as_at: Instant, until_on: date | None = None
) -> Representative:
    """From today they may act. Raises AlreadyHasAppointee; NotAllowedNow for an appointee not yet seen."""
    representative = _locked(representative_id)
    representative.state = REPRESENTATIVE.after(representative.state, "activated")
    if representative.kind == Representative.APPOINTEE and not (
        representative.visited_on and representative.interviewed_on
    ):
        raise NotAllowedNow("an appointee is made active after the customer is visited and the applicant interviewed")
    if representative.kind == Representative.APPOINTEE and by.user_id is None:
        raise NotAllowedNow("a person decides who is an appointee")
    representative.from_on, representative.until_on = london_date(as_at), until_on
    representative.decided_by_user_id = by.user_id
    try:
        with transaction.atomic():
            representative.save(update_fields=["state", "from_on", "until_on", "decided_by_user"])
    except IntegrityError as refused:
        if "representative_one_appointee" not in str(refused):
            raise
        raise AlreadyHasAppointee("this customer already has an appointee: revoke that appointment first") from refused
    return representative


@transaction.atomic
def refuse_representative(*, representative_id: int, by: Actor) -> Representative:
    """They may not act. Raises NotAllowedNow."""
    return _settle(_locked(representative_id), "refused", None, by)


@transaction.atomic
def revoke_representative(*, representative_id: int, by: Actor, as_at: Instant) -> Representative:
    """They may act no more, from today: consent withdrawn, or an appointment ended. Raises NotAllowedNow."""
    return _settle(_locked(representative_id), "revoked", london_date(as_at), by)


def _settle(representative: Representative, event: str, until_on: date | None, by: Actor) -> Representative:
    representative.state = REPRESENTATIVE.after(representative.state, event)
    representative.until_on = until_on
    representative.decided_by_user_id = by.user_id or representative.decided_by_user_id
    representative.save(update_fields=["state", "until_on", "decided_by_user"])
    return representative


def _locked(representative_id: int) -> Representative:
    return Representative.objects.select_for_update().get(id=representative_id)
