"""Where someone is in a further set of questions: what they answered, and what their own record knows already."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from entitle.blueprint import registry
from entitle.blueprint.scheme import FurtherQuestions, Scheme
from entitle.claims import queries as claims
from entitle.claims.models import SetAsked
from entitle.customers import queries as customers
from entitle.facts.fact import from_json, to_json
from entitle.kernel.periods import Instant
from entitle.questions.question import Question
from entitle.questions.question_set import QuestionSet
from entitle.questions.walk import Path, walk

CLAIMANT = "claimant"


@dataclass(frozen=True)
class FurtherDraft:
    """`answers` are those given in the set and `known` what nobody need be asked, both as stored, by fact."""

    asked: SetAsked
    scheme: Scheme
    further: FurtherQuestions
    answers: dict[str, Any]
    known: dict[str, Any]

    @property
    def questions(self) -> QuestionSet:
        return self.further.questions

    @property
    def path(self) -> Path:
        return walk(self.questions, self.answers, self.known)

    def own_fact(self, fact: str) -> str | None:
        """What a fact is called on the own record of whoever answers: partner.born_on is person.born_on. None: none."""
        role = self.further.of
        if self.asked.customer_id is None:
            return None
        name = f"person.{fact.split('.', 1)[1]}" if role != CLAIMANT and fact.startswith(f"{role}.") else fact
        return name if name in self.scheme.dictionary else None


def gather_further(*, asked: SetAsked, as_at: Instant) -> FurtherDraft:
    """The set as it stands. What a period's set asks is asked again in each period, whatever was true in the last.

    Raises KeyError where its scheme no longer has such a set.
    """
    scheme = registry.scheme(asked.claim.scheme)
    further = next(each for each in scheme.further if each.questions.name == asked.questions)
    answers = {fact: given.value for fact, given in claims.answers_in(asked_id=asked.id).items()}
    bare = FurtherDraft(asked, scheme, further, answers, {})
    own = _own_record(bare, as_at) if asked.period_from is None else {}
    return FurtherDraft(asked, scheme, further, answers, {**_of_the_claim(bare, as_at), **own})


def _own_record(draft: FurtherDraft, as_at: Instant) -> dict[str, Any]:
    """Facts of the set that the record of whoever answers has, where they would do as answers."""
    customer_id = draft.asked.customer_id
    held = customers.facts_known(customer_id=customer_id, as_at=as_at) if customer_id is not None else {}
    known = {}
    for question in draft.questions:
        own = draft.own_fact(question.fact)
        value = held[own].value if own is not None and own in held else None
        if value is not None and _would_do(draft.scheme, question, value):
            known[question.fact] = value
    return known


def _of_the_claim(draft: FurtherDraft, as_at: Instant) -> dict[str, Any]:
    """Facts of the claim that the set's conditions read and the set does not ask: never shown, only weighed."""
    wanted = {fact for question in draft.questions if question.when for fact in question.when.facts}
    wanted -= set(draft.questions.facts)
    if not wanted:
        return {}
    claim = draft.asked.claim
    held = customers.facts_known(customer_id=claim.customer_id, as_at=as_at)
    said = {fact: known.value for fact, known in held.items()}
    said |= {fact: given.value for fact, given in claims.answers_that_count(claim_id=claim.id).items()}
    return {fact: to_json(said[fact]) for fact in wanted if said.get(fact) is not None}


def _would_do(scheme: Scheme, question: Question, value: Any) -> bool:
    return not question.check(from_json(scheme.dictionary[question.fact], value))
