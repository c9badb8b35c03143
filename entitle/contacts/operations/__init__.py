"""Writing contacts, calls and messages: for procedures, inside their transaction."""
from entitle.contacts.operations.calls import (
    act,
    hear,
    in_hand,
    locked,
    next_waiting,
    note_customer,
    offers_before,
)
from entitle.contacts.operations.inviting import invite
from entitle.contacts.operations.speaking import begin_contact, confirm_identity, end_contact
from entitle.contacts.operations.writing import (
    mark_delivered,
    mark_failed,
    mark_sent,
    retry,
    suppress_waiting,
    write_message,
)

__all__ = [
    "act",
    "begin_contact",
    "confirm_identity",
    "end_contact",
    "hear",
    "in_hand",
    "invite",
    "locked",
    "mark_delivered",
    "mark_failed",
    "mark_sent",
    "next_waiting",
    "note_customer",
    "offers_before",
    "retry",
    "suppress_waiting",
    "write_message",
]
