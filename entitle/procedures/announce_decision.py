"""Write the letters about a decision: what, how it was worked out, the law, and how to challenge it."""
from __future__ import annotations

from typing import Any

from entitle.awards import queries as awards
from entitle.blueprint.scheme import Scheme
from entitle.customers import queries as customers
from entitle.customers.models import Customer
from entitle.decisions.models import Decision
from entitle.kernel.periods import Instant
from entitle.procedures.announce import announce
from entitle.procedures.known_of_decision import known_of_decision
from entitle.procedures.tell_others_of_decision import tell_others_of_decision

_LETTERS = {"entitled": "decision_awarded", "refused": "decision_refused"}


def announce_decision(*, decision: Decision, scheme: Scheme, as_at: Instant) -> None:
    """The letter that fits the result, quoting the trace's steps and the facts by their names, and what will be paid.

    Anyone else in the claim for whose part the scheme has a letter (`decision_` and the role) is written to as well.
    """
    customer = customers.by_id(decision.customer_id)
    known = known_of_decision(decision=decision, scheme=scheme, language=customer.language, as_at=as_at)
    if decision.result == "entitled":
        known |= {"account_ending": _account_ending(customer), **_to_be_paid(decision, customer, as_at)}
    announce(customer=customer, scheme=scheme.name, letter=_LETTERS[decision.result], claim=decision.claim, known=known,
             as_at=as_at)
    tell_others_of_decision(decision=decision, scheme=scheme, as_at=as_at)


def _account_ending(customer: Customer) -> str:
    account = customers.current_bank_account(customer.id)
    return account.account_number[-3:] if account else ""


def _to_be_paid(decision: Decision, customer: Customer, as_at: Instant) -> dict[str, Any]:
    """Three paydays, the amount from each day on which it changes, and what is owed for the paydays before today."""
    schedule = awards.schedule_of(claim_id=decision.claim_id, as_at=as_at)
    return {
        "paydays": [{"paid_on": day.paid_on, "pence": day.pence, "why": day.why[customer.language]}
                    for day in schedule.paydays],
        "amounts": [{"from_on": each.from_on, "pence": each.pence} for each in schedule.amounts],
        "owed_pence": schedule.owed_pence, "owed_up_to": schedule.owed_up_to,
    }
