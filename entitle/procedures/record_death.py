"""A death, told once: every award and dealing ends, money stays, others are told, nobody else's award is touched."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from entitle.awards import operations as awards
from entitle.contacts import operations as contacts
from entitle.customers import operations as customers
from entitle.customers import queries
from entitle.history import operations as history
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor, Reference
from entitle.procedures.correct_awards import correct_awards
from entitle.procedures.errors import NotDone
from entitle.procedures.keep_money_back import keep_money_back
from entitle.procedures.release_dealings import release_dealings
from entitle.procedures.settle_estate import settle_estate
from entitle.procedures.stop_acting import stop_acting
from entitle.procedures.support_survivors import support_survivors
from entitle.procedures.tell_holders_of_death import tell_holders_of_death
from entitle.standards import agency
from entitle.work import operations as work


def record_death(
    *, customer_code: str, died_on: date, told_by: str, told_us: str = "", by: Actor, as_at: Instant
) -> None:
    """End the awards from the day after and all that waits for the person, and ask somebody to confirm it.

    Anyone may tell us, so this does not ask whose record it is; it is confirmed before anything is recovered.
    `told_us` is who they are and how to reach them, for whoever confirms it; the notes of a call say it themselves.
    Raises NotDone for a date still to come or before the birth, and for another date than is proved.
    """
    customer = queries.get(customer_code)
    if not customer.born_on <= died_on <= london_date(as_at):
        raise NotDone("The date of death must be today or in the past, and not before the person was born.")
    with transaction.atomic():
        try:
            is_news = customers.record_death(customer_id=customer.id, died_on=died_on,
                                             source=f"{told_by} by {by.channel}", as_at=as_at)
        except customers.DeathInDispute as disputed:
            raise NotDone("Another date of death is proved: %(day)s.",
                          day=f"{customer.died_on:%d %B %Y}") from disputed
        if told_us:
            contact = contacts.begin_contact(customer_id=customer.id, channel=by.channel, direction="in",
                                             reason="death", user_id=by.user_id, as_at=as_at)
            contacts.end_contact(contact_id=contact.id, summary=told_us, as_at=as_at)
        if not is_news:
            return
        customer.refresh_from_db()
        keep_money_back(customer=customer, by=by, as_at=as_at)
        awards.end_all(customer_id=customer.id, after=died_on, reason="death", as_at=as_at)
        correct_awards(customer_id=customer.id, kind="after_death", change="death", by=by, as_at=as_at)
        release_dealings(customer_id=customer.id, by=by, as_at=as_at)
        stop_acting(customer=customer, as_at=as_at)
        support_survivors(customer=customer, as_at=as_at)
        tell_holders_of_death(customer=customer, by=by, as_at=as_at)
        settle_estate(customer=customer, as_at=as_at)
        about = Reference("customer", customer.id)
        work.open(kind="death.confirm", about=about, customer_id=customer.id, as_at=as_at, origin_at=as_at,
                  standard=agency()["death_reported"], division=customer.division)
        history.write(code="customer.died", about=about, customer_id=customer.id, by=by, at=as_at)
