"""What happens to people besides their claims: moving, new accounts, an appointee, a death."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date, timedelta

from entitle.awards.models import Award
from entitle.customers import queries as customers
from entitle.customers.models import BankAccount, Customer
from entitle.kernel.money import pounds
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor
from entitle.payments import queries as payments
from entitle.procedures.answer_harder_question import answer_harder_question
from entitle.procedures.begin_call import begin_call
from entitle.procedures.confirm_caller import confirm_caller
from entitle.procedures.confirm_representative import confirm_representative
from entitle.procedures.end_call import end_call
from entitle.procedures.flag_vulnerability import flag_vulnerability
from entitle.procedures.propose_representative import propose_representative
from entitle.procedures.record_death import record_death
from entitle.procedures.register_customer import register_customer
from entitle.procedures.report_change import report_change
from entitle.procedures.restrict_record import restrict_record
from entitle.record.harder_questions import harder_questions
from entitle.simulation.cast import Member, member
from entitle.simulation.money import close_account
from entitle.simulation.names import STREETS, TOWNS
from entitle.simulation.timetable import moment

_LIVE = ("open", "in_payment")
WINSTON_DIES, ACCOUNTS_ARE_CLOSED = 6, 1
"""Working days, the first being 0."""


def before_the_claim(each: Member, *, officers: Mapping[str, Actor], as_at: Instant) -> None:
    """Joan Black's record is restricted before anyone takes anything down in it."""
    if each.key == "joan":
        person, vera = each.person, officers["vera"]
        customer = register_customer(
            name=person.name,
            born_on=person.born_on,
            nino=person.nino,
            postcode=person.postcode,
            sex=person.sex,
            by=vera,
            as_at=as_at,
        )
        restrict_record(
            customer_code=customer.code,
            restricted=True,
            reason="At risk from someone who may work here.",
            by=vera,
            as_at=as_at,
        )


def after_the_claim(each: Member, customer_id: int, *, officers: Mapping[str, Actor], as_at: Instant) -> None:
    """Margaret Whitfield's daughter becomes her appointee, and colleagues are told to take care."""
    if each.key != "margaret":
        return
    code, officer, today = customers.by_id(customer_id).code, officers["idris"], as_at.date()
    flag_vulnerability(
        customer_code=code,
        kind="bereavement",
        reason="Her sister died in July; she lived with her.",
        review_on=today + timedelta(days=90),
        consent=True,
        by=officer,
        as_at=as_at,
    )
    proposed = propose_representative(
        customer_code=code, name="Ruth Whitfield", kind="appointee", by=officer, as_at=as_at
    )
    confirm_representative(
        representative_id=proposed.id, visited_on=today, interviewed_on=today, by=officer, as_at=as_at,
        account={"sort_code": "202959", "account_number": "63748472", "account_name": "R WHITFIELD"},
    )


def things_that_happen(day: date, number: int, *, officers: Mapping[str, Actor], chance: random.Random) -> None:
    """A few of those in payment move or change banks each day; someone dies every third day."""
    now, agent = moment(day, 16), officers["nia"]
    paid = list(
        Award.objects.filter(
            state__in=_LIVE, customer__is_restricted=False, customer__user=None, customer__died_on=None
        )
        .order_by("id")
        .values_list("customer__code", flat=True)
    )
    for code in chance.sample(paid, min(3, len(paid))):
        town, area = chance.choice(TOWNS)
        home = {
            "lines": [f"{chance.randrange(1, 200)} {chance.choice(STREETS)}", town],
            "postcode": f"{area} {chance.randrange(1, 10)}QA",
        }
        report_change(kind="address", answers={"home.address": home}, customer_code=code, by=agent, as_at=now)
    for code in chance.sample(paid, min(1, len(paid))):
        account = {
            "sort_code": "309634",
            "account_number": f"{chance.randrange(20_000_000, 60_000_000)}",
            "account_name": "Changed account",
            "roll_number": "",
        }
        _changes_bank(code, account, agent, now)
    if number % 3 == 2 and len(paid) > 20:
        record_death(
            customer_code=chance.choice(paid), died_on=day - timedelta(days=2), told_by="daughter", by=agent, as_at=now
        )
    if number == WINSTON_DIES:
        winston = Customer.objects.get(nino=member("winston").person.nino)
        record_death(customer_code=winston.code, died_on=day - timedelta(days=1), told_by="wife", by=agent, as_at=now)
    if number == ACCOUNTS_ARE_CLOSED:
        _close_accounts(chance.sample(paid, min(6, len(paid))))


def _changes_bank(code: str, account: Mapping[str, str], agent: Actor, now: Instant) -> None:
    """In a call in which they know what only they can."""
    call = begin_call(customer_code=code, reason="calling", by=agent, as_at=now)
    confirm_caller(contact_code=call.code, by=agent, as_at=now)
    held, paid = customers.current_bank_account(call.customer_id), payments.of_customer(customer_id=call.customer_id)
    knows = {"nino": call.customer.nino or "", "account": held.account_number[-4:] if held else "",
             "last_payment": pounds(next((each.payment.pence for each in paid if each.state == "sent"), 0))}
    for question in harder_questions(customer_id=call.customer_id, contact_code=call.code):
        answer_harder_question(contact_code=call.code, question=question.name, typed=knows[question.name], by=agent,
                               as_at=now)
    report_change(kind="bank", answers={"person.bank_account": account}, customer_code=code, by=agent, as_at=now)
    end_call(contact_code=call.code, summary="A new account", by=agent, as_at=now)


def _close_accounts(codes: list[str]) -> None:
    """Some customers close their accounts and tell only their banks, so their next payment comes back."""
    for account in BankAccount.objects.filter(customer__code__in=codes, until_on=None).order_by("id"):
        close_account(sort_code=account.sort_code, account_number=account.account_number)
