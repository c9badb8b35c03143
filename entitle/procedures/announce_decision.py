"""Write the letters about a decision: what, how it was worked out, the law, and how to challenge it."""
from __future__ import annotations

from typing import Any

from entitle.awards import queries as awards
from entitle.blueprint.confidential import without_confidential
from entitle.blueprint.scheme import Scheme
from entitle.claims import queries as claims
from entitle.customers import queries as customers
from entitle.customers.models import Customer
from entitle.decisions import queries as decisions
from entitle.decisions.models import Decision
from entitle.kernel.periods import Instant, add_months, london_date
from entitle.procedures.announce import announce

_LETTERS = {"entitled": "decision_awarded", "refused": "decision_refused"}


def announce_decision(*, decision: Decision, scheme: Scheme, as_at: Instant) -> None:
    """The letter that fits the result, quoting the trace's steps by their names, and the next three paydays.

    Anyone else in the claim for whose part the scheme has a letter (`decision_` and the role) is written to as well: of
    the claimant's account and paydays they are told nothing, and the claimant nothing that they said in confidence.
    """
    customer = customers.by_id(decision.customer_id)
    shown = without_confidential(
        decision.trace or [], scheme=scheme, facts=decision.facts, language=customer.language)
    known = _known(decision, shown, customer, as_at)
    if decision.result == "entitled":
        known |= {"account_ending": _account_ending(customer), "paydays": _paydays(decision, customer, as_at)}
    announce(customer=customer, scheme=scheme.name, letter=_LETTERS[decision.result], claim=decision.claim, known=known,
             as_at=as_at)
    parties = claims.parties_of(claim_id=decision.claim_id) if scheme.further else []
    for party in parties:
        letter = f"decision_{party.role}"
        if scheme.letters is not None and letter in scheme.letters.names and party.customer_id != customer.id:
            announce(customer=party.customer, scheme=scheme.name, letter=letter, claim=decision.claim, as_at=as_at,
                     known=_known(decision, decision.trace or [], party.customer, as_at))


def _known(decision: Decision, steps: list[dict[str, Any]], reader: Customer, as_at: Instant) -> dict[str, Any]:
    language = reader.language
    known: dict[str, Any] = {step["name"]: step["value"] for step in steps if "of" not in step} | {
        "decision_reference": decision.code,
        "by_person": decision.by_person,
        "challenge_by": add_months(london_date(as_at), 1),
        "steps": [step | {"says": step["says"][language] or step["says"]["en"]} for step in steps],
        "reasons": [reason | {"words": reason[language] or reason["en"]} for reason in decision.reasons],
    }
    if decision.result == "entitled":
        known |= {**decisions.amount_named(decision), "start_on": decision.starts_on}
    return known


def _account_ending(customer: Customer) -> str:
    account = customers.current_bank_account(customer.id)
    return account.account_number[-3:] if account else ""


def _paydays(decision: Decision, customer: Customer, as_at: Instant) -> list[dict[str, Any]]:
    return [{"paid_on": day.paid_on, "pence": day.pence, "why": day.why[customer.language]}
            for day in awards.next_paydays(claim_id=decision.claim_id, as_at=as_at, count=3)]
