"""The bodies that a claim's answers are handed to, and what each is told: what its own form asks, and no more."""
from __future__ import annotations

from entitle.blueprint import registry
from entitle.kernel.words import Words
from entitle.questions.bank.council import HOUSING_FORM
from entitle.questions.question_set import QuestionSet

COUNCIL, LEGACY = "council", "legacy"
RECEIVERS = {
    COUNCIL: Words("The council", cy="Y cyngor"),
    LEGACY: Words("The older payment system", cy="Y system dalu hŷn"),
}


def told_to(*, to: str, scheme: str) -> QuestionSet:
    """What a body is told of a claim for a benefit: the council its form, whatever the benefit asks beside."""
    return HOUSING_FORM if to == COUNCIL else registry.scheme(scheme).claim
