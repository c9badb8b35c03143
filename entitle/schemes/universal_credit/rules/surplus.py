"""Surplus earnings: UC Regs 2013 reg 54A.

Not coded: earnings shared out when a couple parts or forms (reg 54A(4)), which a person does.
"""
from __future__ import annotations

from typing import Any

from entitle.kernel.money import HALF_UP, at_least_zero, divide
from entitle.kernel.words import Words
from entitle.rules.choose import choose
from entitle.rules.decorator import rule
from entitle.rules.row_by_row import NOTHING, no
from entitle.schemes.universal_credit.rules.amounts import where_it_holds


@rule(cites="UC Regs 2013 reg 54A(1)", gives="yes_no",
      label=Words("An award ended because of earnings", cy="Daeth dyfarniad i ben oherwydd enillion"),
      says=Words("Very high earnings can count again if you claim within 6 months.",
                 cy="Gall enillion uchel iawn gyfrif eto os ydych yn hawlio o fewn 6 mis."))
def had_earlier_award(universal_credit_earlier_award_ended: Any) -> Any:
    """Whether one ended within 6 months before this claim."""
    return universal_credit_earlier_award_ended


@rule(cites="UC Regs 2013 reg 54A(1), (3), (5)", gives="pence_per_month",
      label=Words("Earnings brought forward", cy="Enillion a ddygwyd ymlaen"),
      says=Words("We add pay from before that was too high. We do not if you fled abuse at home.",
                 cy="Rydym yn ychwanegu cyflog o'r blaen a oedd yn rhy uchel. Nid ydym os gwnaethoch ffoi rhag "
                    "cam-drin gartref."),
      only_if={"universal_credit_surplus_earnings": "had_earlier_award",
               "universal_credit_fled_abuse": "had_earlier_award"})
def surplus_brought_forward(
    had_earlier_award: Any, universal_credit_surplus_earnings: Any, universal_credit_fled_abuse: Any,
) -> Any:
    """Pence per month."""
    return where_it_holds(had_earlier_award & no(universal_credit_fled_abuse), universal_credit_surplus_earnings)


@rule(cites="UC Regs 2013 reg 54A(6)", gives="pence_per_month",
      label=Words("Earnings at which the award is nothing", cy="Enillion lle nad oes dyfarniad"),
      says=Words("We work out how much you can earn before your award is nothing.",
                 cy="Rydym yn cyfrifo faint y gallwch ei ennill cyn nad oes dyfarniad."))
def nil_award_earnings(maximum_amount: Any, unearned_income: Any, work_allowance: Any, taper: Any) -> Any:
    """Pence per month: (maximum - unearned income) / taper, and the work allowance; rounded once, half a penny up."""
    left = at_least_zero(maximum_amount - unearned_income)
    return divide(left * taper.whole, taper.parts, rounding=HALF_UP) + work_allowance


@rule(cites="UC Regs 2013 reg 54A(3), (6); SI 2018/65 reg 5", gives="pence_per_month",
      label=Words("Earnings to carry forward", cy="Enillion i'w dwyn ymlaen"),
      says=Words("Earnings of more than £2,500 above that point count towards your next claim.",
                 cy="Mae enillion o fwy na £2,500 uwchlaw'r pwynt hwnnw yn cyfrif tuag at eich cais nesaf."))
def surplus_to_carry(
    actual_earnings: Any, surplus_brought_forward: Any, nil_award_earnings: Any, surplus_allowance: Any,
) -> Any:
    """Pence; the minimum income floor is no part of it."""
    return at_least_zero(actual_earnings + surplus_brought_forward - nil_award_earnings - surplus_allowance)


@rule(cites="UC Regs 2013 reg 57A", gives="pence_per_month", unit="adult",
      label=Words("Losses to carry forward", cy="Colledion i'w dwyn ymlaen"),
      says=Words("Losses that you have not used can be taken off later profits.",
                 cy="Gellir tynnu colledion nad ydych wedi'u defnyddio oddi ar elw diweddarach."),
      only_if={"adult_unused_losses": "has_business", "adult_business_tax": "has_business",
               "adult_business_national_insurance": "has_business"})
def losses_to_carry(
    has_business: Any, adult_unused_losses: Any, adult_business_tax: Any, adult_business_national_insurance: Any,
    profit_or_loss: Any,
) -> Any:
    """Pence: what was unused, less what this period's profit took up, or with this period's loss added."""
    taxed = at_least_zero(at_least_zero(profit_or_loss) - where_it_holds(
        has_business, adult_business_tax + adult_business_national_insurance))
    return choose(
        ("a loss this period", has_business & (profit_or_loss < NOTHING), adult_unused_losses - profit_or_loss),
        ("a profit this period", has_business, at_least_zero(adult_unused_losses - taxed)),
        otherwise=("not self-employed", NOTHING),
    )
