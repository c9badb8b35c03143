"""Why a claim could not be written to."""
from __future__ import annotations


class AlreadyClaiming(Exception):
    """The customer has an open claim for that benefit. `code` is its code, to go on with instead."""

    def __init__(self, code: str) -> None:
        super().__init__(f"there is already an open claim for this benefit, {code}: go on with that, or withdraw it")
        self.code = code


class ChangedMeanwhile(Exception):
    """Someone else changed the claim after it was read: read it again."""
