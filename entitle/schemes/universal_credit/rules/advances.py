"""Advances: Payments on Account Regs 2013 (SI 2013/383).

Not coded: financial need (reg 7), which whoever asks says or an officer finds, and what a budgeting advance is wanted
for (reg 11), of which whoever asks chooses the kind, and an officer judges any other.
"""
from __future__ import annotations

from typing import Any

from entitle.kernel.money import DOWN, UP, at_least_zero, divide
from entitle.kernel.words import Words
from entitle.rules.choose import choose
from entitle.rules.decorator import rule
from entitle.rules.row_by_row import NOTHING, lower, no, where


@rule(cites="SI 2013/383 reg 5", gives="pence",
      label=Words("Most you can have in advance", cy="Y mwyaf y gallwch ei gael ymlaen llaw"),
      says=Words("While you wait for your first payment you can have up to a month's award in advance.",
                 cy="Tra byddwch yn aros am eich taliad cyntaf gallwch gael hyd at fis o'ch dyfarniad ymlaen llaw."))
def most_first_advance(award: Any) -> Any:
    """Pence: the whole of one month's award."""
    return award + NOTHING


@rule(cites="SI 2013/383 reg 9", gives="pence_per_month",
      label=Words("Paid back each month", cy="Wedi'i dalu'n ôl bob mis"),
      says=Words("An advance is paid back over up to 24 months.",
                 cy="Mae blaendaliad yn cael ei dalu'n ôl dros hyd at 24 mis."))
def advance_instalment(most_first_advance: Any, advance_terms: Any) -> Any:
    """Pence per month for the most that may be had; rounded up so that the months are enough."""
    return divide(most_first_advance, advance_terms.repaid_over, rounding=UP)


@rule(cites="SI 2013/383 reg 11", gives="yes_no",
      label=Words("Asks for a budgeting advance", cy="Yn gofyn am flaendal cyllidebu"),
      says=Words("You can ask for an advance for a one-off cost.", cy="Gallwch ofyn am flaendal am gost untro."))
def asks_for_advance(universal_credit_asks_for_budgeting_advance: Any) -> Any:
    """Whether a budgeting advance is asked for."""
    return universal_credit_asks_for_budgeting_advance


@rule(cites="SI 2013/383 reg 12", gives="yes_no",
      label=Words("May have a budgeting advance", cy="Yn cael cael blaendal cyllidebu"),
      says=Words("You can have one after 6 months on benefit, if you owe no other and have not earned too much. For "
                 "work "
                 "you need not wait.",
                 cy="Gallwch gael un ar ôl 6 mis ar fudd-dal, os nad oes arnoch un arall ac nad ydych wedi ennill "
                    "gormod. "
                    "Ar gyfer gwaith nid oes rhaid i chi aros."),
      only_if=dict.fromkeys((
          "universal_credit_advance_is_for_work", "universal_credit_months_on_benefit", "universal_credit_full_periods",
          "universal_credit_earnings_in_last_periods", "universal_credit_owes_budgeting_advance"), "asks_for_advance"))
def may_have_advance(
    asks_for_advance: Any, universal_credit_advance_is_for_work: Any, universal_credit_months_on_benefit: Any,
    universal_credit_full_periods: Any, universal_credit_earnings_in_last_periods: Any,
    universal_credit_owes_budgeting_advance: Any, is_joint_claim: Any, budgeting_advance: Any, advance_terms: Any,
) -> Any:
    """Whether every condition is met; the earnings limit is in proportion (N x P / 6) for someone who did not wait."""
    limit = where(is_joint_claim, budgeting_advance.couple_earnings, budgeting_advance.single_earnings)
    waited = universal_credit_months_on_benefit >= advance_terms.on_benefit
    periods = where(asks_for_advance, lower(universal_credit_full_periods, advance_terms.periods), NOTHING)
    in_proportion = divide(limit * periods, advance_terms.periods, rounding=DOWN)
    earned_too_much = universal_credit_earnings_in_last_periods > where(waited, limit, in_proportion)
    return (asks_for_advance & (waited | universal_credit_advance_is_for_work) & no(earned_too_much)
            & no(universal_credit_owes_budgeting_advance))


@rule(cites="SI 2013/383 regs 15, 16", gives="pence",
      label=Words("Most budgeting advance", cy="Y blaendal cyllidebu mwyaf"),
      says=Words("The most is £348 if you are single, £464 for a couple and £812 with a child. Savings over £1,000 "
                 "lower "
                 "it, and we pay no less than £100.",
                 cy="Y mwyaf yw £348 os ydych yn sengl, £464 i gwpl ac £812 gyda phlentyn. Mae cynilion dros £1,000 yn "
                    "ei ostwng, ac nid ydym yn talu llai na £100."))
def most_budgeting_advance(
    may_have_advance: Any, has_child: Any, is_joint_claim: Any, capital: Any, budgeting_advance: Any,
) -> Any:
    """Pence."""
    most = choose(
        ("with a child", has_child, budgeting_advance.with_child),
        ("couple", is_joint_claim, budgeting_advance.couple),
        otherwise=("single", budgeting_advance.single),
    )
    left = at_least_zero(most - at_least_zero(capital - budgeting_advance.savings_ignored))
    return where(may_have_advance & (left >= budgeting_advance.least), left, NOTHING)
