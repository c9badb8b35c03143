"""Customers with awards in payment, made in the tables as a test needs them."""
from __future__ import annotations

from datetime import UTC, date, datetime

from entitle.awards.models import Award, AwardAmount
from entitle.claims.models import Claim
from entitle.customers.models import BankAccount, Customer
from entitle.decisions.models import Decision
from entitle.kernel.references import new_code

SCHEME = "a_pension"
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


KATHLEENS_ACCOUNT = ("202959", "63748472", "Kathleen O'Neill")


def customer(*, account: tuple[str, str, str] | None = KATHLEENS_ACCOUNT, died_on: date | None = None) -> Customer:
    """A customer, with a bank account unless there is none."""
    made = Customer.objects.create(born_on=date(1958, 3, 4), created_at=LONG_AGO, died_on=died_on)
    if account:
        sort_code, number, name = account
        BankAccount.objects.create(
            customer=made, sort_code=sort_code, account_number=number, account_name=name, from_on=date(2026, 1, 1)
        )
    return made


def award(
    *, of: Customer | None = None, starts_on: date = date(2026, 10, 26), first_payday: date = date(2026, 11, 25),
    pence: int = 24_130, cycle_weeks: int | None = 4, ends_on: date | None = None, end_reason: str = "abroad",
    state: str = "open", scheme: str = SCHEME, cycle_months: int | None = None, days_after: int | None = None,
    each_period: bool = False,
) -> Award:
    """An award that pays a customer every few weeks, or months. By default four-weekly, first on Wednesday 25 November
    2026."""
    of = of or customer()
    claim = Claim.objects.create(
        scheme=scheme, customer=of, state="decided", protected_on=starts_on, started_at=LONG_AGO, submitted_at=LONG_AGO,
        channel="telephone",
    )
    decision = Decision.objects.create(
        code=new_code("DEC"), claim=claim, sequence=1, customer=of, scheme=scheme, result="entitled",
        pence=pence, starts_on=starts_on, reasons=[], facts={}, law_on=starts_on, rules_version="1",
        trace=None, decided_at=LONG_AGO, by_person=False, digest=b"",
    )
    made = Award.objects.create(
        code=new_code("AWD"), scheme=scheme, customer=of, claim=claim, decision=decision, cycle_weeks=cycle_weeks,
        state="ended" if ends_on else state, starts_on=starts_on, ends_on=ends_on,
        end_reason=end_reason if ends_on else "", first_payday=first_payday,
        weekday=first_payday.weekday() if cycle_weeks else None, cycle_months=cycle_months, days_after=days_after,
        each_period=each_period,
        opened_at=LONG_AGO,
    )
    if not each_period:
        amount(of=made, from_on=starts_on, pence=pence)
    return made


def amount(*, of: Award, from_on: date, pence: int) -> AwardAmount:
    """An amount of an award from a date."""
    return AwardAmount.objects.create(
        award=of, from_on=from_on, pence=pence, made_at=LONG_AGO,
        decision=of.decision if from_on == of.starts_on else None,
    )
