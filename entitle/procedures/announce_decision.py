"""Write the customer the letter about a decision: what, how it was worked out, the law, and how to challenge it."""
from __future__ import annotations

from typing import Any

from entitle.awards import queries as awards
from entitle.blueprint.confidential import without_confidential
from entitle.blueprint.scheme import Scheme
from entitle.customers import queries as customers
from entitle.decisions import queries as decisions
from entitle.decisions.models import Decision
from entitle.kernel.periods import Instant, add_months, london_date
from entitle.procedures.announce import announce

_LETTERS = {"entitled": "decision_awarded", "refused": "decision_refused"}


def announce_decision(*, decision: Decision, scheme: Scheme, as_at: Instant) -> None:
    """The letter that fits the result, quoting the trace's steps by their names, and the next three paydays."""
    customer = customers.by_id(decision.customer_id)
    language = customer.language
    steps = without_confidential(decision.trace or [], scheme=scheme, facts=decision.facts, language=language)
    known: dict[str, Any] = {step["name"]: step["value"] for step in steps if "of" not in step} | {
        "decision_reference": decision.code,
        "by_person": decision.by_person,
        "challenge_by": add_months(london_date(as_at), 1),
        "steps": [step | {"says": step["says"][language] or step["says"]["en"]} for step in steps],
        "reasons": [reason | {"words": reason[language] or reason["en"]} for reason in decision.reasons],
    }
    if decision.result == "entitled":
        account = customers.current_bank_account(customer.id)
        paydays = awards.next_paydays(claim_id=decision.claim_id, as_at=as_at, count=3)
        known |= {
            **decisions.amount_named(decision),
            "start_on": decision.starts_on,
            "account_ending": account.account_number[-3:] if account else "",
            "paydays": [{"paid_on": day.paid_on, "pence": day.pence, "why": day.why[language]} for day in paydays],
        }
    announce(customer=customer, scheme=scheme.name, letter=_LETTERS[decision.result], claim=decision.claim, known=known,
             as_at=as_at)
