"""Words that mean someone may be in danger: a rule in front of any model, that would sooner be wrong than miss one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from entitle.steering.phrases import Ready, may_find, plain, ready

SELF_HARM, HARM_TO_OTHERS, IMMEDIATE_DANGER, ABUSE = KINDS = (
    "self_harm", "harm_to_others", "immediate_danger", "abuse")
_BLOTTED_OUT = "# "


@dataclass(frozen=True)
class Risk:
    """What someone may be in danger of, and the words that say so, as they were heard."""

    kind: str
    said: str


def risk_in(words: str) -> Risk | None:
    """The gravest danger that words speak of, in English or Welsh, said or typed; None where they speak of none."""
    heard = plain(words) + " "
    harmless, risks = _known()
    for saying in may_find(harmless, heard):
        heard = saying.sub(_BLOTTED_OUT, heard)
    for kind, phrases in risks.items():
        for phrase in may_find(phrases, heard):
            if found := phrase.search(heard):
                return Risk(kind, found.group().strip())
    return None


@cache
def _known() -> tuple[tuple[Ready, ...], dict[str, tuple[Ready, ...]]]:
    """The harmless sayings, and the phrases of each kind of danger, gravest kind first."""
    written = yaml.safe_load((Path(__file__).parent / "safeguarding.yaml").read_text(encoding="utf-8"))
    groups = {name: phrases.splitlines() for name, phrases in written["groups"].items()}

    def patterns(languages: dict[str, str]) -> tuple[Ready, ...]:
        return tuple(ready(phrase, groups) for phrases in languages.values() for phrase in phrases.splitlines())

    return patterns(written["harmless"]), {kind: patterns(written[kind]) for kind in KINDS}
