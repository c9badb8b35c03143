"""Contacts: the first about a benefit, by any channel, is the one that counts."""
from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from entitle.contacts import operations, queries
from entitle.contacts.tests.cast import NOON, customer, officer
from entitle.kernel.lifecycle import NotAllowedNow

pytestmark = pytest.mark.django_db


def call(who, *, at, scheme="state_pension", channel="telephone", direction="in"):
    return operations.begin_contact(
        customer_id=who.id, channel=channel, direction=direction, reason="new claim", scheme=scheme, as_at=at)


class TestTheFirstContact:
    def test_is_the_earliest_by_any_channel_about_that_benefit(self):
        sean = customer("Seán O'Neill")
        call(sean, at=NOON, channel="online")
        call(sean, at=NOON - timedelta(days=3), channel="telephone")
        call(sean, at=NOON - timedelta(days=9), scheme="attendance_allowance")
        call(sean, at=NOON - timedelta(days=8), direction="out")
        first = queries.first_contact_on(customer_id=sean.id, scheme="state_pension", since=date(2026, 1, 1))
        assert first == date(2026, 11, 20)

    def test_is_counted_by_the_date_in_london(self):
        joan = customer("Joan Black")
        call(joan, at=datetime(2026, 7, 1, 23, 30, tzinfo=UTC))
        first = queries.first_contact_on(customer_id=joan.id, scheme="state_pension", since=date(2026, 7, 2))
        assert first == date(2026, 7, 2)

    def test_before_the_last_claim_ended_does_not_count(self):
        winston = customer("Winston Clarke")
        call(winston, at=NOON - timedelta(days=400))
        assert queries.first_contact_on(
            customer_id=winston.id, scheme="state_pension", since=date(2026, 1, 1)) is None


class TestAContact:
    def test_asks_who_you_are_once(self):
        aoife = customer("Aoife Ní Dhomhnaill")
        contact = call(aoife, at=NOON)
        operations.confirm_identity(contact_id=contact.id, as_at=NOON + timedelta(minutes=1))
        operations.confirm_identity(contact_id=contact.id, as_at=NOON + timedelta(minutes=9))
        assert queries.get_contact(code=contact.code).identity_confirmed_at == NOON + timedelta(minutes=1)

    def test_ends_once(self):
        contact = call(customer("Joan Black"), at=NOON)
        later = NOON + timedelta(minutes=12)
        ended = operations.end_contact(contact_id=contact.id, summary="Claim started", as_at=later)
        assert (ended.state, ended.summary) == ("ended", "Claim started")
        with pytest.raises(NotAllowedNow):
            operations.end_contact(contact_id=contact.id, summary="again", as_at=NOON)

    def test_a_customers_contacts_are_read_in_one_statement(self, django_assert_num_queries):
        precious, sean = officer("Precious Okafor"), customer("Seán O'Neill")
        for days in range(4):
            operations.begin_contact(customer_id=sean.id, channel="telephone", direction="in", reason="progress",
                                     user_id=precious.id, as_at=NOON - timedelta(days=days))
        with django_assert_num_queries(1):
            contacts = queries.contacts_of(customer_id=sean.id)
            assert [str(contact.user) for contact in contacts] == ["Precious Okafor"] * 4
        assert contacts[0].began_at == NOON
