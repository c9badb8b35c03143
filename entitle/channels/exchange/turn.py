"""Where a caller is in the script. It travels in the address that the exchange asks next, which the exchange signs."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Protocol
from urllib.parse import urlencode

from entitle.kernel.periods import Instant


@dataclass(frozen=True)
class Turn:
    """One question put to the caller: its step, in a language, the how manyth of the call, asked `misses` times before.

    `kept` is what a step must know of the one before: a slot that was chosen, a page that was named.
    """

    step: str = "welcome"
    language: str = "en"
    number: int = 0
    misses: int = 0
    kept: str = ""

    @property
    def then(self) -> str:
        """The rest of the address at which the answer is awaited."""
        return f"voice/?{urlencode({name: value for name, value in asdict(self).items() if value})}"

    def at(self, step: str, *, kept: str = "", misses: int = 0) -> Turn:
        """The next turn."""
        return replace(self, step=step, number=self.number + 1, kept=kept, misses=misses)


def turn_of(query: Mapping[str, str]) -> Turn:
    """The turn that an address tells. Raises ValueError for a number that is none."""
    return Turn(step=query.get("step", "welcome"), language="cy" if query.get("language") == "cy" else "en",
                number=int(query.get("number", 0)), misses=int(query.get("misses", 0)), kept=query.get("kept", ""))


@dataclass(frozen=True)
class Heard:
    """What the caller did: keys, words, or nothing."""

    digits: str = ""
    words: str = ""


@dataclass(frozen=True)
class Wish:
    """Why someone rings, as far as is known."""

    queue: str
    priority: int
    language: str
    summary: str = ""
    page: str = ""
    """Where on the website they can do it themselves, in words; blank where they cannot."""
    claiming: str = ""
    """The benefit that they ring to claim, where they said so."""


@dataclass(frozen=True)
class Standing:
    """Where the caller stands: their place (0: not waiting), the longest wait, the agent they are offered to."""

    position: int = 0
    longest_wait_seconds: int = 0
    priority: int = 5
    agent: str = ""
    told: str = "events/"
    """Where the exchange tells of that agent's end of the line."""
    is_held: bool = False
    speaks_with: str = ""
    """The address of the agent who has them, once the two have spoken."""
    cut_from: str = ""
    """The address of the agent who has them, or whose end of the line has closed and who has yet to wrap up."""
    summary: str = ""


class Agency(Protocol):
    """What the script needs of the agency for the one call that it speaks in."""

    now: Instant

    @property
    def number(self) -> str:
        """Rung from; blank where it is withheld."""
        ...

    def wish(self, words: str, language: str) -> Wish: ...

    def join(self, wish: Wish) -> None: ...

    def standing(self) -> Standing: ...

    def slots(self) -> tuple[Instant, ...]: ...

    def promise(self, slot: Instant, number: str) -> bool: ...

    def serve_elsewhere(self) -> None: ...
