"""The tables of the one record."""

from entitle.customers.models.contact import Address, BankAccount, ContactPoint, PersonName
from entitle.customers.models.customer import Customer, StaffLink
from entitle.customers.models.held_fact import HeldFact
from entitle.customers.models.holds import AccountHold
from entitle.customers.models.people import Relationship, Representative, Vulnerability

__all__ = [
    "AccountHold",
    "Address",
    "BankAccount",
    "ContactPoint",
    "Customer",
    "HeldFact",
    "PersonName",
    "Relationship",
    "Representative",
    "StaffLink",
    "Vulnerability",
]
