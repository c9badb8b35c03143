"""When a claim may be made and from when an award may run: Claims and Payments Regulations 1987 regulations 15 and 19.

Not coded: a claim treated as made on another day (regulation 6), which a person decides.
"""
from __future__ import annotations

from typing import Any

from entitle.kernel.words import Words
from entitle.rules.calendar import add_months
from entitle.rules.choose import choose
from entitle.rules.decorator import rule
from entitle.rules.row_by_row import higher


@rule(cites="SI 1987/1968 reg 15(1)", gives="yes_no",
      label=Words("Too early to claim", cy="Rhy gynnar i hawlio"),
      says=Words("You can claim from four months before you reach State Pension age.",
                 cy="Gallwch hawlio o bedwar mis cyn i chi gyrraedd oedran Pensiwn y Wladwriaeth."))
def too_early(claim_made_on: Any, pension_age_on: Any, claim_ahead: Any) -> Any:
    """Whether the claim was made more than so many months before pensionable age."""
    return claim_made_on < add_months(pension_age_on, -claim_ahead)


@rule(cites="PA 2014 s17(8)", gives="yes_no",
      label=Words("Asked to start later", cy="Wedi gofyn i ddechrau'n hwyrach"),
      says=Words("You can choose to start your State Pension later than State Pension age.",
                 cy="Gallwch ddewis dechrau eich Pensiwn y Wladwriaeth yn hwyrach na'ch oedran Pensiwn y Wladwriaeth."))
def asks_to_start_later(state_pension_when_to_start: Any) -> Any:
    """Whether a date was asked for."""
    return state_pension_when_to_start.is_one_of("later")


@rule(cites="SI 1987/1968 reg 19, Sch 4", gives="date",
      label=Words("Earliest start", cy="Dechrau cynharaf"),
      says=Words("Your State Pension can start from State Pension age, or up to 12 months before you claimed if that "
                 "is later.",
                 cy="Gall eich Pensiwn y Wladwriaeth ddechrau o oedran Pensiwn y Wladwriaeth, neu hyd at 12 mis cyn i "
                    "chi hawlio os yw hynny'n hwyrach."))
def earliest_start_on(pension_age_on: Any, claim_made_on: Any, backdating: Any) -> Any:
    """Pensionable age, or so many months before the claim where that is later."""
    return higher(pension_age_on, add_months(claim_made_on, -backdating))


@rule(cites="PA 2014 s1, s17(8); SI 1987/1968 reg 19", gives="date",
      label=Words("Start of your State Pension", cy="Dechrau eich Pensiwn y Wladwriaeth"),
      says=Words("Your State Pension starts on the day you asked for, or else on the earliest day the law allows.",
                 cy="Mae eich Pensiwn y Wladwriaeth yn dechrau ar y diwrnod y gofynnoch amdano, neu fel arall ar y "
                    "diwrnod cynharaf y mae'r gyfraith yn ei ganiatáu."),
      only_if={"state_pension_starts_later_on": "asks_to_start_later"})
def start_on(asks_to_start_later: Any, state_pension_starts_later_on: Any, earliest_start_on: Any) -> Any:
    """The first day of the award. A day asked for that is earlier than the law allows gives the earliest allowed."""
    return choose(
        ("the day you asked for", asks_to_start_later & (state_pension_starts_later_on > earliest_start_on),
         state_pension_starts_later_on),
        otherwise=("the earliest day", earliest_start_on),
    )
