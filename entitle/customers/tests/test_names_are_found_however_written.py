"""Search forgives apostrophes, accents, slips and former names, and never gives a restricted record away."""

import random
from datetime import date, timedelta

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from entitle.customers import operations, queries
from entitle.customers.models import Customer, PersonName
from entitle.customers.names import likeness, name_keys, postcode_key, trigrams, words
from entitle.customers.reading.candidates import numbers_near
from entitle.customers.reading.customer import numbered
from entitle.customers.reading.search import NothingAsked
from entitle.customers.tests.conftest import AT
from entitle.kernel.nino import NotANino

CAST = [
    "Olwen Llŷr",
    "Seán O'Neill",
    "Aoife Ní Dhomhnaill",
    "Henry d’Arcy-Jones",
    "Precious Okafor",
    "Gurpreet Kaur",
    "Margaret Whitfield",
    "Tomasz Zieliński",
    "Fatima al-Sayed",
    "Dafydd Prys",
    "Joan Black",
    "Winston Clarke",
]


class TestKeys:
    @pytest.mark.parametrize(
        "written", ["O'Neill", "O’Neill", "O‘Neill", "ONEILL", "o neill", "Ó Neill", "O`Neill", "O'NEILL"]
    )
    def test_every_way_to_write_oneill_has_one_key(self, written):
        assert name_keys(given="Seán", family=written) == name_keys(given="SEAN", family="O'Neill")

    @pytest.mark.parametrize(
        "one, other",
        [
            ("Ní Dhomhnaill", "NI DHOMHNAILL"),
            ("d’Arcy-Jones", "D'ARCY JONES"),
            ("Llŷr", "llyr"),
            ("Zieliński", "Zielinski"),
            ("al-Sayed", "Al Sayed"),
            ("Łukasz", "lukasz"),
            ("Müßig", "Mussig"),
        ],
    )
    def test_accents_hyphens_and_capitals_make_no_difference(self, one, other):
        assert words(one) == words(other)

    @given(st.text(max_size=30), st.text(max_size=30))
    def test_any_writing_has_keys_and_the_same_ones_in_capitals_or_decomposed(self, given_name, family):
        keys = name_keys(given=given_name, family=family)
        assert keys.trigrams == sorted(set(keys.trigrams)) and all(len(three) == 3 for three in keys.trigrams)
        assert " ".join(words(family)) in keys.normal or words(f"{given_name} {family}") != words(given_name) + words(
            family
        )
        assert trigrams(family) == trigrams(family.casefold())

    @given(st.sampled_from(CAST), st.sampled_from(CAST))
    def test_likeness_is_whole_for_oneself_and_less_for_others(self, one, other):
        assert likeness(one, one) == 1
        assert (likeness(one, other) < 0.8) == (one != other)

    def test_a_person_called_al_is_not_lost_to_the_prefix(self):
        assert likeness("Green", "Al Green") == 1

    def test_a_postcode_is_the_same_however_spaced(self):
        assert postcode_key(" ll13  8dg") == postcode_key("LL138DG") == "LL138DG"


@pytest.mark.django_db
class TestFinding:
    @pytest.mark.parametrize(
        "asked", ["Seán O'Neill", "SEAN ONEILL", "sean o neill", "O’Neill Seán", "Shaun O'Neil", "oneill"]
    )
    def test_sean_is_found(self, sean, olwen, asked):
        assert queries.find(name=asked)[0].customer_id == sean.pk

    @pytest.mark.parametrize(
        "asked",
        [
            {"nino": "ab 12 34 56 c"},
            {"nino": "AB123456"},
            {"nino": "AB123456D"},
            {"nino": "AB132456C"},
            {"nino": "AP123456C"},
            {"nino": "AB723456", "born_on": date(1960, 3, 5)},
            {"born_on": date(1960, 3, 5)},
            {"postcode": "ll183bt"},
            {"name": "Llyr", "born_on": date(1960, 5, 3)},
            {"name": "Olwyn Llyr", "postcode": "LL18 3BT"},
            {"name": "Olwen Llyr", "nino": "AB123465C"},
            {"name": "Olwen", "born_on": date(1960, 3, 6), "postcode": "LL18 3BT"},
            {"name": "Olwen Llyr", "nino": "not a number"},
        ],
    )
    def test_olwen_is_found_by_any_facts_together(self, olwen, sean, asked):
        [found] = [match for match in queries.find(**asked) if match.customer_id == olwen.pk]
        assert found.name == "Olwen Llŷr" and found.why

    def test_a_number_is_looked_up_in_its_index(self, olwen):
        with connection.cursor() as cursor:
            cursor.execute("set local enable_seqscan = off")
            for numbers in (["AB123456"], numbers_near("AB123456")):
                assert "customer_nino_once" in numbered(numbers).explain()

    def test_the_reasons_are_kept_with_the_match(self, olwen):
        [found] = queries.find(name="Olwen Llyr", born_on=date(1960, 5, 3))
        assert found.why == ("name: same", "date of birth: close")

    def test_a_former_name_finds_her_and_shows_the_new_one(self, olwen):
        operations.hold_facts(
            customer_id=olwen.pk,
            facts={"person.name": {"given": "Olwen", "family": "Pritchard"}},
            source="customer",
            as_at=AT + timedelta(days=30),
        )
        assert [match.name for match in queries.find(name="Olwen Llyr")] == ["Olwen Pritchard"]

    def test_someone_else_is_not_found(self, olwen, sean):
        assert queries.find(name="Winston Clarke") == []
        assert queries.find(name="Winston Clarke", born_on=date(1948, 1, 1)) == []

    def test_nothing_asked_or_a_wrong_number_alone_is_said(self, olwen):
        with pytest.raises(NothingAsked):
            queries.find(name="  ")
        with pytest.raises(NotANino):
            queries.find(nino="12345")

    def test_a_hidden_address_is_neither_shown_nor_searched(self, olwen):
        operations.hide_address(customer_id=olwen.pk)
        assert queries.find(postcode="LL18 3BT") == []
        assert queries.find(name="Olwen Llyr")[0].postcode == ""
        assert queries.addresses(olwen.pk) == []


@pytest.mark.django_db
class TestARestrictedRecord:
    @pytest.mark.parametrize(
        "asked",
        [
            {"name": "Olwen Llŷr"},
            {"nino": "AB123456C"},
            {"born_on": date(1960, 3, 5)},
            {"postcode": "LL18 3BT"},
            {"name": "Olwen Lyr", "born_on": date(1960, 3, 6)},
        ],
    )
    def test_it_does_not_exist_for_those_without_the_permission(self, olwen, asked):
        operations.restrict(customer_id=olwen.pk)
        assert queries.find(**asked) == []
        assert [match.is_restricted for match in queries.find(**asked, see_restricted=True)] == [True]
        operations.lift_restriction(customer_id=olwen.pk)
        assert len(queries.find(**asked)) == 1


GIVEN_NAMES = (
    "Olwen Seán Aoife Henry Precious Gurpreet Margaret Tomasz Fatima Dafydd Joan Winston Eleri Rhiannon Mohammed Priya "
    "Chidi Siobhán Callum Morag Agnieszka Kwame Yusuf Beatrice Harold Doris Ifan Catrin Niamh Zoë"
)
FAMILY_NAMES = (
    "Llŷr O'Neill NíDhomhnaill d’Arcy-Jones Okafor Kaur Whitfield Zieliński al-Sayed Prys Black Clarke Griffiths "
    "Mensah McAllister Fernández Chaudhry Brown Thistlethwaite Ng Abernathy Kowalczyk Bartholomew Nwosu Lewandowski "
    "Patel Featherstonehaugh Ellis Cadwaladr Osei Pemberton Ramsbottom Sutherland MacGregor Ó’Súilleabháin"
)
GIVEN, FAMILY = GIVEN_NAMES.split(), FAMILY_NAMES.split()


def with_a_slip(written, chance):
    """One letter left out, doubled, swapped with the next, or wrong."""
    at = chance.randrange(len(written) - 1)
    return chance.choice(
        [
            written[:at] + written[at + 1 :],
            written[:at] + written[at] + written[at:],
            written[:at] + written[at + 1] + written[at] + written[at + 2 :],
            written[:at] + chance.choice("aeiourstln") + written[at + 1 :],
        ]
    )


@pytest.mark.django_db
class TestAThousandCustomersAndOneSlip:
    @pytest.fixture
    def thousand(self):
        chance = random.Random(7)
        people = [
            (
                f"{chance.choice(GIVEN)}",
                f"{chance.choice(FAMILY)}{chance.choice(['', '', '-' + chance.choice(FAMILY)])}",
                date(1930, 1, 1) + timedelta(days=chance.randrange(20_000)),
            )
            for _ in range(1000)
        ]
        customers = Customer.objects.bulk_create([Customer(born_on=born_on, created_at=AT) for _, _, born_on in people])
        PersonName.objects.bulk_create(
            [
                PersonName(
                    customer=customer,
                    given=given_name,
                    family=family,
                    from_on=date(2020, 1, 1),
                    key_normal=keys.normal,
                    key_phonetic=keys.phonetic,
                    trigrams=keys.trigrams,
                )
                for customer, (given_name, family, _) in zip(customers, people, strict=True)
                for keys in [name_keys(given=given_name, family=family)]
            ]
        )
        with connection.cursor() as cursor:
            cursor.execute("analyze customers_personname")
        return [
            (customer.pk, f"{person[0]} {person[1]}", person[2])
            for customer, person in zip(customers, people, strict=True)
        ]

    def test_at_least_95_in_100_are_found_by_name_and_all_but_all_with_a_date(self, thousand):
        chance = random.Random(11)
        sample = chance.sample(thousand, 100)
        by_name = with_date = 0
        for number, name, born_on in sample:
            slipped = with_a_slip(name, chance)
            by_name += number in [match.customer_id for match in queries.find(name=slipped)]
            with_date += number == queries.find(name=slipped, born_on=born_on)[0].customer_id
        assert by_name / len(sample) >= 0.95
        assert with_date / len(sample) >= 0.99

    def test_a_search_costs_the_same_few_statements(self, thousand, django_assert_max_num_queries):
        with django_assert_max_num_queries(14):
            assert (
                queries.find(name="Margret Whitfeild", born_on=date(1950, 1, 1), postcode="LL18 3BT", nino="AB123456C")
                is not None
            )
