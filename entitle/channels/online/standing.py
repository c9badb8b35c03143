"""Whose record a request is about, and who is acting: the person themselves, or someone who acts for them."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from entitle.customers import queries as customers
from entitle.customers.models import Customer, Representative
from entitle.gateways import clock
from entitle.kernel.references import Actor
from entitle.kernel.words import Words
from entitle.pages.actor import actor_of
from entitle.staff.models import User

CHANNEL = "online"
ACTING_FOR = "acting_for"
ANY, OWN = "any", "own"
"""Topics of pages: open to any helper; and to no helper, because it is for the customer to do."""
TOPICS = {
    "claims": Words("Claims and decisions", cy="Hawliadau a phenderfyniadau"),
    "payments": Words("Payments", cy="Taliadau"),
    "letters": Words("Letters and messages", cy="Llythyrau a negeseuon"),
    "changes": Words("Telling you about changes", cy="Dweud wrthych am newidiadau"),
}
"""What a customer can agree to, one by one. An appointee or attorney may do all of it."""


@dataclass(frozen=True)
class Standing:
    """One customer, and the person at the keyboard. `representative` is None for the customer themselves."""

    customer: Customer
    by: Actor
    representative: Representative | None = None

    def may(self, topic: str) -> bool:
        """Whether they may do something on a topic: a helper only on those that the customer agreed to."""
        helping = self.representative
        return helping is None or helping.kind != Representative.HELPER or topic == ANY or topic in helping.scope


def standing_of(request: HttpRequest) -> Standing | None:
    """None for someone who has not shown who they are yet. Acting for another ends the moment that it is revoked."""
    code = request.session.get(ACTING_FOR)
    if code:
        acting = next((each for each in acts_for(request) if each.customer.code == code), None)
        if acting is not None:
            return Standing(acting.customer, actor_of(request, CHANNEL, for_another=True), acting)
        del request.session[ACTING_FOR]
    own = customers.of_user(user_of(request).pk)
    return None if own is None else Standing(own, actor_of(request, CHANNEL))


def user_of(request: HttpRequest) -> User:
    """The person signed in. Raises PermissionDenied where there is none."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def acts_for(request: HttpRequest) -> list[Representative]:
    """For whom the person signed in may act today."""
    return customers.represented_by(user_of(request).pk, on=clock.today())
