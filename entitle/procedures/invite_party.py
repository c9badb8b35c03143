"""Bring someone whom a claimant named into the claim: find or open their record, and write to them for themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db import transaction

from entitle.blueprint import registry
from entitle.claims import operations as claims
from entitle.claims import queries
from entitle.claims.models import SetAsked
from entitle.customers.models import Customer
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference, code_digest, secret_code
from entitle.procedures.errors import NotDone, NotFound
from entitle.procedures.find_party import LIVES_WITH_CLAIMANT, find_party
from entitle.procedures.gather_facts import gather_facts
from entitle.procedures.guard_record import guard_record
from entitle.procedures.tell_of_questions import tell_of_questions
from entitle.work import operations as work
from entitle.work import queries as queue

_SAID = ("name", "born_on", "nino", "address", "email")
NOTHING: Mapping[str, Any] = {}


def invite_party(*, asked_code: str, by: Actor, as_at: Instant, details: Mapping[str, Any] = NOTHING) -> bool:
    """Invite whoever a set is asked of, by what the claimant said of them, and by `details` that staff have found.

    `details` are name, born_on, nino, address and email. False where they cannot be written to as they were named: then
    finding them is work for a person. Raises NotDone where staff give too little, or name the claimant.
    """
    with transaction.atomic():
        asked = claims.lock_asked(code=asked_code)
        if asked is None:
            raise NotFound("Nothing is asked with that reference.")
        if by.role == "staff":
            guard_record(customer_id=asked.claim.customer_id, by=by, as_at=as_at)
        if asked.state != "asked" or asked.customer_id is not None:
            raise NotDone("They have been invited already, or are no longer asked.")
        said = {**_said_by_claimant(asked, as_at), **details}
        person = _already_in(asked) or find_party(asked=asked, said=said, as_at=as_at)
        if person is None or person.died_on is not None or person.id == asked.claim.customer_id:
            _ask_a_person_to_find_them(asked, by, as_at)
            return False
        _invite(asked, person, as_at)
        about = Reference("set_asked", asked.id)
        if queue.is_open(about=about, kind="party.find"):
            work.complete(about=about, kind="party.find", as_at=as_at, outcome="invited", by=by)
        return True


def _said_by_claimant(asked: SetAsked, as_at: Instant) -> dict[str, Any]:
    scheme = registry.scheme(asked.claim.scheme)
    facts = gather_facts(claim=asked.claim, scheme=scheme, as_at=as_at)
    said = {part: facts[f"{asked.role}.{part}"] for part in _SAID if facts.get(f"{asked.role}.{part}") is not None}
    if "address" not in said and asked.role in LIVES_WITH_CLAIMANT and facts.get("home.address"):
        said["address"] = facts["home.address"]
    return said


def _already_in(asked: SetAsked) -> Customer | None:
    """Whoever has that role in the claim already: they are not asked who they are for each set."""
    parties = queries.parties_of(claim_id=asked.claim_id)
    return next((party.customer for party in parties if party.role == asked.role), None)


def _invite(asked: SetAsked, person: Customer, as_at: Instant) -> None:
    """Someone who signs in already needs no code. Of a code only the digest is kept: the letter is written from it."""
    claims.add_party(claim_id=asked.claim_id, customer_id=person.id, role=asked.role)
    invited_before = any(
        each.customer_id == person.id and each.code_digest is not None
        for each in queries.asked_in_claim(claim_id=asked.claim_id)
    )
    needs_code = person.user_id is None and not invited_before
    code = secret_code("INV", key=settings.SECRET_KEY, about=f"{asked.claim.code} {person.code}")
    claims.invite(asked=asked, customer_id=person.id, code_digest=code_digest(code) if needs_code else None)
    asked.customer = person
    tell_of_questions(asked=asked, with_code=needs_code, as_at=as_at)


def _ask_a_person_to_find_them(asked: SetAsked, by: Actor, as_at: Instant) -> None:
    if by.role == "staff":
        raise NotDone("That is not enough to write to them: give a name, a date of birth that agrees with our record, "
                      "and an address, of someone other than the claimant.")
    claim = asked.claim
    work.open(kind="party.find", about=Reference("set_asked", asked.id), customer_id=claim.customer_id,
              scheme=claim.scheme, as_at=as_at, origin_at=as_at, division=claim.customer.division,
              language=claim.customer.language)
