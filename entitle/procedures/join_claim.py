"""Someone invited into a claim shows that they are who was invited: by the code in their letter, and who they say."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from entitle.claims import operations as claims
from entitle.claims.models import SetAsked
from entitle.customers import operations as customers
from entitle.customers import queries
from entitle.customers.models import Customer
from entitle.history import operations as history
from entitle.kernel.nino import parse_nino
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotFound, NotPermitted
from entitle.standards import agency
from entitle.work import operations as work


def join_claim(
    *,
    asked_code: str,
    digest: bytes,
    name: Mapping[str, str] | None = None,
    born_on: date | None = None,
    nino: str | None = None,
    postcode: str = "",
    by: Actor,
    as_at: Instant,
) -> SetAsked:
    """The set asked of them, now tied to their sign-in's record; the code is spent. `digest` is that of the code.

    Someone whose sign-in has no record gives their name and date of birth, and their number where they have it; someone
    who has a record is compared by that. Raises NotPermitted, telling nothing, where they are not who was invited.
    """
    with transaction.atomic():
        asked = claims.lock_asked(code=asked_code)
        if asked is None or asked.customer is None or by.user_id is None or asked.code_digest is None:
            raise NotFound("That code is not right, or has been used already.")
        if bytes(asked.code_digest) != digest:
            raise NotFound("That code is not right, or has been used already.")
        invited, own = asked.customer, queries.of_user(by.user_id)
        if own is not None:
            person = own if own.id == invited.id or _is_same_person(own, invited) else None
        else:
            person = _as_said(invited, name or {}, born_on, nino, postcode, by)
        joined = person is not None and person.id != asked.claim.customer_id
        if joined and person is not None:
            _tie(asked, invited, person, nino, by, as_at)
        history.write(
            code="questions.joined" if joined else "customer.identity_not_proved",
            about=Reference("claim", asked.claim_id) if joined else Reference("customer", invited.id),
            customer_id=person.id if joined and person is not None else invited.id,
            by=by,
            at=as_at,
            refers_to=Reference("set_asked", asked.id),
        )
    if not joined:
        raise NotPermitted("Those details do not match our letter. Check them, or call us and we will help.")
    return asked


def _is_same_person(own: Customer, invited: Customer) -> bool:
    """The record that they have already, and the one that was opened to invite them, say the same of them."""
    name = queries.current_name(invited.id)
    called = {"given": name.given, "family": name.family} if name else {}
    numbers = {parse_nino(each.nino)[:8] for each in (own, invited) if each.nino}
    return len(numbers) < 2 and own.born_on == invited.born_on and queries.name_agrees(own.id, called)


def _as_said(
    invited: Customer, name: Mapping[str, str], born_on: date | None, nino: str | None, postcode: str, by: Actor
) -> Customer | None:
    """Whose record it is, from what they say of themselves: the invited one, or another of theirs with their number."""
    if invited.user_id not in (None, by.user_id) or born_on != invited.born_on:
        return None
    if not queries.name_agrees(invited.id, name) or (invited.nino and nino and not _same(invited.nino, nino)):
        return None
    other = queries.by_nino(nino) if nino else None
    if other is None or other.id == invited.id:
        return invited
    free = other.user_id in (None, by.user_id)
    agrees = other.born_on == born_on and queries.name_agrees(other.id, name)
    return other if free and agrees and queries.postcode_agrees(other.id, postcode) else None


def _same(one: str, other: str) -> bool:
    return parse_nino(one)[:8] == parse_nino(other)[:8]


def _tie(
    asked: SetAsked, invited: Customer, person: Customer, nino: str | None, by: Actor, as_at: Instant
) -> None:
    """Their sign-in has the record. One opened only to invite them, where they had another, is work to put together."""
    if person.user_id is None:
        customers.tie_sign_in(customer_id=person.id, user_id=by.user_id)
        history.write(code="customer.sign_in_tied", about=Reference("customer", person.id), customer_id=person.id,
                      by=by, at=as_at)
    if nino and person.nino is None:
        customers.hold_facts(customer_id=person.id, facts={"person.nino": parse_nino(nino)}, source="customer",
                             as_at=as_at)
    claims.join(asked=asked, customer_id=person.id)
    if person.id != invited.id:
        work.open(kind="record.duplicate", about=Reference("customer", invited.id), customer_id=invited.id,
                  as_at=as_at, origin_at=as_at, standard=agency()["duplicate_record"], division=invited.division)
