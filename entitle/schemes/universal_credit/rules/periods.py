"""When an award starts, and its assessment periods: UC Regs 2013 regs 21 and 21A; Claims and Payments Regs 2013.

The dates of each period (reg 21(1), (2)) are worked out where awards are kept, and handed in. The amounts of the law
are those of the day a period starts (UC Act 2025 s1(6)(d) and each year's order). Not coded: a period shorter than a
month when a first day moves after the event (reg 21A); a new claim that keeps the day of an award that ended within 6
months (reg 21(3) to (3C)); payment to another person or to a landlord (regs 47(6), 57, 58).
"""
from __future__ import annotations

from typing import Any

from entitle.kernel.words import Words
from entitle.rules.calendar import add_months
from entitle.rules.choose import choose
from entitle.rules.decorator import rule
from entitle.rules.row_by_row import ONE, higher, lower


@rule(cites="SI 2013/380 reg 26(1)", gives="yes_no",
      label=Words("Asked to start earlier", cy="Wedi gofyn am ddechrau'n gynharach"),
      says=Words("You can ask for your claim to start before the day you made it.",
                 cy="Gallwch ofyn i'ch cais ddechrau cyn y diwrnod y gwnaethoch ei wneud."))
def asks_for_earlier_start(universal_credit_wants_earlier_start: Any) -> Any:
    """Whether an earlier day was asked for."""
    return universal_credit_wants_earlier_start


@rule(cites="SI 2013/380 reg 10, reg 26(2), (3)", gives="date",
      label=Words("Start of your Universal Credit", cy="Dechrau eich Credyd Cynhwysol"),
      says=Words("Your Universal Credit starts on the day you claimed. If you had a good reason for the delay it can "
                 "start up to a month before.",
                 cy="Mae eich Credyd Cynhwysol yn dechrau ar y diwrnod y gwnaethoch hawlio. Os oedd gennych reswm da "
                    "dros yr oedi gall ddechrau hyd at fis ynghynt."),
      only_if={"universal_credit_earlier_start_on": "asks_for_earlier_start",
               "universal_credit_earlier_start_allowed": "asks_for_earlier_start"})
def start_on(
    claim_made_on: Any, asks_for_earlier_start: Any, universal_credit_earlier_start_on: Any,
    universal_credit_earlier_start_allowed: Any, backdating: Any,
) -> Any:
    """The first day of entitlement: the day of claim, or an earlier day asked for with reason, a month back at most."""
    earliest = higher(universal_credit_earlier_start_on, add_months(claim_made_on, -backdating))
    return choose(
        ("an earlier day, with reason", asks_for_earlier_start & universal_credit_earlier_start_allowed,
         lower(earliest, claim_made_on)),
        otherwise=("the day of the claim", claim_made_on),
    )


@rule(cites="UC Regs 2013 reg 21(1); SI 2013/381 Sch 1 para 20", gives="date",
      label=Words("Last day of this period", cy="Diwrnod olaf y cyfnod hwn"),
      says=Words("Your assessment periods last a month. A change counts for the whole of the period it happens in.",
                 cy="Mae eich cyfnodau asesu yn para mis. Mae newid yn cyfrif am y cyfnod cyfan y mae'n digwydd "
                    "ynddo."))
def last_day_on(period_ends_on: Any) -> Any:
    """The day before the next period: what is true by then is true for all of this one."""
    return period_ends_on - ONE


@rule(cites="UC Regs 2013 reg 21(1)", gives="days",
      label=Words("Days in this period", cy="Diwrnodau yn y cyfnod hwn"),
      says=Words("We count the days in this assessment period.", cy="Rydym yn cyfrif y diwrnodau yn y cyfnod asesu "
                                                                    "hwn."))
def period_length(period_starts_on: Any, period_ends_on: Any) -> Any:
    """28 to 31 days."""
    return period_ends_on - period_starts_on


@rule(cites="SI 2013/380 reg 47(1), (2)", gives="date",
      label=Words("Paid by", cy="Telir erbyn"),
      says=Words("We pay you each month, within 7 days of the end of your assessment period.",
                 cy="Rydym yn eich talu bob mis, o fewn 7 diwrnod i ddiwedd eich cyfnod asesu."))
def pay_by_on(last_day_on: Any, payment_days: Any) -> Any:
    """The last day on which the period may be paid; a bank's closed days bring it forward."""
    return last_day_on + payment_days
