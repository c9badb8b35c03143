"""A caller answers a harder question: enough right open what could be misused; too many wrong close it for a while."""
from __future__ import annotations

from django.db import transaction

from entitle.contacts import operations as contacts
from entitle.contacts import queries
from entitle.contacts.queries import Answered
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone, NotFound, NotPermitted
from entitle.procedures.guard_record import guard_record
from entitle.record.harder_questions import harder_questions


def answer_harder_question(*, contact_code: str, question: str, typed: str, by: Actor, as_at: Instant) -> Answered:
    """How far they have come now. The right answer is never shown to anyone; nothing typed ('') is a wrong one.

    Raises Unreadable, uncounted, for what is no answer of that kind; NotPermitted while too many were wrong; NotDone
    for a question that was asked, or that the record cannot answer.
    """
    contact = queries.get_contact(code=contact_code)
    if contact is None or contact.user_id != by.user_id:
        raise NotFound("There is no call with that reference.")
    guard_record(customer_id=contact.customer_id, by=by, as_at=as_at)
    if contact.ended_at is not None or contact.identity_confirmed_at is None:
        raise NotDone("They must show who they are first, in a call that is going on.")
    known = {each.name: each for each in harder_questions(customer_id=contact.customer_id, contact_code=contact_code)}
    with transaction.atomic():
        contacts.lock_answers(customer_id=contact.customer_id)
        before = queries.answered_in(contact=contact, as_at=as_at)
        if before.closed_until is not None:
            raise NotPermitted("Too many answers were wrong. Nothing more may be asked by telephone today.")
        if question not in known or question in before.asked:
            raise NotDone("Ask the question on the page.")
        is_right = bool(typed.strip()) and known[question].is_right(typed)
        contacts.keep_answer(contact=contact, question=question, is_right=is_right, as_at=as_at)
        now = queries.answered_in(contact=contact, as_at=as_at)
        if now.is_enough:
            contacts.step_up_contact(contact_id=contact.pk, as_at=as_at)
        told = [code for code, is_so in (("contact.answer_wrong", not is_right), ("contact.stepped_up", now.is_enough),
                                         ("contact.closed_to_changes", now.closed_until is not None)) if is_so]
        for code in told:
            history.write(code=code, about=Reference("contact", contact.pk), customer_id=contact.customer_id, by=by,
                          at=as_at)
        return now
