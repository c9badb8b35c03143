"""A specialist settles a claim: the facts that stood in the rules' way, put right, and the claim given back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from entitle.blueprint import registry
from entitle.blueprint.scheme import Scheme
from entitle.channels.desk import forms
from entitle.channels.desk.claim import Finding, claim_or_404, finding_of
from entitle.channels.desk.claim_steps import form_page
from entitle.channels.desk.frame import desk, now, officer
from entitle.channels.desk.looking import open_record
from entitle.channels.desk.refusals import attempt
from entitle.customers import queries as customers
from entitle.facts.fact import Fact, from_json
from entitle.kernel.words import Words
from entitle.procedures.return_claim import return_claim
from entitle.questions.kinds import KINDS
from entitle.questions.question import Question

_REASON = "return.reason"
_NOT_TYPED = ("document", "repeat")
"""Kinds of fact that are sent or listed by the customer, and not put right in one field."""


@desk("claim.decide")
def give_back(request: HttpRequest, code: str) -> HttpResponse:
    """GET shows the facts as held; POST holds those that differ, as verified, and gives the claim back."""
    found = claim_or_404(code)
    customer, scheme = open_record(request, found.customer_id), registry.scheme(found.scheme)
    finding = finding_of(request, found, scheme)
    facts = [question_for(scheme, scheme.dictionary[name]) for name in facts_in_question(scheme, finding)]
    filled = forms.fill(request, facts, blank_is_kept=True)
    reason = forms.fill(
        request,
        (forms.words(_REASON, "What you found", long=True, hint="Whoever reads this next must understand it."),),
    )
    known = {
        name: from_json(scheme.dictionary[name], held.value)
        for name, held in customers.facts_known(customer_id=customer.id, as_at=now()).items()
        if name in scheme.dictionary
    }
    errors = [*filled.errors, *reason.errors]
    if request.method == "POST" and not errors:
        changed = {name: value for name, value in filled.values.items() if value != known.get(name)}
        errors = attempt(
            lambda: return_claim(
                claim_code=code, facts=changed, reason=reason.values[_REASON], by=officer(request), as_at=now()
            )
        )
        if not errors:
            put_right = ", ".join(scheme.dictionary[name].label.en for name in changed) or "nothing"
            messages.success(request, f"The claim is given back. Put right: {put_right}. The rules now try again.")
            return redirect("desk-claim", code=code)
    together = forms.Filled((*facts, *reason.questions), filled.posted, wrong=[*filled.wrong, *reason.wrong])
    return form_page(
        request,
        together,
        customer=customer,
        title="Settle this claim and give it back",
        button="Give it back",
        errors=errors,
        known=known,
        caption=f"{code}, {scheme.title.en}",
        back_url=reverse("desk-claim", args=[code]),
        paragraphs=[_why(finding), "Put right what you found to be different. What you leave as it is stays as it is."],
    )


def facts_in_question(scheme: Scheme, finding: Finding) -> list[str]:
    """The facts that the rules now handing the claim to a person read; those of every such rule where none holds."""
    holding = finding.outcome.hand_offs if finding.outcome else ()
    read = scheme.rules.facts_read([reason.rule for reason in holding or scheme.hand_offs])
    return [name for name in read if scheme.dictionary[name].kind not in _NOT_TYPED and name != "claim.made_on"]


def question_for(scheme: Scheme, fact: Fact) -> Question:
    """The scheme's own question for a fact; for one that nobody is asked, its label and its kind's fields."""
    asked: dict[str, Any] = {question.fact: question for question in scheme.claim}
    if fact.name in asked:
        return asked[fact.name]  # type: ignore[no-any-return]
    kind: Any = next(kind for kind in KINDS if kind.name == fact.kind)
    return Question(fact=fact.name, kind=kind(), ask=Words(fact.label.en, cy=fact.label["cy"])).bound_to(
        scheme.dictionary
    )


def _why(finding: Finding) -> str:
    if finding.outcome is None:
        return f"The rules cannot work it out: {finding.no_law}."
    because = [reason.words.en for reason in finding.outcome.hand_offs]
    return (
        f"The rules handed it over because: {' '.join(because)}"
        if because
        else "The rules could decide it as it stands."
    )
