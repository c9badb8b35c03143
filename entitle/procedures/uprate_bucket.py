"""Put one bucket of a scheme's awards under a new year's law: what each was paid, what it will be, and why not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction

from entitle.awards import operations as awards
from entitle.awards import queries
from entitle.awards.operations import AmountChange
from entitle.awards.queries import LiveAward
from entitle.awards.work_kinds import UPRATE
from entitle.blueprint import registry
from entitle.blueprint.many import Found, assess_many, changes_of_many
from entitle.blueprint.scheme import Scheme
from entitle.facts.fact import from_json
from entitle.history import operations as history
from entitle.kernel.assessment_periods import number_on, period_of
from entitle.kernel.money import Pence
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.law.amount import NoLawForDate
from entitle.payments import queries as payments
from entitle.procedures.correct_awards import correct_awards
from entitle.work import operations as work

_AT_ONCE = 5_000


@dataclass(frozen=True)
class Uprated:
    """One award: what it is paid before the change, and from `effective_on`.

    `outcome` is 'changes' or 'same'; 'each_period' where the new law is used as each period is assessed; and where
    nothing can be changed (`after` is None), 'refused', 'hand_off', 'missing' or 'contradiction', with the reasons or
    facts, or 'paid_otherwise': it is not paid what either year's law gives, so a person must look.
    """

    award_code: str
    before: Pence
    after: Pence | None
    effective_on: date
    outcome: str
    why: tuple[str, ...] = ()


def uprate_bucket(
    *, scheme: str, bucket: int, change_on: date, apply: bool, by: Actor, as_at: Instant
) -> tuple[Uprated, ...]:
    """What the law of `change_on` makes of each award that starts before it; with `apply`, it is so from then on.

    In one transaction: killed at any moment, it did all or nothing. Applied twice, the second time changes nothing.
    Awards that the new law does not fit stay as they are and become work. Raises NoLawForDate.
    """
    sheet = registry.scheme(scheme)
    with transaction.atomic():
        live = queries.live_in_bucket(scheme=scheme, bucket=bucket, change_on=change_on, hold=apply)
        facts = [_facts(sheet, award) for award in live]
        last_day, from_on = change_on - timedelta(days=1), [each.effective_on for each in live]
        before = assess_many(sheet, facts, on=last_day, days=[each.paid_day for each in live])
        after = assess_many(sheet, facts, on=change_on, days=from_on)
        # by the old law still, what an amount that changes of itself comes to on the day that the new law counts from
        turned = assess_many(sheet, facts, on=last_day, days=from_on) if sheet.rate_day else before
        uprated = tuple(_compared(*each) for each in zip(live, before, turned, after, strict=True))
        if apply:
            _apply(live, uprated, scheme, change_on=change_on, by=by, as_at=as_at)
            _change_later(sheet, live, uprated, facts, change_on=change_on, as_at=as_at)
    return uprated


def _change_later(
    sheet: Scheme, live: Sequence[LiveAward], uprated: Sequence[Uprated], facts: Sequence[dict[str, object]], *,
    change_on: date, as_at: Instant,
) -> None:
    """What the new law makes of each later day on which an amount changes of itself, as far as its law is known."""
    fit = [(award, each.after, known) for award, each, known in zip(live, uprated, facts, strict=True)
           if each.after is not None]
    to_come: list[AmountChange] = []
    changes = changes_of_many(sheet, [known for _, _, known in fit], on=change_on)
    for (award, after, known), days in zip(fit, changes, strict=True):
        for day in sorted(day for day in days if award.effective_on < day < (award.ends_on or date.max)):
            try:
                pence = sheet.amount_on(known, day)
            except NoLawForDate:
                break
            if not award.is_paid(pence, from_on=day, uprated=after):
                to_come.append(AmountChange(award.id, day, pence))
    awards.change_amounts(changes=to_come, as_at=as_at)


def _facts(scheme: Scheme, award: LiveAward) -> dict[str, object]:
    dictionary = scheme.dictionary
    facts = {name: from_json(dictionary[name], value) if name in dictionary else value
             for name, value in award.facts.items()}
    if award.cycle_months:
        number = number_on(award.starts_on, award.effective_on, months=award.cycle_months)
        facts |= scheme.period_facts(period_of(award.starts_on, number, months=award.cycle_months))
    return facts


def _compared(award: LiveAward, old: Found, turned: Found, new: Found) -> Uprated:
    def said(outcome: str, after: Pence | None, why: tuple[str, ...] = ()) -> Uprated:
        return Uprated(award.code, award.paid, after, award.effective_on, outcome, why)

    if new.pence is None:
        return said(new.result, None, new.why)
    if award.each_period:
        return said("each_period", new.pence)
    if old.pence != award.paid or award.paid_from not in (award.paid, turned.pence, new.pence):
        return said("paid_otherwise", None, (f"{old.pence} by the old law", f"{new.pence} by the new"))
    return said("same" if new.pence == award.paid else "changes", new.pence)


def _apply(
    live: Sequence[LiveAward], uprated: Sequence[Uprated], scheme: str, *, change_on: date, by: Actor, as_at: Instant
) -> None:
    pairs = list(zip(live, uprated, strict=True))
    changes = [(award, each.after) for award, each in pairs
               if each.outcome == "changes" and each.after is not None and award.paid_from != each.after]
    for start in range(0, len(changes), _AT_ONCE):
        some = changes[start:start + _AT_ONCE]
        awards.change_amounts(changes=[AmountChange(award.id, change_on, after) for award, after in some], as_at=as_at)
        _put_right({award.id: award.effective_on for award, _ in some}, by=by, as_at=as_at)
        history.write_many(
            history.EventRow("award.uprated", by, as_at, Reference("award", award.id), award.customer_id,
                             reason=f"{award.paid} to {after} from {award.effective_on}")
            for award, after in some
        )
    for award, each in pairs:
        if each.after is None:
            work.open(kind=UPRATE, about=Reference("award", award.id), customer_id=award.customer_id, scheme=scheme,
                      origin_at=as_at, as_at=as_at, note=f"{change_on}: {each.outcome} ({', '.join(each.why)})")


def _put_right(from_on: Mapping[int, date], *, by: Actor, as_at: Instant) -> None:
    """Of a new year begun late: whoever was paid for days of it at the old amount is owed the rest."""
    for customer_id in payments.paid_beyond(days=from_on):
        correct_awards(customer_id=customer_id, change="uprated", by=by, as_at=as_at)
