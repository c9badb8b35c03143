"""A customer's awards, held beside what they were given: arrears to pay, debts to have back, and what is set off."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Max

from entitle.awards import queries as awards
from entitle.awards.models import Award
from entitle.kernel.lifecycle import NotAllowedNow
from entitle.kernel.money import Pence
from entitle.kernel.periods import Instant, Period
from entitle.kernel.references import Reference
from entitle.payments import accounts
from entitle.payments.correcting import Change, Offset, changed, offsets
from entitle.payments.models import Correction, Debt, Deduction, Payment, SetOff
from entitle.payments.operations.debts import clear_if_paid, open_accounts_of_debts
from entitle.payments.operations.ledger import post
from entitle.payments.reasons import ARREARS, REGULAR


@dataclass(frozen=True)
class Corrected:
    """What was found: the periods, the debts, and the pence that each award now owes the customer beyond them."""

    corrections: tuple[Correction, ...] = ()
    debts: tuple[Debt, ...] = ()
    arrears_pence: Pence = 0


def correct(
    *, customer_id: int, overlaps: Mapping[str, str], kind: str, because: str, as_at: Instant
) -> Corrected:
    """Compare all that a customer's awards come to now with all that was paid for the same days, and write down what is
    not as it should be. Done again, it finds nothing more.

    `overlaps` is each scheme's law of overlapping benefits, `kind` that of any debt (recovery.yaml). What is due after
    the last period paid is left to the next run. Raises NotAllowedNow where one period was corrected more often than a
    bank reference can tell apart.
    """
    held = {award.id: award for award in
            Award.objects.select_for_update().filter(customer_id=customer_id).order_by("id")}
    given = _given(held)
    changes = [change for number, award in held.items() if given[number]
               for change in _changes(award, given[number], overlaps)]
    if not changes:
        return Corrected()
    found = offsets(changes)
    corrections = _corrections(changes, found, held, because, as_at)
    debts = _debts(changes, held, kind, because, as_at)
    for (place, award_id), pence in _by_debt(changes, found).items():
        _set_off(corrections[place], debts[award_id], pence, as_at)
    for debt in debts.values():
        clear_if_paid(debt=debt)
    owed = sum(max(0, each.now_pence - each.was_pence) - each.set_off_pence for each in corrections)
    return Corrected(tuple(corrections), tuple(debts.values()), owed)


def _given(award_ids: Collection[int]) -> dict[int, dict[Period, Pence]]:
    """What each award gave for each period, deductions among it; of one that was corrected, what was right then."""
    found: dict[int, dict[Period, Pence]] = defaultdict(dict)
    kept: dict[int, Pence] = defaultdict(int)
    for payment_id, pence in Deduction.objects.filter(award_id__in=award_ids).values_list("payment_id", "pence"):
        kept[payment_id] += pence
    paid = Payment.objects.filter(award_id__in=award_ids, reason=REGULAR)
    for each in paid.only("id", "award_id", "period_start", "period_end", "pence"):
        found[each.award_id][Period(each.period_start, each.period_end)] = each.pence + kept[each.id]
    ends = {(award_id, period.start): period for award_id, periods in found.items() for period in periods}
    for made in Correction.objects.filter(award_id__in=award_ids).order_by("number"):
        period = ends.setdefault((made.award_id, made.period_start), Period(made.period_start, made.period_end))
        found[made.award_id][period] = made.now_pence
    return found


def _changes(award: Award, given: Mapping[Period, Pence], overlaps: Mapping[str, str]) -> list[Change]:
    """Up to the last period that was paid: later ones are for the next run."""
    last = max(given)
    due = awards.periods_up_to(award_id=award.id, last_start=last.start)
    right = {each.period: each.pence for each in due}
    return changed(given=given, right=right, award_id=award.id, overlaps=overlaps.get(award.scheme, ""))


def _corrections(
    changes: Sequence[Change], found: Sequence[Offset], held: Mapping[int, Award], because: str, as_at: Instant
) -> list[Correction]:
    set_off: dict[int, Pence] = defaultdict(int)
    for each in found:
        set_off[each.arrears] += each.pence
    times = _times(held)
    return Correction.objects.bulk_create(
        Correction(
            award_id=change.award_id, customer_id=held[change.award_id].customer_id,
            scheme=held[change.award_id].scheme, period_start=change.period.start, period_end=_end(change),
            was_pence=change.was, now_pence=change.now, set_off_pence=set_off[place], because=because, found_at=as_at,
            **_number_and_reason(change, times.get((change.award_id, change.period.start), 0) + 1),
        ) for place, change in enumerate(changes))


def _times(award_ids: Collection[int]) -> dict[tuple[int, date], int]:
    """How often each period was corrected before."""
    rows = Correction.objects.filter(award_id__in=award_ids).values("award_id", "period_start").annotate(
        last=Max("number"))
    return {(row["award_id"], row["period_start"]): row["last"] for row in rows}


def _number_and_reason(change: Change, number: int) -> dict[str, int | str]:
    """The first time that a period without a payment is found due, it is paid as any is, so that it is paid once."""
    if number > len(ARREARS):
        raise NotAllowedNow(f"the period from {change.period.start} was corrected {len(ARREARS)} times: settle by hand")
    reason = "" if not change.arrears else REGULAR if number == 1 and not change.was else ARREARS[number - 1]
    return {"number": number, "reason": reason}


def _debts(
    changes: Sequence[Change], held: Mapping[int, Award], kind: str, because: str, as_at: Instant
) -> dict[int, Debt]:
    """One for each award that was paid too much, with its transfer."""
    found = {}
    for award_id in sorted({change.award_id for change in changes if change.overpaid}):
        back = [change for change in changes if change.award_id == award_id and change.overpaid]
        debt = Debt.objects.create(
            customer_id=held[award_id].customer_id, award_id=award_id, scheme=held[award_id].scheme, kind=kind,
            pence=sum(change.overpaid for change in back), period_start=min(change.period.start for change in back),
            period_end=max(_end(change) for change in back), because=because,
            found_at=as_at)
        open_accounts_of_debts(scheme=debt.scheme)
        post(debit=accounts.OVERPAID, credit=accounts.expenditure(debt.scheme), pence=debt.pence,
             about=Reference("debt", debt.id), period_start=debt.period_start, event=accounts.FOUND, as_at=as_at,
             customer_id=debt.customer_id)
        found[award_id] = debt
    return found


def _by_debt(changes: Sequence[Change], found: Sequence[Offset]) -> dict[tuple[int, int], Pence]:
    """Several periods of one debt may have paid before what is due for one period: pence by correction and award."""
    pence: dict[tuple[int, int], Pence] = defaultdict(int)
    for each in found:
        pence[each.arrears, changes[each.overpaid].award_id] += each.pence
    return pence


def _set_off(correction: Correction, debt: Debt, pence: Pence, as_at: Instant) -> None:
    made = SetOff.objects.create(correction=correction, debt=debt, pence=pence)
    open_accounts_of_debts(scheme=correction.scheme)
    post(debit=accounts.expenditure(correction.scheme), credit=accounts.OVERPAID, pence=pence,
         about=Reference("set_off", made.id), period_start=debt.period_start, event=accounts.SET_OFF, as_at=as_at,
         customer_id=debt.customer_id)


def _end(change: Change) -> date:
    assert change.period.end is not None, "a period that was paid has an end"
    return change.period.end
