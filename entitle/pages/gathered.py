"""One claim, or several asked as one: the question set, what was answered, and who wants to know each thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from markupsafe import Markup

from entitle.blueprint.scheme import Scheme
from entitle.claims.models import Claim
from entitle.kernel.periods import Instant
from entitle.kernel.words import WELSH, Words
from entitle.pages.claim_draft import ClaimDraft, claim_draft, known_of
from entitle.pages.formats import say
from entitle.pages.guidance import guidance
from entitle.questions.bank.council import HOUSING_FORM
from entitle.questions.question_set import QuestionSet
from entitle.questions.together import together
from entitle.questions.walk import Path, walk

COUNCIL = "council"
"""What stands in an address for the council's form, among the codes of claims."""


@dataclass(frozen=True)
class Gathered:
    """The drafts of one conversation. `answers` and `known` are of all of them, by fact, as stored."""

    drafts: tuple[ClaimDraft, ...]
    for_council: bool = False
    """Whether the council's housing form is made too."""
    known_to_council: Mapping[str, Any] = field(default_factory=dict)

    @property
    def code(self) -> str:
        """Their codes as one address has them."""
        return "+".join((*self.codes, *([COUNCIL] if self.for_council else [])))

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(draft.claim.code for draft in self.drafts)

    @property
    def claims(self) -> tuple[Claim, ...]:
        return tuple(draft.claim for draft in self.drafts)

    @property
    def title(self) -> Words:
        """What each is called, one after another."""
        said = [draft.scheme.title for draft in self.drafts] + ([HOUSING_FORM.title] if self.for_council else [])
        return Words(", ".join(each.en for each in said), cy=", ".join(each[WELSH] for each in said))

    @property
    def questions(self) -> QuestionSet:
        return _asked_as_one(tuple(draft.scheme for draft in self.drafts), self.for_council)

    @cached_property
    def answers(self) -> dict[str, Any]:
        return {fact: value for draft in reversed(self.drafts) for fact, value in draft.answers.items()}

    @cached_property
    def known(self) -> dict[str, Any]:
        known = {fact: value for draft in self.drafts for fact, value in draft.known.items()}
        return {**known, **self.known_to_council}

    @property
    def path(self) -> Path:
        return walk(self.questions, self.answers, self.known)

    def wanted_by(self, fact: str) -> list[str]:
        """The benefits that ask for a fact, and the council where it does, in words."""
        theirs = [say(draft.scheme.title) for draft in self.drafts if fact in draft.scheme.claim.facts]
        return [*theirs, *([say(HOUSING_FORM.title)] if self.for_council and fact in HOUSING_FORM.facts else [])]

    def guides(self, fact: str) -> list[tuple[str, Markup]]:
        """What is written beside a question for each benefit, where it differs: (the benefit, its guidance)."""
        found: dict[Markup, str] = {}
        for draft in self.drafts:
            text = guidance(draft.scheme, fact) if fact in draft.scheme.claim.facts else ""
            if text:
                found.setdefault(Markup(text), say(draft.scheme.title))
        return [(title, text) for text, title in found.items()]


def _asked_as_one(schemes: tuple[Scheme, ...], for_council: bool) -> QuestionSet:
    """Put together once: it is read at every question of a conversation."""
    key = (*(scheme.name for scheme in schemes), COUNCIL if for_council else "")
    sheets, asked = _ASKED.get(key, ((), None))
    if asked is None or any(kept is not scheme for kept, scheme in zip(sheets, schemes, strict=True)):
        asked = together([*(scheme.claim for scheme in schemes), *([HOUSING_FORM] if for_council else [])])
        _ASKED[key] = (schemes, asked)
    return asked


_ASKED: dict[tuple[str, ...], tuple[tuple[Scheme, ...], QuestionSet]] = {}


def gather_drafts(*, claims: Sequence[Claim], as_at: Instant, for_council: bool = False) -> Gathered:
    """The claims of one conversation as they stand. Those already sent are left out, unless all are."""
    unsent = [claim for claim in claims if claim.state == "draft"]
    known = known_of(HOUSING_FORM, customer_id=claims[0].customer_id, as_at=as_at) if for_council else {}
    return Gathered(tuple(claim_draft(claim=claim, as_at=as_at) for claim in unsent or claims), for_council, known)
