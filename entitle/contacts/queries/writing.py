"""Reading messages, and how a customer is written to."""
from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models import Exists, OuterRef

from entitle.contacts.models import Invitation, Message
from entitle.customers.models import ContactPoint, Customer

ONLINE, EMAIL, SMS, LETTER = CHANNELS = ("online", "email", "sms", "letter")
_REACHED = """
    select user_id, letter_format, died_on, (
        select kind from customers_contactpoint as point
        where point.customer_id = customer.id and is_preferred and is_safe and until_on is null order by id limit 1)
    from customers_customer as customer where id = %s
"""


def get_message(*, code: str) -> Message | None:
    """The message with its customer, by its public code; None where there is none."""
    return Message.objects.select_related("customer").filter(code=code).first()


def message(*, message_id: int) -> Message:
    """The message with its customer, for sending. Raises Message.DoesNotExist."""
    return Message.objects.select_related("customer").get(id=message_id)


def has_been_told(*, claim_id: int, template: str) -> bool:
    """Whether that letter has been written about a claim."""
    return Message.objects.filter(about_kind="claim", about_id=claim_id, template=template).exists()


def messages_of(*, customer_id: int, limit: int = 50, with_bodies: bool = False) -> list[Message]:
    """A customer's messages, newest first, without their bodies until read unless wanted now: one statement."""
    found = Message.objects.filter(customer_id=customer_id)
    wanted = found if with_bodies else found.defer("body_html", "body_text")
    return list(wanted.order_by("-created_at", "-id")[:limit])


def sent_among(*, codes: Collection[str]) -> list[Message]:
    """Those messages of some codes that were sent, and are not known to have failed: one statement."""
    return list(Message.objects.filter(code__in=list(codes), state="sent").order_by("id"))


@dataclass(frozen=True)
class Reached:
    """How a customer is written to, and whether they have died."""

    channels: tuple[str, ...]
    has_died: bool


def reached_by(*, customer_id: int) -> Reached:
    """On their account if they have one, told of it where they prefer; else by letter: one statement.

    A phone or email address that is not known to be safe is not used. Large print, braille and the like go as letters.
    Raises Customer.DoesNotExist.
    """
    with connection.cursor() as cursor:
        cursor.execute(_REACHED, [customer_id])
        row = cursor.fetchone()
    if row is None:
        raise Customer.DoesNotExist
    user_id, letter_format, died_on, preferred = row
    if user_id is None or letter_format != "standard" or preferred is None:
        channels: tuple[str, ...] = (LETTER,) if user_id is None else (ONLINE, LETTER)
    else:
        channels = (ONLINE, EMAIL if preferred == ContactPoint.EMAIL else SMS)
    return Reached(channels, died_on is not None)


def channels_for(*, customer_id: int) -> tuple[str, ...]:
    """By which channels a customer is written to."""
    return reached_by(customer_id=customer_id).channels


def not_invited(*, scheme: str, after_id: int, limit: int) -> list[tuple[int, date, str]]:
    """Living customers whom nobody has invited to claim a benefit: (number, date of birth, sex), in order of number."""
    invited = Invitation.objects.filter(customer=OuterRef("id"), scheme=scheme)
    rows = Customer.objects.filter(~Exists(invited), id__gt=after_id, died_on__isnull=True).order_by("id")
    return list(rows.values_list("id", "born_on", "sex")[:limit])
