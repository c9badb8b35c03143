"""Made-up people are the same for the same seed, and stand on the record as if a procedure had registered them."""
from __future__ import annotations

from datetime import UTC, datetime

import pytest

from entitle.customers import queries as customers
from entitle.customers.models import Customer, HeldFact
from entitle.kernel.nino import parse_nino
from entitle.kernel.references import new_code, read_code
from entitle.simulation.copying import code_for
from entitle.simulation.making_up import made_up_nino, made_up_people
from entitle.simulation.people import load_people, put_on_record

NOW = datetime(2026, 8, 14, 9, tzinfo=UTC)


class TestMakingUp:
    def test_the_same_seed_makes_the_same_people(self):
        assert list(made_up_people(count=50, seed=4)) == list(made_up_people(count=50, seed=4))
        assert list(made_up_people(count=50, seed=4)) != list(made_up_people(count=50, seed=5))

    def test_no_two_have_one_number_and_each_is_well_formed(self):
        numbers = [made_up_nino(number) for number in range(0, 2_000_000, 7)]
        assert len({number[:8] for number in numbers}) == len(numbers)
        assert all(parse_nino(number) == number for number in numbers[::500])

    def test_codes_are_read_back_and_no_two_are_the_same(self):
        codes = [code_for("CUS", number) for number in range(20_000)]
        assert len(set(codes)) == len(codes)
        assert all(read_code(code.lower()) == code for code in codes[::100])
        assert len(codes[0]) == len(new_code("CUS"))

    def test_names_keep_their_marks(self):
        families = {person.family for person in made_up_people(count=2_000, seed=1)}
        assert {"O'Neill", "d’Arcy-Jones", "Ní Dhomhnaill", "Llŷr", "Zieliński"} <= families


@pytest.mark.django_db
class TestLoading:
    def test_a_loaded_person_is_found_by_name_and_number_and_can_be_paid(self):
        person = next(iter(made_up_people(count=1, seed=3)))
        [number] = put_on_record([person], as_at=NOW)
        [match] = customers.find(nino=person.nino)
        assert match.customer_id == number
        assert customers.current_bank_account(number).account_number == person.account_number
        assert customers.find(name=f"{person.given} {person.family}")[0].customer_id == number

    def test_the_facts_say_what_the_tables_say(self):
        person = next(iter(made_up_people(count=1, seed=9)))
        [number] = put_on_record([person], as_at=NOW)
        known = {name: fact.value for name, fact in customers.facts_known(customer_id=number, as_at=NOW).items()}
        assert known["person.born_on"] == person.born_on.isoformat()
        assert known["home.address"] == person.address
        assert known["person.bank_account"] == person.account
        assert known["person.phone_is_safe"] is person.phone_is_safe

    def test_thousands_load_at_once(self):
        ids = load_people(count=5_000, seed=2, as_at=NOW)
        assert len(set(ids)) == Customer.objects.count() == 5_000
        assert HeldFact.objects.count() == 55_000
