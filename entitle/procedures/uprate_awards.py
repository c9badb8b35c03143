"""Uprate: every live award under both years' law, the differences reported, and applied once where that is asked."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from entitle.awards import queries
from entitle.awards.models import BUCKETS
from entitle.blueprint import registry
from entitle.blueprint.many import check_law
from entitle.kernel.money import Pence
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor
from entitle.procedures.errors import NotDone
from entitle.procedures.uprate_bucket import Uprated, uprate_bucket

_MOVERS = 10
Progress = Callable[[str, int, Sequence[Uprated]], None]
"""Called after each bucket with the scheme, the bucket and its awards, in order."""


@dataclass
class SchemeUprated:
    """One scheme's report. Pence are a week or a month, `per`; awards that do not fit are in neither sum."""

    scheme: str
    per: str
    awards: int = 0
    changed: int = 0
    before: Pence = 0
    after: Pence = 0
    movers: list[Uprated] = field(default_factory=list)
    """Those that change most, the greatest difference first."""
    fell: list[Uprated] = field(default_factory=list)
    unfit: list[Uprated] = field(default_factory=list)
    """Those that the new law no longer fits or refuses, or that were paid otherwise: they stay as they are."""

    def add(self, some: Sequence[Uprated]) -> None:
        """Count some awards in."""
        fitting = [each for each in some if each.after is not None]
        self.awards += len(some)
        self.unfit += [each for each in some if each.after is None]
        self.before += sum(each.before for each in fitting)
        self.after += sum(each.after or 0 for each in fitting)
        moved = [each for each in fitting if each.after != each.before]
        self.changed += len(moved)
        self.fell += [each for each in moved if (each.after or 0) < each.before]
        self.movers = heapq.nsmallest(
            _MOVERS, [*self.movers, *moved], key=lambda each: (-abs((each.after or 0) - each.before), each.award_code))


def uprate_awards(
    *, change_on: date, scheme: str = "", apply: bool, by: Actor, as_at: Instant, progress: Progress | None = None
) -> tuple[SchemeUprated, ...]:
    """Every live award of a scheme, or of all, by the law of the day before and of `change_on`; a bucket at a time.

    Without `apply` nothing changes. With it, each is paid its new amount from the first benefit week, or period of
    months, on or after that day: once, however often it is run or wherever it was stopped. Raises NoSuchScheme, and
    NotDone, naming scheme and amount, before anything is changed where next year's law is not loaded.
    """
    names = [scheme] if scheme else queries.schemes_awarded()
    sheets = [registry.scheme(name) for name in names]
    for sheet in sheets:
        try:
            check_law(sheet, on=change_on)
        except LookupError as no_law:
            raise NotDone(f"Nothing was changed. Load next year's amounts first. {no_law}") from no_law
    reports = []
    for sheet in sheets:
        report = SchemeUprated(sheet.name, sheet.per)
        for bucket in range(BUCKETS):
            some = uprate_bucket(scheme=sheet.name, bucket=bucket, change_on=change_on, apply=apply, by=by, as_at=as_at)
            report.add(some)
            if progress is not None:
                progress(sheet.name, bucket, some)
        reports.append(report)
    return tuple(reports)
