"""Sanctions: WRA 2012 sections 26 and 27; UC Regs 2013 regs 110 and 111.

Not coded: how long a sanction lasts (regs 102 to 109) and hardship payments (Part 8 Chapter 3), which a person decides.
"""
from __future__ import annotations

from typing import Any

from entitle.kernel.money import DOWN, HALF_UP, divide
from entitle.kernel.words import Words
from entitle.rules.choose import choose
from entitle.rules.decorator import rule
from entitle.rules.row_by_row import NOTHING, ONE, lower, no, where
from entitle.rules.units import of, total


@rule(cites="UC Regs 2013 reg 110", gives="yes_no", unit="adult",
      label=Words("A sanction is in force", cy="Mae cosb mewn grym"),
      says=Words("If you break your commitment without good reason, we can cut your award for some days.",
                 cy="Os byddwch yn torri eich ymrwymiad heb reswm da, gallwn dorri eich dyfarniad am rai diwrnodau."))
def may_be_sanctioned(is_claimant: Any, universal_credit_has_sanction: Any) -> Any:
    """Whether a claimant on an award with a sanction."""
    return is_claimant & of(universal_credit_has_sanction)


@rule(cites="UC Regs 2013 reg 111", gives="pence_per_day", unit="adult",
      label=Words("Sanction a day", cy="Cosb y dydd"),
      says=Words("Each day of a sanction takes off a day's standard allowance, or 40% of it for some people. It is "
                 "rounded down to 10p, and is half for one of a couple.",
                 cy="Mae pob diwrnod o gosb yn tynnu gwerth diwrnod o lwfans safonol, neu 40% ohono i rai pobl. Mae'n "
                    "cael ei dalgrynnu i lawr i 10c, ac mae'n hanner i un o gwpl."),
      only_if={"adult_sanction_is_lower": "may_be_sanctioned"})
def sanction_a_day(
    may_be_sanctioned: Any, has_lcwra: Any, adult_sanction_is_lower: Any, standard_allowance_element: Any,
    is_joint_claim: Any, monthly_share: Any, sanction_shares: Any, sanction_rounding: Any,
) -> Any:
    """Pence a day: shared first, and only then rounded down."""
    day, joint, low = monthly_share.day, sanction_shares.joint, sanction_shares.lower
    halved, one = of(is_joint_claim), ONE
    parts = day.parts * where(halved, joint.parts, one) * where(adult_sanction_is_lower, low.parts, one)
    whole = day.whole * where(halved, joint.whole, one) * where(adult_sanction_is_lower, low.whole, one)
    rate = divide(of(standard_allowance_element) * parts, whole * sanction_rounding, rounding=DOWN) * sanction_rounding
    return choose(
        ("no sanction, or limited capability for any activity", no(may_be_sanctioned) | has_lcwra, NOTHING),
        ("lower rate", adult_sanction_is_lower, rate),
        otherwise=("full rate", rate),
    )


@rule(cites="UC Regs 2013 reg 110 Steps 1 to 3", gives="pence_per_month", unit="adult",
      label=Words("Sanction this period", cy="Cosb y cyfnod hwn"),
      says=Words("We take off the days of the sanction that fall in this period.",
                 cy="Rydym yn tynnu'r diwrnodau o'r gosb sy'n disgyn yn y cyfnod hwn."),
      only_if={"adult_sanction_days": "may_be_sanctioned"})
def sanction_of_adult(
    may_be_sanctioned: Any, adult_sanction_days: Any, sanction_a_day: Any, period_length: Any,
    standard_allowance_element: Any, is_joint_claim: Any, sanction_shares: Any,
) -> Any:
    """Pence in the period; no more than the standard allowance, or a joint claimant's half of it."""
    days = where(may_be_sanctioned, lower(adult_sanction_days, of(period_length)), NOTHING)
    most = where(of(is_joint_claim), sanction_shares.joint.of(of(standard_allowance_element), rounding=HALF_UP),
                    of(standard_allowance_element))
    return lower(days * sanction_a_day, most)


@rule(cites="UC Regs 2013 reg 110 Steps 4 and 5", gives="pence_per_month",
      label=Words("Taken off for sanctions", cy="Wedi'i dynnu am gosbau"),
      says=Words("A sanction comes off after the benefit cap.", cy="Mae cosb yn dod i ffwrdd ar ôl y cap ar "
                                                                   "fudd-daliadau."))
def sanction_reduction(sanction_of_adult: Any, award: Any) -> Any:
    """Pence in the period, never more than the award."""
    return lower(total(sanction_of_adult), award)
