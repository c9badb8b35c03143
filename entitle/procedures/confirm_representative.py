"""Let a representative act: a helper by the customer's own consent, an appointee by an officer's decision."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from entitle.customers import operations as customers
from entitle.customers import queries
from entitle.customers.models import Representative
from entitle.history import operations as history
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NeedsAPerson, NotDone
from entitle.procedures.guard_record import guard_record


def confirm_representative(
    *,
    representative_id: int,
    visited_on: date | None = None,
    interviewed_on: date | None = None,
    account: Mapping[str, str] | None = None,
    until_on: date | None = None,
    by: Actor,
    as_at: Instant,
) -> Representative:
    """From today they may act; consent with a period ends by itself on `until_on`.

    From today an appointee is paid for the customer, into `account` ({sort_code, account_number, account_name}). Raises
    NeedsAPerson where anyone but an officer would confirm an appointee, and NotDone for one who could not be paid.
    """
    proposed = queries.representative(representative_id)
    guard_record(customer_id=proposed.customer_id, by=by, as_at=as_at)
    is_appointee = proposed.kind == Representative.APPOINTEE
    if is_appointee and by.role != "staff":
        raise NeedsAPerson("An officer decides who is an appointee, after a visit and an interview.")
    if is_appointee and not account:
        raise NotDone("Say where the appointee is to be paid: the benefit goes to them from today.")
    if until_on is not None and (is_appointee or until_on <= london_date(as_at)):
        raise NotDone("Consent ends on a day to come; an appointee acts until an officer ends it.")
    with transaction.atomic():
        if visited_on or interviewed_on:
            customers.record_representative_seen(
                representative_id=proposed.id, visited_on=visited_on, interviewed_on=interviewed_on
            )
        active = customers.activate_representative(
            representative_id=proposed.id, by=by, as_at=as_at, until_on=until_on)
        history.write(
            code="representative.activated",
            about=Reference("representative", active.id),
            customer_id=active.customer_id,
            by=by,
            at=as_at,
        )
        if is_appointee and account:
            customers.pay_representative(
                customer_id=active.customer_id, representative_id=active.id, account=account, as_at=as_at)
            _payee_changed(active, by, as_at)
        return active


def _payee_changed(active: Representative, by: Actor, as_at: Instant) -> None:
    history.write(code="representative.paid", about=Reference("representative", active.id),
                  customer_id=active.customer_id, by=by, at=as_at)
