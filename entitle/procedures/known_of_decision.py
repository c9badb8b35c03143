"""What a letter may quote of a decision: its steps and its facts, as far as they are the reader's to know."""
from __future__ import annotations

from typing import Any

from entitle.blueprint.confidential import facts_shown, without_confidential
from entitle.blueprint.scheme import Scheme
from entitle.decisions import queries as decisions
from entitle.decisions.models import Decision
from entitle.facts.fact import from_json
from entitle.kernel.periods import Instant, add_months, london_date

CLAIMANT = "claimant"


def known_of_decision(
    *, decision: Decision, scheme: Scheme, language: str, as_at: Instant, role: str = CLAIMANT
) -> dict[str, Any]:
    """Each step of the claim's own by its name, all of them as `steps`, and the `facts` by name as Python has them.

    To the claimant, less what others said in confidence; to anyone else, of the facts what they were asked themselves.
    """
    steps, facts = decisions.trace_of(decision=decision) or [], facts_shown(decision.facts, scheme=scheme)
    if role == CLAIMANT:
        steps = without_confidential(steps, scheme=scheme, facts=decision.facts, language=language)
    else:
        asked = {fact for each in scheme.further if each.of == role for fact in each.questions.facts}
        facts = {name: value for name, value in decision.facts.items() if name in asked}
    known: dict[str, Any] = {step["name"]: step["value"] for step in steps if "of" not in step} | {
        "decision_reference": decision.code,
        "by_person": decision.by_person,
        "challenge_by": add_months(london_date(as_at), 1),
        "steps": [step | {"says": step["says"][language] or step["says"]["en"]} for step in steps],
        "facts": {name: from_json(scheme.dictionary[name], value) for name, value in facts.items()
                  if name in scheme.dictionary},
        "reasons": [reason | {"words": reason[language] or reason["en"]} for reason in decision.reasons],
    }
    if decision.result == "entitled":
        known |= {**decisions.amount_named(decision), "start_on": decision.starts_on}
    return known
