"""Every kind of work, each in six words: name, when it starts, who may do it, when it is due, done, cancelled."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from entitle.kernel.words import Words

DIED = "the customer has died"
"""How a kind says, in its `cancelled_when`, that a death ends its work."""


class UnknownKind(LookupError):
    """No room has declared that kind of work."""


@dataclass(frozen=True)
class WorkKind:
    """One kind of work item. `permission` and `skill` say who may do it; `standard` names what sets its target date.

    A kind whose standard is '' takes a scheme's own, handed in as the item is opened.
    """

    name: str
    words: Words
    starts_when: str
    skill: str
    standard: str
    done_when: str
    cancelled_when: str
    permission: str = "work.see"
    priority: int = 5

    @property
    def ends_with_death(self) -> bool:
        """Whether it need not be done for somebody who has died."""
        return DIED in self.cancelled_when

    def may_be_opened(self, may: Collection[str]) -> bool:
        """Whether it opens for somebody who may do so much: who does it, or gives it out."""
        return self.permission in may or "work.assign" in may


_KINDS: dict[str, WorkKind] = {}


def work_kinds(*kinds: WorkKind) -> tuple[WorkKind, ...]:
    """Declare a room's kinds of work. Saying one twice is harmless; saying it differently raises ValueError."""
    for kind in kinds:
        if _KINDS.setdefault(kind.name, kind) != kind:
            raise ValueError(f"the kind of work '{kind.name}' is declared twice, differently")
    return kinds


def kind_named(name: str) -> WorkKind:
    """Raises UnknownKind where no room has declared it."""
    if name not in _KINDS:
        raise UnknownKind(f"no room declares the work '{name}': add it to that room's work_kinds.py")
    return _KINDS[name]


def every_kind() -> tuple[WorkKind, ...]:
    """All that are declared, by name."""
    return tuple(_KINDS[name] for name in sorted(_KINDS))
