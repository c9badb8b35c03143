"""What may be done to the one record. Only procedures may."""

from entitle.customers.operations.access import lift_restriction, link_staff, restrict, tie_sign_in
from entitle.customers.operations.contact import add_contact_point, end_contact_point, hide_address, set_access_needs
from entitle.customers.operations.death import DeathInDispute, record_death
from entitle.customers.operations.facts import hold_facts
from entitle.customers.operations.holds import (
    hold_account,
    lock_hold,
    open_account,
    put_account_back,
    replace_hold,
)
from entitle.customers.operations.payee import pay_customer_again, pay_representative
from entitle.customers.operations.people import add_relationship, end_relationship
from entitle.customers.operations.register import DuplicateNino, register
from entitle.customers.operations.representatives import (
    AlreadyHasAppointee,
    activate_representative,
    propose_representative,
    record_representative_seen,
    refuse_representative,
    revoke_representative,
)
from entitle.customers.operations.rows import hold_birth_date, lock
from entitle.customers.operations.vulnerabilities import end_vulnerability, flag_vulnerability, review_vulnerability

__all__ = [
    "AlreadyHasAppointee",
    "DeathInDispute",
    "DuplicateNino",
    "activate_representative",
    "add_contact_point",
    "add_relationship",
    "end_contact_point",
    "end_relationship",
    "end_vulnerability",
    "flag_vulnerability",
    "hide_address",
    "hold_account",
    "hold_birth_date",
    "hold_facts",
    "lift_restriction",
    "link_staff",
    "lock",
    "lock_hold",
    "open_account",
    "pay_customer_again",
    "pay_representative",
    "propose_representative",
    "put_account_back",
    "record_death",
    "record_representative_seen",
    "refuse_representative",
    "register",
    "replace_hold",
    "restrict",
    "review_vulnerability",
    "revoke_representative",
    "set_access_needs",
    "tie_sign_in",
]
