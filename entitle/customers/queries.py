"""Reading the one record."""

from entitle.customers.reading.agreement import name_agrees, postcode_agrees
from entitle.customers.reading.contact import (
    ContactDetails,
    addresses,
    bank_accounts,
    contact_details,
    contact_points,
    current_address,
    current_bank_account,
    current_name,
    email_to_use,
    names,
    names_of,
    numbers_to_use,
)
from entitle.customers.reading.customer import NoSuchCustomer, by_id, by_nino, get, of_user
from entitle.customers.reading.facts import KnownFact, fact_rows, facts_known, facts_known_of_many, values_known
from entitle.customers.reading.people import (
    active_appointee,
    is_own_or_relative,
    may_speak_for,
    relationships,
    representative,
    representatives,
    represented_by,
    review_due,
    vulnerabilities,
)
from entitle.customers.reading.search import Match, find

__all__ = [
    "ContactDetails",
    "KnownFact",
    "Match",
    "NoSuchCustomer",
    "active_appointee",
    "addresses",
    "bank_accounts",
    "by_id",
    "by_nino",
    "contact_details",
    "contact_points",
    "current_address",
    "current_bank_account",
    "current_name",
    "email_to_use",
    "fact_rows",
    "facts_known",
    "facts_known_of_many",
    "find",
    "get",
    "is_own_or_relative",
    "may_speak_for",
    "name_agrees",
    "names",
    "names_of",
    "numbers_to_use",
    "of_user",
    "postcode_agrees",
    "relationships",
    "representative",
    "representatives",
    "represented_by",
    "review_due",
    "values_known",
    "vulnerabilities",
]
