"""The SQL for a whole bucket gives the same periods and pence as the arithmetic does for one award."""
from __future__ import annotations

import random
from datetime import date, timedelta
from itertools import product

import pytest
from django.db import connection

from entitle.awards import operations, queries
from entitle.awards.models import BUCKETS, Award, AwardAmount, bucket_of
from entitle.awards.operations import AmountChange
from entitle.awards.tests.cast import awarded
from entitle.blueprint.scheme import Cycle
from entitle.claims.tests.cast import SCHEME
from entitle.contacts.tests.cast import NOON, customer, officer

pytestmark = pytest.mark.django_db


def due(*, until, since=None, scheme=SCHEME, buckets=range(BUCKETS)):
    """Award, period and pence of every bucket, by the one statement."""
    found = {}
    with connection.cursor() as cursor:
        cursor.execute(
            queries.DUE_PERIODS, {"buckets": list(buckets), "scheme": scheme, "since": since, "until": until})
        for award_id, _, _, _, start, end, due_on, pence in cursor.fetchall():
            found.setdefault(award_id, []).append((start, end, due_on, pence))
    return {award_id: sorted(rows) for award_id, rows in found.items()}


def expected(*, award_id, until, since=None):
    return [(each.period.start, each.period.end, each.due_on, each.pence)
            for each in queries.periods_due(award_id=award_id, until=until, since=since)]


class TestOneStatement:
    def test_agrees_with_the_arithmetic_for_awards_of_every_shape(self):
        shapes, fatima = random.Random(47), customer("Fatima al-Sayed")
        start_of_all = date(2025, 1, 1)
        awards = []
        for number in range(40):
            weekday, starts_on = shapes.randrange(5), start_of_all + timedelta(days=shapes.randrange(500))
            award = awarded(
                fatima, scheme=f"shape_{number}", weekday=weekday, starts_on=starts_on,
                pence=shapes.randrange(1, 30_000), cycle=Cycle(shapes.choice((1, 2, 4, 13)), "payment_weekday"))
            operations.change_amounts(as_at=NOON, changes=[
                AmountChange(award.id, starts_on + timedelta(days=shapes.randrange(-30, 400)), shapes.randrange(30_000))
                for _ in range(shapes.randrange(4))])
            if shapes.random() < 0.4:
                operations.end(award_id=award.id, on=starts_on + timedelta(days=shapes.randrange(90)), reason="left",
                               as_at=NOON)
            awards.append(award)
        spans = ((None, date(2027, 1, 15)), (date(2026, 3, 1), date(2026, 4, 30)), (date(2024, 1, 1), date(2024, 1, 1)))
        for (since, until), award in product(spans, awards):
            found = due(since=since, until=until, scheme=award.scheme, buckets=[bucket_of(fatima.id)])
            wanted = expected(award_id=award.id, since=since, until=until)
            assert found == ({award.id: wanted} if wanted else {})

    def test_leaves_out_what_is_suspended_and_what_a_death_ended(self):
        olwen, sean, joan = customer("Olwen Llŷr"), customer("Seán O'Neill"), customer("Joan Black")
        paid, stopped, dead = awarded(olwen), awarded(sean), awarded(joan)
        operations.suspend(award_id=stopped.id, reason="Not known where", owner_user_id=officer("Precious Okafor").id,
                           notice_sent_at=NOON, review_on=date(2026, 12, 20), from_on=date(2026, 11, 23))
        operations.end_all(customer_id=joan.id, after=date(2026, 12, 1), reason="death", as_at=NOON)
        assert set(due(until=date(2027, 2, 1))) == {paid.id}
        assert sum(pence for *_, pence in expected(award_id=dead.id, until=date(2027, 2, 1))) > 0

        operations.resume(award_id=stopped.id, on=date(2027, 1, 30))
        assert due(until=date(2027, 2, 1))[stopped.id] == due(until=date(2027, 2, 1))[paid.id]

    def test_gives_no_pence_rather_than_a_guess_where_an_amount_is_missing(self):
        award = awarded(customer("Olwen Llŷr"))
        AwardAmount.objects.filter(award=award).update(from_on=date(2026, 12, 3))
        assert [pence is None for *_, pence in due(until=date(2027, 2, 1))[award.id]] == [True, False]

    def test_bucket_is_filled_by_the_database_from_the_customer(self):
        award = awarded(customer("Olwen Llŷr"))
        assert Award.objects.get(id=award.id).bucket == bucket_of(award.customer_id)
