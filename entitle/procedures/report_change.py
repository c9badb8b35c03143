"""Take a change of circumstances, by any door: the record changes at once, and anything it touches becomes work."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from django.db import transaction

from entitle.awards import queries as awards
from entitle.contacts import operations as contacts
from entitle.contacts.models import Contact
from entitle.contacts.queries import is_stepped_up
from entitle.contacts.step_up import step_up
from entitle.customers import operations as customers
from entitle.customers import queries
from entitle.customers.models import Customer
from entitle.facts.fact import to_json
from entitle.history import operations as history
from entitle.kernel.periods import Instant, london_date, received_at
from entitle.kernel.references import Actor, Reference
from entitle.kernel.words import Words
from entitle.procedures.announce import announce
from entitle.procedures.errors import NotDone, NotPermitted
from entitle.procedures.guard_record import guard_record
from entitle.procedures.heed_words import heed_words
from entitle.procedures.keep_account_safe import keep_account_safe
from entitle.standards import agency, target_on
from entitle.work import operations as work

KINDS = {
    "address": Words("Your address", cy="Eich cyfeiriad"),
    "contact": Words("How we reach you", cy="Sut rydym yn cysylltu â chi"),
    "bank": Words("The account we pay you into", cy="Y cyfrif rydym yn eich talu iddo"),
    "relationship": Words("Your marriage or civil partnership", cy="Eich priodas neu bartneriaeth sifil"),
}


def report_change(*, kind: str, answers: Mapping[str, Any], customer_code: str, received_on: date | None = None,
                  by: Actor, as_at: Instant) -> str:
    """Hold the new facts and open the work that follows. Returns the reference to give the customer.

    `received_on` is the day on a letter's date stamp: what we promise runs from it.

    How to reach someone changes no amount, and is told to nobody: the old number may be the one that is not safe.
    A change of bank account is told to the old contact points, and held back where `keep_account_safe` says. While an
    appointee is paid for the customer it is a change of the appointee's, and not the customer's to make. A death is
    another verb (`record_death`). Raises NotPermitted by telephone, for what needs harder questions answered first.
    """
    if kind not in KINDS:
        raise NotDone("“%(kind)s” is not a change that can be reported.", kind=kind)
    customer = queries.get(customer_code)
    guard_record(customer_id=customer.id, by=by, as_at=as_at)
    if by.channel == "telephone" and not _may_by_telephone(kind, customer, by, as_at):
        raise NotPermitted("Ask them the questions that only they can answer first.")
    _refuse_what_cannot_exist(answers.get("person.bank_account"))
    appointee = queries.active_appointee(customer.id, on=london_date(as_at)) if kind == "bank" else None
    if appointee is not None and by.role == "customer":
        raise NotDone("%(name)s acts for you and is paid for you. They can tell us of another account.",
                      name=appointee.name)
    with transaction.atomic():
        came_at = received_at(received_on, as_at=as_at)
        contact = contacts.begin_contact(customer_id=customer.id, channel=by.channel, direction="in",
                                         reason=f"change of {kind}", user_id=by.user_id, as_at=came_at)
        contacts.end_contact(contact_id=contact.id, summary="", as_at=as_at)
        heed_words(words=answers, customer_id=customer.id, contact=contact, channel=by.channel, by=by, as_at=as_at)
        about = Reference("contact", contact.id)
        before = queries.trusted_bank_account(customer.id)
        schemes = [] if kind == "contact" else awards.schemes_of(customer_id=customer.id)
        if kind != "bank":
            _tell(kind, answers, contact, customer, schemes, as_at)
        if appointee is not None:
            customers.pay_representative(customer_id=customer.id, representative_id=appointee.id,
                                         account=answers["person.bank_account"], as_at=as_at)
        else:
            customers.hold_facts(
                customer_id=customer.id,
                facts={fact: to_json(value) for fact, value in answers.items() if value is not None},
                source=f"customer by {by.channel}", source_reference=about, as_at=as_at)
        if kind == "bank" and keep_account_safe(customer=customer, before=before, by=by, as_at=as_at) is None:
            _tell(kind, answers, contact, customer, schemes, as_at)
        if kind == "relationship" or schemes:
            work.open(kind="change.act_on", about=about, customer_id=customer.id, as_at=as_at, origin_at=came_at,
                      standard=agency()["change_of_circumstances"], division=customer.division, promise=True, note=kind)
        history.write(code="change.reported", about=about, customer_id=customer.id, by=by, at=as_at, reason=kind)
        return contact.code


def _refuse_what_cannot_exist(account: Mapping[str, str] | None) -> None:
    """Whatever the door, no account is held that the banks' own check says nobody has."""
    if account and not queries.account_can_exist(account["sort_code"], account["account_number"]):
        raise NotDone("No bank has an account with that sort code and account number. Check both with the customer.")


def _may_by_telephone(kind: str, customer: Customer, by: Actor, as_at: Instant) -> bool:
    """Whether they have answered harder questions, where the change could lead a payment elsewhere."""
    if kind not in step_up(on=london_date(as_at)).needed_for or queries.current_bank_account(customer.id) is None:
        return True
    return is_stepped_up(customer_id=customer.id, user_id=by.user_id)


def _tell(kind: str, answers: Mapping[str, Any], contact: Contact, customer: Customer, schemes: Collection[str],
          as_at: Instant) -> None:
    """A letter for each benefit in payment, to the contact points of before the change."""
    for scheme in schemes:
        announce(customer=customer, scheme=scheme, as_at=as_at,
                 letter="bank_details_changed" if kind == "bank" else "change_received",
                 known=_known(kind, answers, contact, scheme, customer, as_at))


def _known(kind: str, answers: Mapping[str, Any], contact: Contact, scheme: str, customer: Customer, as_at: Instant,
           ) -> dict[str, Any]:
    """What a letter about the change may quote: of an account only its last digits."""
    account = answers.get("person.bank_account") or {}
    award = awards.live(customer_id=customer.id, scheme=scheme)
    paydays = awards.next_paydays(award_id=award.id, as_at=as_at, count=1) if award else []
    today, received_on = london_date(as_at), london_date(contact.began_at)
    return {
        "reference": contact.code,
        "change": KINDS[kind][customer.language],
        "changed_on": today,
        "received_on": received_on,
        "act_by": target_on(agency()["change_of_circumstances"], received_on, division=customer.division),
        "account_ending": str(account.get("account_number", ""))[-3:],
        "first_paid_on": paydays[0].paid_on if paydays else today,
    }
