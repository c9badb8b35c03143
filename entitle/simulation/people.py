"""Puts made-up people on the record, thousands a second: the same rows that the procedures would write."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from django.db import connection, transaction
from psycopg.types.json import Json

from entitle.customers.models import Address, BankAccount, ContactPoint, Customer, HeldFact, PersonName
from entitle.customers.names import address_key, name_keys, postcode_key
from entitle.kernel.periods import Instant, london_date
from entitle.simulation.copying import code_for, copy_rows, learn, numbers_for
from entitle.simulation.making_up import made_up_people
from entitle.simulation.person import MadeUp

_AT_ONCE = 20_000
_keys = lru_cache(maxsize=20_000)(name_keys)
_FACTS = """
insert into customers_heldfact (customer_id, fact, value, known_at, source, source_kind, verified)
select c.id, held.fact, held.value, %(at)s, 'earlier system', '', true
from unnest(%(ids)s::bigint[]) as loaded (id)
join customers_customer as c on c.id = loaded.id
join customers_personname as n on n.customer_id = c.id
join customers_address as a on a.customer_id = c.id
join customers_contactpoint as p on p.customer_id = c.id and p.kind = 'phone'
join customers_contactpoint as e on e.customer_id = c.id and e.kind = 'email'
join customers_bankaccount as b on b.customer_id = c.id
cross join lateral (values
    ('person.name', jsonb_build_object('given', n.given, 'family', n.family)),
    ('person.born_on', to_jsonb(c.born_on::text)), ('person.sex', to_jsonb(c.sex)), ('person.nino', to_jsonb(c.nino)),
    ('home.address', jsonb_build_object('lines', a.lines, 'postcode', a.postcode)),
    ('person.phone', to_jsonb(p.value)), ('person.phone_is_safe', to_jsonb(p.is_safe)),
    ('person.email', to_jsonb(e.value)), ('person.language', to_jsonb(c.language)),
    ('person.letter_format', to_jsonb(c.letter_format)),
    ('person.bank_account', jsonb_build_object('sort_code', b.sort_code, 'account_number', b.account_number,
                                               'account_name', b.account_name, 'roll_number', ''))
) as held (fact, value)
"""


def load_people(*, count: int, seed: int, as_at: Instant) -> list[int]:
    """Make up `count` people and put them on the record. Returns their customer ids, in order of making."""
    ids: list[int] = []
    people: list[MadeUp] = []
    for person in made_up_people(count=count, seed=seed):
        people.append(person)
        if len(people) == _AT_ONCE:
            ids += _load(people, as_at=as_at)
            people = []
    return ids + put_on_record(people, as_at=as_at)


def put_on_record(people: Sequence[MadeUp], *, as_at: Instant) -> list[int]:
    """Customers with their names, addresses, numbers, accounts and the facts that say the same."""
    ids = _load(people, as_at=as_at)
    learn(*(model._meta.db_table for model in (Customer, PersonName, Address, ContactPoint, BankAccount, HeldFact)))
    return ids


@transaction.atomic
def _load(people: Sequence[MadeUp], *, as_at: Instant) -> list[int]:
    if not people:
        return []
    ids, on = numbers_for(Customer._meta.db_table, len(people)), london_date(as_at)
    pairs = list(zip(ids, people, strict=True))
    copy_rows(Customer._meta.db_table, (
        ("id", "int8"), ("code", "varchar"), ("born_on", "date"), ("sex", "varchar"), ("nino", "varchar"),
        ("language", "varchar"), ("letter_format", "varchar"), ("access_needs", "text"), ("is_restricted", "bool"),
        ("division", "varchar"), ("created_at", "timestamptz"), ("version", "int4"),
    ), ((number, code_for("CUS", number), each.born_on, each.sex, each.nino, each.language, each.letter_format, "",
         False,
         each.division, as_at, 1) for number, each in pairs))
    copy_rows(PersonName._meta.db_table, (
        ("customer_id", "int8"), ("given", "varchar"), ("family", "varchar"), ("known_as", "varchar"),
        ("from_on", "date"),
        ("key_normal", "varchar"), ("key_phonetic", "varchar"), ("trigrams", "varchar[]"),
    ), ((number, each.given, each.family, "", on, keys.normal, keys.phonetic, keys.trigrams)
        for number, each in pairs for keys in (_keys(given=each.given, family=each.family),)))
    copy_rows(Address._meta.db_table, (
        ("customer_id", "int8"), ("kind", "varchar"), ("lines", "jsonb"), ("postcode", "varchar"),
        ("is_hidden", "bool"),
        ("from_on", "date"), ("key_postcode", "varchar"), ("key_normal", "varchar"),
    ), ((number, Address.HOME, Json(each.address["lines"]), each.postcode, False, on, postcode_key(each.postcode),
         address_key(each.address["lines"], each.postcode)) for number, each in pairs))
    copy_rows(ContactPoint._meta.db_table, (
        ("customer_id", "int8"), ("kind", "varchar"), ("value", "varchar"), ("is_safe", "bool"),
        ("is_preferred", "bool"),
        ("from_on", "date"),
    ), (row for number, each in pairs for row in _contact_points(number, each, on)))
    copy_rows(BankAccount._meta.db_table, (
        ("customer_id", "int8"), ("sort_code", "varchar"), ("account_number", "varchar"), ("account_name", "varchar"),
        ("roll_number", "varchar"), ("verified", "bool"), ("from_on", "date"),
    ), ((number, each.sort_code, each.account_number, each.account["account_name"], "", True, on)
        for number, each in pairs))
    with connection.cursor() as cursor:
        # Rows just loaded are in no statistics: the planner, left alone, would look each up through all the others.
        cursor.execute("set local enable_nestloop = off")
        cursor.execute(_FACTS, {"at": as_at, "ids": ids})
        cursor.execute("set local enable_nestloop = on")
    return ids


def _contact_points(number: int, each: MadeUp, on: object) -> Iterator[tuple[object, ...]]:
    yield number, ContactPoint.PHONE, each.phone, each.phone_is_safe, True, on
    yield number, ContactPoint.EMAIL, each.email, True, True, on
