"""What the survey says of each benefit and channel, each weighted by its share of the caseload; and who is heard."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from entitle.claims import queries as claims
from entitle.contacts import queries as contacts
from entitle.contacts.survey import Heard, Share, may_be_shown, share_satisfied, survey_rules, who_is_heard
from entitle.kernel.periods import midday


@dataclass(frozen=True)
class ChannelHeard:
    """One channel of one benefit: `replies` is None, and so is every share, where it is too few to be shown."""

    channel: str
    people: int
    replies: int | None
    shares: Mapping[str, Share] | None
    """By driver."""


@dataclass(frozen=True)
class BenefitHeard:
    """One benefit ('' is the whole agency): by channel and, weighted, together."""

    scheme: str
    together: Mapping[str, Share] | None
    channels: tuple[ChannelHeard, ...]


@dataclass(frozen=True)
class Experience:
    """A span of replies. `heard` says whose they are against the caseload."""

    heard: Heard | None
    benefits: tuple[BenefitHeard, ...]


_Counts = dict[str, dict[str, int]]


def experience(*, since: date, until: date) -> Experience:
    """Two statements. A small cell, and one from which it could be worked out, is left out."""
    caseload = claims.caseload_by_channel(since=midday(since))
    said: dict[str, _Counts] = {}
    for row in contacts.survey_answers(since=since, until=until):
        scheme, channel = str(row.pop("scheme")), str(row.pop("channel"))
        for name, count in row.items():
            assert isinstance(count, int)
            for part in dict.fromkeys((scheme, "")):
                counts = said.setdefault(part, {}).setdefault(name, {})
                counts[channel] = counts.get(channel, 0) + count
    everyone: dict[str, int] = {}
    for channels in caseload.values():
        for channel, people in channels.items():
            everyone[channel] = everyone.get(channel, 0) + people
    of_all = {"": everyone, **caseload}
    return Experience(
        heard=who_is_heard(replies=said.get("", {}).get("replies", {}), caseload=everyone),
        benefits=tuple(_of(scheme, said.get(scheme, {}), people) for scheme, people in of_all.items()))


def _of(scheme: str, said: _Counts, caseload: Mapping[str, int]) -> BenefitHeard:
    replies, least = said.get("replies", {}), survey_rules().cell_at_least
    shown = may_be_shown({channel: replies.get(channel, 0) for channel in caseload}, at_least=least)
    return BenefitHeard(
        scheme=scheme,
        together=_shares(said, caseload) if sum(replies.values()) >= least else None,
        channels=tuple(ChannelHeard(
            channel, people, replies.get(channel, 0) if channel in shown else None,
            _shares(said, {channel: people}) if channel in shown else None) for channel, people in caseload.items()))


def _shares(said: _Counts, caseload: Mapping[str, int]) -> Mapping[str, Share] | None:
    found = {driver.name: share_satisfied(satisfied=said.get(driver.name, {}), replies=said.get("replies", {}),
                                          caseload=caseload) for driver in survey_rules().drivers}
    return {name: share for name, share in found.items() if share is not None} or None
