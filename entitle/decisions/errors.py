"""Why a decision, or a second look at one, was not made."""
from __future__ import annotations

from entitle.kernel.periods import Instant, london_date


class AlreadyDecided(Exception):
    """Another officer was first. `decision_code`, `decided_by` (a name) and `decided_at` say who and when."""

    def __init__(self, *, decision_code: str, decided_by: str, decided_at: Instant) -> None:
        super().__init__(
            f"this was already decided by {decided_by} on {london_date(decided_at):%d %B %Y}: see {decision_code}"
        )
        self.decision_code, self.decided_by, self.decided_at = decision_code, decided_by, decided_at


class SameOfficer(Exception):
    """Whoever made a decision may not be the one to look at it again, or to check it."""


class AlreadyAsked(Exception):
    """The decision is being looked at again already. `code` is that reconsideration's."""

    def __init__(self, code: str) -> None:
        super().__init__(f"this decision is already being looked at again: see {code}")
        self.code = code
