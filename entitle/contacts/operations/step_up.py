"""Callers answer harder questions."""
from __future__ import annotations

from django.db import connection

from entitle.contacts.models import Contact, HarderAnswer
from entitle.kernel.periods import Instant

_LOCK = 7315


def lock_answers(*, customer_id: int) -> None:
    """Until the transaction ends nobody else answers for this customer: wrong answers are counted one by one."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s, %s)", [_LOCK, customer_id])


def keep_answer(*, contact: Contact, question: str, is_right: bool, as_at: Instant) -> None:
    """Whether it was right, and no more. Raises IntegrityError for one that was asked in this contact before."""
    HarderAnswer.objects.create(contact=contact, customer_id=contact.customer_id, question=question, is_right=is_right,
                                at=as_at)


def step_up_contact(*, contact_id: int, as_at: Instant) -> None:
    """They have answered enough: the first time stands."""
    Contact.objects.filter(id=contact_id, stepped_up_at__isnull=True).update(stepped_up_at=as_at)
