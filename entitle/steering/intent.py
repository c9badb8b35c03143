"""What a person may be in touch about: each intent dated and cited, with who answers it and how soon."""
from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import yaml

from entitle.kernel.words import Words

LANGUAGE_INTENT = "welsh_language"
"""The intent whose queue answers in Welsh."""
IDENTITY_CHECKS = ("none", "standard", "step_up", "third_party", "employer")
MOST_URGENT, LEAST_URGENT = 0, 4


class IntentError(ValueError):
    """An intent that does not say what it must."""


@dataclass(frozen=True)
class Intent:
    """One thing that people are in touch about."""

    name: str
    about: Words
    """What it is, as it is read back to the person and shown to who answers."""
    covers: str
    """Where it ends and its neighbours begin: what a person who labels utterances goes by."""
    queue: str
    priority: int
    """0, someone may be in danger, to 4."""
    identity_check: str
    self_service: str
    """The address where they can do it themselves; empty where they cannot."""
    from_on: date
    cites: str
    checked_on: date
    begins_claim: bool = field(default=False, repr=False)  # steering is taught nothing by it
    """Whether whoever says so rings to claim the benefit in whose folder this is: the day that they ring dates it."""

    def __post_init__(self) -> None:
        if self.identity_check not in IDENTITY_CHECKS:
            raise IntentError(f"{self.name}: there is no identity check called '{self.identity_check}'")
        if not MOST_URGENT <= self.priority <= LEAST_URGENT:
            raise IntentError(f"{self.name}: priority is {self.priority}; expected {MOST_URGENT} to {LEAST_URGENT}")
        if not self.about.cy:
            raise IntentError(f"{self.name}: it is read back to people and has no Welsh")


def own_intents() -> tuple[Intent, ...]:
    """The intents of no one benefit, and of those that have no folder yet."""
    return load_intents(Path(__file__).parent / "intents.yaml")


def load_intents(path: Path) -> tuple[Intent, ...]:
    """Every intent in a file, in order. Raises IntentError."""
    written = yaml.safe_load(path.read_text(encoding="utf-8"))
    try:
        shared = {name: written[name] for name in ("cites", "checked_on")}
        return tuple(
            Intent(**shared, about=Words(**entry["about"]), from_on=entry["from"],
                   **{name: value for name, value in entry.items() if name not in ("about", "from")})
            for entry in written["intents"])
    except (KeyError, TypeError) as fault:
        raise IntentError(f"{path.parent.name}/{path.name}: {fault}") from fault
