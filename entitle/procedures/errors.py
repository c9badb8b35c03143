"""Why a verb was not done. Each message can be shown to the person who asked."""
from __future__ import annotations


class NotDone(Exception):
    """The agency did not do what was asked; nothing was changed.

    `message` is English with %(places)s for `values`, of which some may be Words: a page says it in its own language.
    """

    def __init__(self, message: str = "", **values: object) -> None:
        super().__init__(message % values if values else message)
        self.message, self.values = message, values


class NotPermitted(NotDone):
    """The person who asked may not do that."""


class OwnRecord(NotPermitted):
    """Staff may not look at or change their own record, or that of a relative or someone at their address."""


class RestrictedRecord(NotPermitted):
    """The record is restricted; to anyone without the authority it is as if it were not there."""


class NotFound(NotDone):
    """There is nothing with that reference."""


class NeedsAPerson(NotDone):
    """The rules cannot settle it alone, or the law asks that a person does."""


class Incomplete(NotDone):
    """Something has not been answered or is not known yet; `missing` names the facts."""

    def __init__(self, message: str, missing: tuple[str, ...] = (), **values: object) -> None:
        super().__init__(message, **values)
        self.missing = missing
