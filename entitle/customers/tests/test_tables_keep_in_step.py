"""A fact held changes the tables beside it: the old row is closed, the new one opened."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from entitle.customers import operations, queries
from entitle.customers.models import BankAccount, Customer
from entitle.customers.tests.conftest import AT

LATER = AT + timedelta(days=30)


def hold(customer, at=LATER, **facts):
    operations.hold_facts(
        customer_id=customer.pk,
        source="customer",
        as_at=at,
        facts={name.replace("__", ".", 1): value for name, value in facts.items()},
    )


@pytest.mark.django_db
class TestRegistering:
    def test_everything_said_is_held_once_and_shown(self, olwen):
        details = queries.contact_details(olwen.pk)
        assert (details.name, details.language, details.postcode) == ("Olwen Llŷr", "cy", "LL18 3BT")
        assert (details.numbers, details.email) == (("01745 550123",), "olwen@example.com")
        assert queries.facts_known(customer_id=olwen.pk, as_at=AT)["person.name"].value == {
            "given": "Olwen",
            "family": "Llŷr",
        }
        assert queries.get(olwen.code) == olwen and queries.by_nino("AB123456") == olwen

    @pytest.mark.parametrize("nino", ["AB123456C", "ab 12 34 56 a", "AB123456"])
    def test_a_second_record_with_the_number_is_refused_in_words(self, olwen, register, nino):
        with pytest.raises(operations.DuplicateNino, match="already held"):
            register("Joan", "Black", nino=nino)
        assert Customer.objects.count() == 1

    def test_a_number_told_later_is_refused_too_and_nothing_is_held(self, olwen, sean):
        with pytest.raises(operations.DuplicateNino):
            hold(sean, person__nino="AB123456C")
        assert queries.facts_known(customer_id=sean.pk, as_at=LATER)["person.nino"].value == "AB654321A"

    def test_two_people_may_have_no_number(self, db, register):
        assert register("Winston", "Clarke").nino is None and register("Joan", "Black").nino is None

    def test_nobody_has_the_code_of_nobody(self, db):
        with pytest.raises(queries.NoSuchCustomer):
            queries.get("CUS-0000-0000")


@pytest.mark.django_db
class TestChanging:
    def test_a_new_account_keeps_the_old_one(self, olwen):
        hold(
            olwen,
            AT,
            person__bank_account={"sort_code": "20-00-00", "account_number": "55779911", "account_name": "O Llyr"},
        )
        hold(
            olwen, person__bank_account={"sort_code": "309089", "account_number": "12345678", "account_name": "O Llyr"}
        )
        assert queries.current_bank_account(olwen.pk).account_number == "12345678"
        assert [(row.sort_code, row.until_on) for row in queries.bank_accounts(olwen.pk)] == [
            ("309089", None),
            ("200000", date(2026, 12, 2)),
        ]

    def test_the_same_said_again_changes_nothing(self, olwen):
        hold(
            olwen,
            person__name={"given": "Olwen", "family": "Llŷr"},
            home__address={"lines": ["3 Heol y Môr", "Rhyl"], "postcode": "LL18 3BT"},
        )
        assert len(queries.names(olwen.pk)) == 1 and len(queries.addresses(olwen.pk)) == 1

    def test_a_move_dated_before_the_last_one_leaves_one_home(self, olwen):
        operations.hold_facts(
            customer_id=olwen.pk,
            source="customer",
            as_at=LATER,
            true_from=date(2026, 1, 1),
            facts={"home.address": {"lines": ["9 Ffordd Las"], "postcode": "LL18 2DY"}},
        )
        assert queries.current_address(olwen.pk).postcode == "LL18 2DY"

    def test_where_they_lived_once_does_not_become_where_they_live(self, olwen):
        operations.hold_facts(
            customer_id=olwen.pk,
            source="customer",
            as_at=LATER,
            true_from=date(1990, 1, 1),
            true_to=date(1995, 1, 1),
            facts={"home.address": {"lines": ["Old"], "postcode": "CF10 1AA"}},
        )
        assert queries.current_address(olwen.pk).postcode == "LL18 3BT"

    def test_language_and_format_follow(self, olwen):
        before = olwen.version
        hold(olwen, person__language="en", person__letter_format="braille")
        olwen.refresh_from_db()
        assert (olwen.language, olwen.letter_format) == ("en", "braille") and olwen.version > before

    def test_a_marriage_opens_a_row_and_its_end_closes_it(self, olwen):
        hold(olwen, person__relationship="married", person__relationship_changed_on="1985-06-01")
        hold(olwen, person__relationship="widowed", person__relationship_changed_on="2024-02-03")
        [marriage] = queries.relationships(olwen.pk)
        assert (marriage.kind, marriage.from_on, marriage.until_on) == ("married", date(1985, 6, 1), date(2024, 2, 3))

    def test_the_database_allows_one_current_account(self, olwen):
        account = {
            "customer": olwen,
            "sort_code": "200000",
            "account_number": "1",
            "account_name": "O",
            "from_on": date(2026, 1, 1),
        }
        BankAccount.objects.create(**account)
        with pytest.raises(IntegrityError), transaction.atomic():
            BankAccount.objects.create(**account)


@pytest.mark.django_db
class TestNumbersToUse:
    def test_only_what_is_said_to_be_safe_is_used(self, olwen):
        operations.add_contact_point(
            customer_id=olwen.pk, kind="phone", value="07700 900111", is_safe=False, as_at=LATER
        )
        operations.add_contact_point(
            customer_id=olwen.pk, kind="phone", value="07700 900222", is_safe=None, as_at=LATER
        )
        operations.add_contact_point(
            customer_id=olwen.pk, kind="phone", value="07700 900333", is_safe=True, as_at=LATER
        )
        assert queries.numbers_to_use(olwen.pk) == ("01745 550123", "07700 900333")

    def test_a_number_becomes_unsafe_at_once(self, olwen):
        hold(olwen, person__phone_is_safe=False)
        assert queries.numbers_to_use(olwen.pk) == ()
        hold(olwen, LATER + timedelta(days=1), person__phone_is_safe=True)
        assert queries.numbers_to_use(olwen.pk) == ("01745 550123",)

    def test_a_new_number_is_not_taken_to_be_safe(self, olwen):
        hold(olwen, person__phone="07700 900999")
        assert queries.numbers_to_use(olwen.pk) == ()

    def test_a_number_kept_beside_may_become_the_preferred(self, olwen):
        operations.add_contact_point(customer_id=olwen.pk, kind="phone", value="07700 900333", is_safe=True, as_at=AT)
        hold(olwen, person__phone="07700 900333", person__phone_is_safe=True)
        assert queries.numbers_to_use(olwen.pk) == ("07700 900333",)
