"""Contacts, and what the agency wrote: the tables."""
from entitle.contacts.models.contact import Contact, contact_code
from entitle.contacts.models.invitation import Invitation
from entitle.contacts.models.message import Message, message_code

__all__ = ["Contact", "Invitation", "Message", "contact_code", "message_code"]
