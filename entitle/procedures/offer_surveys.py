"""Ask people what it was like, the day after they claimed, rang, were seen or wrote: as many of each channel."""
from __future__ import annotations

from datetime import datetime, timedelta
from hashlib import sha256

from django.db import transaction

from entitle.claims import queries as claims
from entitle.contacts import operations as contacts
from entitle.contacts import queries
from entitle.contacts.survey import survey_rules
from entitle.customers import queries as customers
from entitle.customers.models import Customer
from entitle.kernel.periods import LONDON, Instant, add_months, london_date, midday
from entitle.procedures.write_as_agency import write_as_agency

_Wish = tuple[int, str, str, str]


def offer_surveys(*, as_at: Instant) -> dict[str, int]:
    """How many of each channel were asked of yesterday's. Run again on the same day, it asks nobody more.

    Nobody is asked twice within the months of `survey.yaml`, nor who died, nor who may be in danger. The draw is the
    same whoever runs it.
    """
    today = datetime.combine(london_date(as_at), datetime.min.time(), LONDON)
    if queries.offers_on(from_at=today, until_at=today + timedelta(days=1)):
        return {}
    asked: dict[str, int] = {}
    for customer_id, occasion, scheme, channel in _drawn(_of_yesterday(today), salt=f"{today:%Y-%m-%d}"):
        customer = customers.by_id(customer_id)
        if asked.get(channel, 0) == survey_rules().offers_a_channel_a_day or not _may_ask(customer, as_at):
            continue
        _offer(customer, occasion, scheme, channel, as_at)
        asked[channel] = asked.get(channel, 0) + 1
    return asked


def _of_yesterday(today: datetime) -> list[_Wish]:
    """Whoever dealt with us: of someone who did so twice, by what is rarer."""
    span = {"from_at": today - timedelta(days=1), "until_at": today}
    claimed = claims.submitted_between(**span)
    occasions = {customer_id: "paper" if channel == "clerical" else "claim" for customer_id, channel in claimed.items()}
    occasions |= dict.fromkeys(queries.called_between(**span), "call")
    occasions |= dict.fromkeys(queries.seen_between(**span), "visit")
    how = claims.how_claimed(customer_ids=list(occasions))
    return [(customer_id, occasion, *how.get(customer_id, ("", "telephone")))
            for customer_id, occasion in occasions.items()]


def _drawn(wishes: list[_Wish], *, salt: str) -> list[_Wish]:
    """In an order that nobody chose, and that comes out the same again."""
    return sorted(wishes, key=lambda wish: sha256(f"{salt}:{wish[0]}".encode()).digest())


def _may_ask(customer: Customer, as_at: Instant) -> bool:
    since = midday(add_months(london_date(as_at), -survey_rules().months_between_offers))
    return (customer.died_on is None and queries.open_plan_of(customer_id=customer.pk) is None
            and not queries.asked_since(customer_ids=[customer.pk], since=since))


def _offer(customer: Customer, occasion: str, scheme: str, channel: str, as_at: Instant) -> None:
    with transaction.atomic():
        made = contacts.offer_survey(customer_id=customer.pk, occasion=occasion, channel=channel, scheme=scheme,
                                     as_at=as_at)
        rules = survey_rules()
        write_as_agency(customer=customer, letter="survey_offered", scheme=scheme, as_at=as_at, known={
            "reference": made.code, "asked": [each.asked[customer.language] for each in rules.drivers],
            "reply_by": london_date(as_at) + timedelta(days=rules.days_to_reply)})
