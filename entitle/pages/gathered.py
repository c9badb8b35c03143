"""One claim, or several asked as one: the question set, what was answered, and who wants to know each thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from markupsafe import Markup

from entitle.blueprint.scheme import Scheme
from entitle.claims.models import Claim
from entitle.kernel.periods import Instant
from entitle.kernel.words import WELSH, Words
from entitle.pages.claim_draft import ClaimDraft, claim_draft
from entitle.pages.formats import say
from entitle.pages.guidance import guidance
from entitle.questions.question_set import QuestionSet
from entitle.questions.together import together
from entitle.questions.walk import Path, walk


@dataclass(frozen=True)
class Gathered:
    """The drafts of one conversation. `answers` and `known` are of all of them, by fact, as stored."""

    drafts: tuple[ClaimDraft, ...]

    @property
    def code(self) -> str:
        """Their codes as one address has them."""
        return "+".join(self.codes)

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(draft.claim.code for draft in self.drafts)

    @property
    def claims(self) -> tuple[Claim, ...]:
        return tuple(draft.claim for draft in self.drafts)

    @property
    def title(self) -> Words:
        """What each is called, one after another."""
        said = [draft.scheme.title for draft in self.drafts]
        return Words(", ".join(each.en for each in said), cy=", ".join(each[WELSH] for each in said))

    @property
    def questions(self) -> QuestionSet:
        return _asked_as_one(tuple(draft.scheme for draft in self.drafts))

    @cached_property
    def answers(self) -> dict[str, Any]:
        return {fact: value for draft in reversed(self.drafts) for fact, value in draft.answers.items()}

    @cached_property
    def known(self) -> dict[str, Any]:
        return {fact: value for draft in self.drafts for fact, value in draft.known.items()}

    @property
    def path(self) -> Path:
        return walk(self.questions, self.answers, self.known)

    def wanted_by(self, fact: str) -> list[str]:
        """The benefits that ask for a fact, in words."""
        return [say(draft.scheme.title) for draft in self.drafts if fact in draft.scheme.claim.facts]

    def guides(self, fact: str) -> list[tuple[str, Markup]]:
        """What is written beside a question for each benefit, where it differs: (the benefit, its guidance)."""
        found: dict[Markup, str] = {}
        for draft in self.drafts:
            text = guidance(draft.scheme, fact) if fact in draft.scheme.claim.facts else ""
            if text:
                found.setdefault(Markup(text), say(draft.scheme.title))
        return [(title, text) for text, title in found.items()]


def _asked_as_one(schemes: tuple[Scheme, ...]) -> QuestionSet:
    """Put together once: it is read at every question of a conversation."""
    sheets, asked = _ASKED.get(tuple(scheme.name for scheme in schemes), ((), None))
    if asked is None or any(kept is not scheme for kept, scheme in zip(sheets, schemes, strict=True)):
        asked = together([scheme.claim for scheme in schemes])
        _ASKED[tuple(scheme.name for scheme in schemes)] = (schemes, asked)
    return asked


_ASKED: dict[tuple[str, ...], tuple[tuple[Scheme, ...], QuestionSet]] = {}


def gather_drafts(*, claims: Sequence[Claim], as_at: Instant) -> Gathered:
    """The claims of one conversation as they stand. Those already sent are left out, unless all are."""
    unsent = [claim for claim in claims if claim.state == "draft"]
    return Gathered(tuple(claim_draft(claim=claim, as_at=as_at) for claim in unsent or claims))
