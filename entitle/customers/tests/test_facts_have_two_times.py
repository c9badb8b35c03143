"""When it was true and when we knew it: what was known on any past day can be made again."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from entitle.customers import operations, queries
from entitle.customers.models import HeldFact
from entitle.customers.tests.conftest import AT
from entitle.kernel.references import Reference

DAY = timedelta(days=1)


def hold(customer, at, true_from=None, true_to=None, **facts):
    return operations.hold_facts(
        customer_id=customer.pk,
        facts={name.replace("__", "."): value for name, value in facts.items()},
        source="customer",
        as_at=at,
        true_from=true_from,
        true_to=true_to,
    )


def known(customer, at, on=None):
    return dict(queries.values_known(customer_id=customer.pk, as_at=at, on=on))


@pytest.mark.django_db
class TestACorrection:
    def test_it_is_a_new_row_and_yesterday_is_still_what_it_was(self, olwen):
        hold(olwen, AT + DAY, person__relationship="never")
        hold(olwen, AT + 3 * DAY, person__relationship="widowed")
        assert known(olwen, AT + 2 * DAY)["person.relationship"] == "never"
        assert known(olwen, AT + 3 * DAY)["person.relationship"] == "widowed"
        assert [row.value for row in queries.fact_rows(olwen.pk, "person.relationship")] == ["never", "widowed"]

    def test_each_value_says_who_said_so_and_whether_it_is_proved(self, olwen):
        operations.hold_facts(
            customer_id=olwen.pk,
            facts={"national_insurance.qualifying_years": 31},
            as_at=AT + DAY,
            source="national_insurance_record",
            source_reference=Reference("claim", 8),
            verified=True,
        )
        fact = queries.facts_known(customer_id=olwen.pk, as_at=AT + DAY)["national_insurance.qualifying_years"]
        assert (fact.value, fact.source, fact.verified, fact.known_at) == (
            31,
            "national_insurance_record",
            True,
            AT + DAY,
        )
        assert queries.fact_rows(olwen.pk, "national_insurance.qualifying_years")[0].source_id == 8

    def test_nothing_was_known_before_the_first_day(self, olwen):
        assert known(olwen, AT - DAY) == {}

    def test_what_is_not_known_any_more_is_left_out(self, olwen):
        hold(olwen, AT + DAY, person__relationship="married")
        hold(olwen, AT + 2 * DAY, person__relationship=None)
        assert "person.relationship" not in known(olwen, AT + 2 * DAY)

    def test_a_move_told_in_advance_is_not_true_yet(self, olwen):
        new = {"lines": ["1 Stryd Fawr"], "postcode": "LL16 3AA"}
        hold(olwen, AT + DAY, true_from=date(2026, 12, 1), home__address=new)
        assert known(olwen, AT + DAY)["home.address"]["postcode"] == "LL18 3BT"
        assert known(olwen, AT + DAY, on=date(2026, 12, 1))["home.address"] == new
        assert known(olwen, datetime(2026, 12, 2, tzinfo=UTC))["home.address"] == new

    def test_several_customers_cost_one_statement(self, olwen, sean, django_assert_num_queries):
        with django_assert_num_queries(1):
            both = queries.facts_known_of_many(customer_ids=[olwen.pk, sean.pk], as_at=AT)
        assert {both[olwen.pk]["person.nino"].value, both[sean.pk]["person.nino"].value} == {"AB123456C", "AB654321A"}


@pytest.mark.django_db
class TestAnyHistory:
    @settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(
        told=st.lists(
            st.tuples(st.integers(0, 40), st.integers(0, 20), st.integers(1, 20), st.integers(0, 99)), max_size=8
        ),
        as_at=st.integers(0, 45),
        on=st.integers(0, 45),
    )
    def test_it_is_what_the_last_telling_said_of_that_day(self, olwen, told, as_at, on):
        first = date(2026, 1, 1)
        with transaction.atomic():
            HeldFact.objects.bulk_create(
                [
                    HeldFact(
                        customer_id=olwen.pk,
                        fact="job.hours",
                        value=value,
                        known_at=AT + day * DAY,
                        source="customer",
                        true_from=first + start * DAY,
                        true_to=first + (start + length) * DAY,
                    )
                    for day, start, length, value in told
                ]
            )
            [expected] = [
                value
                for day, start, length, value in sorted(told, key=lambda row: row[0])
                if day <= as_at and start <= on < start + length
            ][-1:] or [None]
            assert known(olwen, AT + as_at * DAY, on=first + on * DAY).get("job.hours") == expected
            transaction.set_rollback(True)
