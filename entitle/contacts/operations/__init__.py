"""Writing contacts and messages: for procedures, inside their transaction."""
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
    "begin_contact",
    "confirm_identity",
    "end_contact",
    "invite",
    "mark_delivered",
    "mark_failed",
    "mark_sent",
    "retry",
    "suppress_waiting",
    "write_message",
]
