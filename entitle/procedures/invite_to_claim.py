"""Invite everyone whose day has come, each exactly once: a sweep over dates, never a job set for a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.conf import settings
from django.db import transaction

from entitle.blueprint import registry
from entitle.blueprint.scheme import Scheme
from entitle.claims import queries as claims
from entitle.contacts import operations as contacts
from entitle.contacts import queries
from entitle.customers import queries as customers
from entitle.history import operations as history
from entitle.kernel.periods import Instant, add_months, london_date
from entitle.kernel.references import SECRET, SYSTEM, Reference, code_digest, secret_code
from entitle.procedures.announce import announce
from entitle.procedures.invited_customer import GOOD_FOR_MONTHS

_AT_ONCE = 16_384
_CATCH_UP = timedelta(days=31)
"""A sweep that did not run for up to this long still finds everyone."""


def invite_to_claim(*, scheme: str, as_at: Instant) -> int:
    """How many were invited. Nobody invited before, with a claim of theirs open or decided, or dead, is written to."""
    sheet, invited = registry.scheme(scheme), 0
    if not sheet.invite_on:
        return 0
    for customer_id, due_on, known in _due(sheet, london_date(as_at)):
        if claims.has_claimed(customer_id=customer_id, scheme=scheme):
            continue
        with transaction.atomic():
            invited += _invite(sheet, customer_id, due_on, known, as_at)
    return invited


def _invite(sheet: Scheme, customer_id: int, due_on: date, known: dict[str, date], as_at: Instant) -> bool:
    """The code goes by post alone, and only its digest is kept: nobody can read it back, not even in the message."""
    customer = customers.by_id(customer_id)
    code = secret_code("INV", key=settings.SECRET_KEY, about=f"{sheet.name} {customer.code}")
    if not contacts.invite(
        customer_id=customer_id,
        scheme=sheet.name,
        due_on=due_on,
        as_at=as_at,
        code_digest=code_digest(code),
    ):
        return False
    announce(
        customer=customer,
        scheme=sheet.name,
        letter="invitation",
        channels=("letter",),
        as_at=as_at,
        known={**known, "invitation_code": SECRET, "good_until": add_months(london_date(as_at), GOOD_FOR_MONTHS)},
    )
    history.write(
        code="customer.invited", about=Reference("customer", customer_id), customer_id=customer_id, by=SYSTEM, at=as_at
    )
    return True


def _due(sheet: Scheme, today: date) -> Iterator[tuple[int, date, dict[str, date]]]:
    """Everyone to invite by today: the rules run over the whole register, a chunk at a time."""
    quoted = (
        tuple(name for name in sheet.letters.fields("invitation") if name in sheet.rules.rules) if sheet.letters else ()
    )
    after = 0
    while rows := queries.not_invited(scheme=sheet.name, after_id=after, limit=_AT_ONCE):
        after = rows[-1][0]
        rows = [row for row in rows if row[2]]
        if not rows:
            continue
        facts = {"person.born_on": [row[1] for row in rows], "person.sex": [row[2] for row in rows]}
        run = sheet.rules.run(facts, on=today, want=(sheet.invite_on, *quoted))
        for place, (customer_id, _, _) in enumerate(rows):
            due_on = run.of_row(sheet.invite_on, place)
            if today - _CATCH_UP < due_on <= today:
                yield customer_id, due_on, {name: run.of_row(name, place) for name in quoted}
