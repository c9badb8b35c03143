"""A claim from its draft on: for procedures, inside their transaction."""
from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import IntegrityError, connection, transaction
from django.db.models import F
from django.db.models.functions import Least

from entitle.claims.errors import AlreadyClaiming, ChangedMeanwhile
from entitle.claims.lifecycle import CLAIM, CLOSING_EVENTS, OPEN_STATES
from entitle.claims.models import Answer, Claim, ClaimParty
from entitle.customers.models import Customer
from entitle.kernel.lifecycle import NotAllowedNow
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor

CLAIMANT = "claimant"
_OF_CLAIM, _OF_CUSTOMER = ([field.attname for field in model._meta.concrete_fields] for model in (Claim, Customer))
_WITH_CUSTOMER = f"""
    select {', '.join(f"claim.{name}" for name in _OF_CLAIM)}, {', '.join(f"customer.{name}" for name in _OF_CUSTOMER)}
    from claims_claim as claim join customers_customer as customer on customer.id = claim.customer_id
"""
_SUBMIT = """
    update claims_claim set version = version + 1, state = %s, submitted_at = %s, decide_by = %s, effective_on = %s
    where id = %s and state = %s
"""


def start(*, scheme: str, customer_id: int, channel: str, protected_on: date, as_at: Instant) -> Claim:
    """Begin a draft, counted from the day of first contact. Raises AlreadyClaiming, naming the claim that is open."""
    claim = Claim(
        scheme=scheme, customer_id=customer_id, channel=channel, protected_on=protected_on, started_at=as_at
    )
    try:
        with transaction.atomic():
            claim.save(force_insert=True)
    except IntegrityError as refused:
        code = Claim.objects.filter(
            customer_id=customer_id, scheme=scheme, state__in=OPEN_STATES
        ).values_list("code", flat=True).first()
        if code is None:
            raise
        raise AlreadyClaiming(code) from refused
    add_party(claim_id=claim.id, customer_id=customer_id, role=CLAIMANT)
    return claim


def add_party(*, claim_id: int, customer_id: int, role: str) -> None:
    """Someone a claim is about, in a role that its scheme names. Doing it twice is doing it once."""
    ClaimParty.objects.bulk_create(
        [ClaimParty(claim_id=claim_id, customer_id=customer_id, role=role)], ignore_conflicts=True
    )


def protect_from(*, claim_id: int, on: date) -> None:
    """An earlier first contact has come to light: the claim counts from it. A later one changes nothing."""
    Claim.objects.filter(id=claim_id).update(protected_on=Least("protected_on", on), version=F("version") + 1)


def answer(
    *, claim_id: int, answers: Mapping[str, Any], channel: str, by: Actor, as_at: Instant, asked_in: int | None = None
) -> None:
    """Keep answers (fact to JSON; None for an optional one left blank) beside those before: one statement.

    `asked_in` is the number of the further set that they answer, if they do: they count once it is sent.
    """
    Answer.objects.bulk_create(
        Answer(claim_id=claim_id, fact=fact, value=value, channel=channel, answered_at=as_at, user_id=by.user_id,
               asked_in=asked_in)
        for fact, value in answers.items()
    )


def lock(*, code: str = "", claim_id: int | None = None) -> Claim | None:
    """The claim and its customer, the claim held until the transaction ends; None where there is none."""
    column, value = ("code", code) if claim_id is None else ("id", claim_id)
    with connection.cursor() as cursor:
        cursor.execute(f"{_WITH_CUSTOMER} where claim.{column} = %s for update of claim", [value])
        row = cursor.fetchone()
    if row is None:
        return None
    claim = Claim.from_db(connection.alias, _OF_CLAIM, row[:len(_OF_CLAIM)])
    claim.customer = Customer.from_db(connection.alias, _OF_CUSTOMER, row[len(_OF_CLAIM):])
    return claim


def submit(
    *, claim: Claim, decide_by: date, channel: str, as_at: Instant, effective_on: date | None = None
) -> bool:
    """Send a draft in, once: one statement. True the first time; False, with nothing changed, if it was already in.

    `channel` is the one it was sent in by, kept where the claim's other channels are: with the answers and in history.
    Raises NotAllowedNow for a claim that was withdrawn.
    """
    received = CLAIM.after(CLAIM.first, "submitted")
    changes: dict[str, Any] = {
        "state": received, "submitted_at": as_at, "decide_by": decide_by, "effective_on": effective_on}
    with connection.cursor() as cursor:
        cursor.execute(_SUBMIT, [*changes.values(), claim.id, CLAIM.first])
        is_first = cursor.rowcount == 1
    if is_first:
        for name, value in changes.items():
            setattr(claim, name, value)
        claim.version += 1
        return True
    claim.refresh_from_db()
    if claim.submitted_at is None:
        CLAIM.after(claim.state, "submitted")
    return False


def promise_by(*, claim_id: int, decide_by: date) -> None:
    """The customer is told another day. Its standard, and whether it is kept, stand as they are."""
    Claim.objects.filter(id=claim_id).update(decide_by=decide_by)


def move(*, claim: Claim, event: str, as_at: Instant) -> Claim:
    """Take a claim along an edge of its life. Submitting has its own verb, because of what it promises.

    Raises NotAllowedNow for a move off the graph, and ChangedMeanwhile if another officer moved it since it was read.
    """
    if event == "submitted":
        raise NotAllowedNow("a claim is submitted with `submit`, which sets the date it will be decided by")
    changes: dict[str, Any] = {"state": CLAIM.after(claim.state, event)}
    if event in CLOSING_EVENTS:
        changes["closed_at"] = as_at
    moved = Claim.objects.filter(id=claim.id, version=claim.version).update(version=F("version") + 1, **changes)
    if not moved:
        raise ChangedMeanwhile(f"{claim.code} was changed by someone else after it was read")
    for name, value in changes.items():
        setattr(claim, name, value)
    claim.version += 1
    return claim


def withdraw(*, claim: Claim, as_at: Instant) -> Claim:
    """The customer takes the claim back. Nothing is deleted, and they may claim again. Raises NotAllowedNow."""
    return move(claim=claim, event="withdrawn", as_at=as_at)
