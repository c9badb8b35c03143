"""Events are written once, in words everyone knows, inside the act they record."""

from datetime import UTC, datetime

import pytest
from django.db import connection, transaction

from entitle.history import operations, queries
from entitle.history.models import Event
from entitle.history.operations import EventRow
from entitle.history.vocabulary import UnknownCode, codes, vocabulary, words_of
from entitle.kernel.references import Actor, Reference
from entitle.kernel.words import Words

AT = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
PRECIOUS = Actor(role="staff", channel="telephone", user_id=7, name="Precious Okafor")
OLWEN = Reference("customer", 41)


class TestTheVocabulary:
    def test_a_code_nobody_declared_is_refused(self):
        with pytest.raises(UnknownCode, match="claim.frobnicated"):
            operations.write(code="claim.frobnicated", by=PRECIOUS, at=AT, about=OLWEN)

    def test_saying_it_twice_is_harmless_and_saying_it_differently_is_not(self):
        vocabulary("made_up", {"kettle.boiled": Words("The kettle boiled", cy="Berwodd y tegell")})
        vocabulary("made_up", {"kettle.boiled": Words("The kettle boiled", cy="Berwodd y tegell")})
        with pytest.raises(ValueError, match="already declared by made_up"):
            vocabulary("another", {"kettle.boiled": Words("Tea")})
        assert words_of("kettle.boiled")["cy"] == "Berwodd y tegell"

    def test_a_code_needs_a_noun_and_a_verb(self):
        with pytest.raises(ValueError, match="noun.past_tense"):
            vocabulary("made_up", {"boiled": "The kettle boiled"})

    def test_what_customers_read_of_looks_is_in_welsh_too(self):
        assert all(words_of(code).cy for code, room in codes().items() if room == "history")


@pytest.mark.django_db
class TestWriting:
    def test_one_event_is_read_back_as_written(self):
        number = operations.write(
            code="customer.looked",
            by=PRECIOUS,
            at=AT,
            about=OLWEN,
            customer_id=41,
            refers_to=Reference("contact", 9),
            reason="Caller asks about payday",
            digest=b"\x01" * 32,
        )
        [event] = queries.of_customer(41, 10)
        assert (event.id, event.code, event.actor_user_id, event.channel) == (number, "customer.looked", 7, "telephone")
        assert (event.refers_kind, event.refers_id, event.reason) == ("contact", 9, "Caller asks about payday")
        assert bytes(event.digest) == b"\x01" * 32
        assert queries.about(OLWEN) == [event]

    def test_a_thousand_events_take_two_statements(self, django_assert_num_queries):
        rows = [EventRow("customer.looked", PRECIOUS, AT, Reference("customer", n), customer_id=n) for n in range(1000)]
        with django_assert_num_queries(2):
            numbers = operations.write_many(rows)
        assert numbers == sorted(numbers)
        assert Event.objects.filter(id__in=numbers).count() == 1000

    def test_an_act_undone_leaves_no_event(self):
        with pytest.raises(RuntimeError), transaction.atomic():
            operations.write(code="customer.looked", by=PRECIOUS, at=AT, about=OLWEN, customer_id=41)
            raise RuntimeError
        assert queries.of_customer(41, 10) == []

    def test_looks_are_told_apart_from_what_was_refused(self):
        operations.write(code="customer.looked", by=PRECIOUS, at=AT, about=OLWEN, customer_id=41, reason="call")
        operations.write(
            code="customer.look_refused", by=PRECIOUS, at=AT, about=OLWEN, customer_id=41, reason="own record"
        )
        assert [look.code for look in queries.looks(customer_id=41)] == ["customer.look_refused", "customer.looked"]
        assert [
            (user, customer) for _, user, customer, _ in queries.staff_looks(from_at=AT, until_at=AT.replace(hour=10))
        ] == [(7, 41)]
        assert queries.looks(user_id=7, until_at=AT) == []

    def test_the_key_is_in_no_statement(self, settings, django_assert_num_queries):
        with django_assert_num_queries(2) as asked:
            operations.write(code="customer.looked", by=PRECIOUS, at=AT, about=OLWEN)
        assert connection.vendor == "postgresql"
        assert not any(settings.ENTITLE_SEAL_KEY in query["sql"] for query in asked.captured_queries)
