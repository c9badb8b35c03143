"""Whose record a call is about, in brief, while it rings: what to take care over, our promises, their claims."""

from __future__ import annotations

from dataclasses import dataclass

from entitle.blueprint import registry
from entitle.channels.telephone.caller import STATES
from entitle.channels.telephone.promises import Promise, promises_to
from entitle.claims import queries as claims
from entitle.contacts import queries as contacts
from entitle.contacts.models import Call
from entitle.customers import queries as customers
from entitle.customers.models import Customer, Vulnerability
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor
from entitle.pages.formats import moment, say
from entitle.procedures.look_at_caller import look_at_caller

_LATEST = 3


@dataclass(frozen=True)
class WhoRings:
    """One record in seven statements, however long its history. `care` are the things to take care over."""

    customer: Customer
    name: str
    in_danger: str
    care: list[Vulnerability]
    promises: list[Promise]
    claims: list[tuple[str, str, str]]
    latest: list[tuple[str, str, str]]


def who_rings(*, call: Call, agent: Actor, as_at: Instant) -> WhoRings | None:
    """The look is written first. None where nobody's number it is, or the record is shut to this agent."""
    customer = look_at_caller(call=call, agent=agent, as_at=as_at)
    if customer is None:
        return None
    titles = {name: say(scheme.title) for name, scheme in registry.schemes().items()}
    plan = contacts.open_plan_of(customer_id=customer.pk)
    return WhoRings(
        customer=customer,
        name=customers.names_of([customer.pk]).get(customer.pk, ""),
        in_danger=plan.code if plan else "",
        care=customers.vulnerabilities(customer.pk, on=london_date(as_at)),
        promises=promises_to(customer_id=customer.pk, as_at=as_at),
        claims=[(titles.get(each.scheme, each.scheme), each.code, STATES.get(each.state, each.state))
                for each in claims.open_claims(customer_id=customer.pk)],
        latest=[(moment(each.began_at), each.channel.capitalize(), each.summary)
                for each in contacts.contacts_of(customer_id=customer.pk, limit=_LATEST)],
    )
