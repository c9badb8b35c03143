"""A past for those on the record who are of pension age: what an agency that has run for years would hold."""
from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from django.db import connection, transaction

from entitle.awards.models import Award, AwardAmount
from entitle.claims.models import Claim
from entitle.contacts.models import Contact, Message
from entitle.customers.models import Customer
from entitle.decisions.models import Decision
from entitle.history.models import Event
from entitle.kernel.periods import Instant, london_date
from entitle.payments import queries as payments
from entitle.simulation.copying import learn
from entitle.simulation.marking import copy_events
from entitle.simulation.past_awards import SCHEME, Pensioner, load_awards, pensioners
from entitle.simulation.past_contacts import load_contacts
from entitle.simulation.past_payments import load_payments

_FACTS = """
insert into customers_heldfact (customer_id, fact, value, known_at, source, source_kind, verified)
select who.id, held.fact, held.value, %(at)s, 'earlier system', '', true
from unnest(%(ids)s::bigint[], %(years)s::int[]) as who (id, years) cross join lateral (values
    ('national_insurance.qualifying_years', to_jsonb(who.years)),
    ('national_insurance.has_transitional_record', to_jsonb(false)),
    ('national_insurance.reduced_rate_election', to_jsonb(false)),
    ('person.relationship', to_jsonb('never'::text)), ('state_pension.lived_abroad', to_jsonb(false))
) as held (fact, value)
"""


@transaction.atomic
def load_history(*, customers: Sequence[int], years: int, as_at: Instant) -> int:
    """Claims, decisions and awards of those past pension age, and `years` of their payments, calls and letters.

    Everything due up to the last day that a file sent now could reach is paid. Returns how many people have a past.
    """
    on = london_date(as_at)
    known = Customer.objects.filter(id__in=customers, nino__isnull=False).order_by("id")
    rows = known.values_list("id", "born_on", "sex", "nino")
    people: list[Pensioner] = pensioners([(number, born, sex, nino or "") for number, born, sex, nino in rows], on=on)
    if not people:
        return 0
    ids = [each.customer_id for each in people]
    with connection.cursor() as cursor:
        cursor.execute(_FACTS, {"at": as_at, "ids": ids, "years": [
            each.facts["national_insurance.qualifying_years"] for each in people]})
    events = load_awards(people)
    events += load_contacts(customers=ids, years=years, on=on)
    learn(*(model._meta.db_table for model in (Claim, Decision, Award, AwardAmount, Contact, Message)))
    events += load_payments(scheme=SCHEME, since=on - timedelta(days=365 * years),
                            until=payments.earliest_entry(as_at=as_at))
    copy_events(sorted(events, key=lambda event: event.at))
    learn(Event._meta.db_table)
    return len(people)
