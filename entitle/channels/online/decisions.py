"""A decision: the result, how it was worked out and under what law, what was used, and how to challenge it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from entitle.awards.queries import amounts_decided
from entitle.blueprint import registry
from entitle.blueprint.confidential import facts_shown, without_confidential
from entitle.blueprint.scheme import Scheme
from entitle.channels.online.door import NotYours, own_door
from entitle.channels.online.frame import show
from entitle.channels.online.source_words import source_in_words
from entitle.channels.online.standing import Standing
from entitle.customers import queries as customers
from entitle.decisions import queries as decisions
from entitle.decisions.models import Decision
from entitle.kernel.periods import add_months, london_date
from entitle.kernel.words import Words
from entitle.pages.explanation import explain
from entitle.pages.fact_words import in_words, label_of
from entitle.pages.language import language

_ANSWER = Words("Your answer in this claim", cy="Eich ateb yn yr hawliad hwn")
OTHERS = {
    "partner": Words("Your partner", cy="Eich partner"),
    "other_parent": Words("The other parent", cy="Y rhiant arall"),
    "health_professional": Words("A health professional", cy="Gweithiwr iechyd proffesiynol"),
}
CHALLENGE_MONTHS = 1
_OPEN = ("asked", "deciding")


@own_door("claims")
@require_safe
def decision(request: HttpRequest, standing: Standing, code: str) -> HttpResponse:
    """Everything that the decision was made from, as it was stored when it was made."""
    found = own_decision(standing, code)
    scheme = registry.scheme(found.scheme)
    labels = {name: fact.label for name, fact in scheme.dictionary.items()}
    stands, trace = decisions.standing(about=found), decisions.trace_of(decision=found)
    challenges = [each for each in decisions.reconsiderations_of(customer_id=standing.customer.id)
                  if each.decision_id == found.id]
    return show(
        request, "decision.html", standing, decision=found, scheme=scheme, used=_used(found, scheme),
        explanation=explain(labels=labels, trace=without_confidential(
            trace, scheme=scheme, facts=found.facts, language=language())) if trace else None,
        reasons=[(Words(each["en"], cy=each["cy"]), each["cites"]) for each in found.reasons],
        replaced_by=stands if stands.id != found.id else None,
        challenge_by=add_months(london_date(found.decided_at), CHALLENGE_MONTHS), challenges=challenges,
        rates=amounts_decided(decision_id=found.id),
        is_open=any(each.state in _OPEN for each in challenges),
        back_url=reverse("online_claim", args=[found.claim.code]),
    )


def own_decision(standing: Standing, code: str) -> Decision:
    """Raises NotYours."""
    found = decisions.get(code=code)
    if found is None or found.customer_id != standing.customer.id:
        raise NotYours("There is no decision with that reference.")
    return found


def _from(name: str, scheme: Scheme) -> Words:
    """Who answered, of what was answered in the claim."""
    other = next((each.of for each in scheme.further if name in each.questions.facts), "")
    return OTHERS.get(other, _ANSWER)


def _used(found: Decision, scheme: Scheme) -> list[dict[str, Any]]:
    """The facts as they stood, each with who said so: the record as it was known then, or an answer in the claim.

    What another said in confidence is not among them.
    """
    known = customers.facts_known(customer_id=found.customer_id, as_at=found.decided_at)
    rows = []
    for name, value in facts_shown(found.facts, scheme=scheme).items():
        words = in_words(name, value)
        if words:
            held = known.get(name)
            source = source_in_words(held.source) if held is not None and held.value == value else _from(name, scheme)
            rows.append({"label": label_of(name), "value": words, "source": source,
                         "verified": held is not None and held.verified and held.value == value})
    return rows
