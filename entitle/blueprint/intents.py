"""Every intent and utterance there is: those of no one benefit, and those that each benefit brings in its folder."""
from __future__ import annotations

from functools import cache

from entitle.blueprint.registry import schemes
from entitle.blueprint.scheme import Scheme
from entitle.steering.intent import Intent, load_intents, own_intents
from entitle.steering.utterance import Utterance, load_utterances, own_utterances


def intents() -> dict[str, Intent]:
    """By name, in order of name. Raises ValueError where two have one name."""
    every = list(own_intents())
    for scheme in schemes().values():
        every += _of(scheme)
    found = {intent.name: intent for intent in sorted(every, key=lambda intent: intent.name)}
    if len(found) != len(every):
        raise ValueError("two intents have one name")
    return found


@cache
def benefit_claimed(intent: str) -> str:
    """The benefit that whoever has this intent is in touch to claim; blank for an intent that begins no claim."""
    return next((name for name, scheme in schemes().items() for each in _of(scheme)
                 if each.name == intent and each.begins_claim), "")


def _of(scheme: Scheme) -> tuple[Intent, ...]:
    path = scheme.folder / "intents.yaml"
    return load_intents(path) if path.exists() else ()


def utterances() -> tuple[Utterance, ...]:
    """All that steering learns from and is scored on."""
    every = list(own_utterances())
    for scheme in schemes().values():
        if (path := scheme.folder / "intents.csv").exists():
            every += load_utterances(path)
    return tuple(every)
