"""Childcare costs: WRA 2012 section 12; UC Regs 2013 regs 31 to 35.

Not coded: which period a charge belongs to (regs 33(2), 34A), what is relevant childcare (reg 35) and charges met by
someone else (reg 34(2)): the charges given are those that count for the period.
"""
from __future__ import annotations

from typing import Any

from entitle.kernel.money import HALF_UP
from entitle.kernel.words import Words
from entitle.rules.choose import choose
from entitle.rules.decorator import rule
from entitle.rules.row_by_row import NOTHING, ONE, lower, no
from entitle.rules.units import all_of, any_of, count
from entitle.schemes.universal_credit.rules.amounts import where_it_holds


@rule(cites="UC Regs 2013 reg 32(1)(a), (2)", gives="yes_no", unit="adult",
      label=Words("In paid work", cy="Mewn gwaith â thâl"),
      says=Words("You must be in work, or about to start.", cy="Rhaid i chi fod mewn gwaith, neu ar fin dechrau."))
def is_working(adult_in_paid_work: Any) -> Any:
    """Whether in paid work, with an offer of it, just out of it, or on statutory pay."""
    return adult_in_paid_work


@rule(cites="UC Regs 2013 reg 32(1)(b)", gives="yes_no", unit="adult",
      label=Words("Cannot look after the child", cy="Ni all ofalu am y plentyn"),
      says=Words("If you are a couple, you must both work. It is enough if one works and the other is too ill, or is "
                 "a carer.",
                 cy="Os ydych yn gwpl, rhaid i'r ddau ohonoch weithio. Mae'n ddigon os yw un yn gweithio a'r llall yn "
                    "rhy sâl, neu'n ofalwr."))
def works_or_cannot_mind_child(is_working: Any, has_limited_capability: Any, is_carer_for_award: Any) -> Any:
    """Whether working, or unable to give childcare because of limited capability or caring."""
    return is_working | has_limited_capability | is_carer_for_award


@rule(cites="UC Regs 2013 reg 32", gives="yes_no",
      label=Words("Working enough for childcare help", cy="Yn gweithio digon i gael help gofal plant"),
      says=Words("You can get help with childcare if you work, and so does your partner or they can't.",
                 cy="Gallwch gael help gyda gofal plant os ydych yn gweithio, a'ch partner hefyd neu os na all."))
def meets_work_condition(is_working: Any, works_or_cannot_mind_child: Any) -> Any:
    """Whether somebody works, and nobody is free to look after the child."""
    return any_of(is_working) & all_of(works_or_cannot_mind_child)


@rule(cites="UC Regs 2013 reg 33(1)(a)", gives="yes_no", unit="child",
      label=Words("Young enough for childcare help", cy="Yn ddigon ifanc i gael help gofal plant"),
      says=Words("Help with childcare ends on 31 August after a child turns 16.",
                 cy="Mae help gyda gofal plant yn dod i ben ar 31 Awst ar ôl i blentyn droi'n 16."))
def may_be_in_childcare(is_child_of_claim: Any, is_before_first_september: Any) -> Any:
    """Whether the child may have relevant childcare."""
    return is_child_of_claim & is_before_first_september


@rule(cites="UC Regs 2013 reg 33(1)", gives="yes_no",
      label=Words("May pay for childcare", cy="Gall dalu am ofal plant"),
      says=Words("We look at whether you have a child young enough for childcare.",
                 cy="Rydym yn edrych a oes gennych blentyn sy'n ddigon ifanc i gael gofal plant."))
def may_pay_for_childcare(may_be_in_childcare: Any) -> Any:
    """Whether any child may have relevant childcare."""
    return any_of(may_be_in_childcare)


@rule(cites="UC Regs 2013 reg 33(1)", gives="yes_no",
      label=Words("Paid for childcare", cy="Wedi talu am ofal plant"),
      says=Words("We look at whether you paid for childcare.", cy="Rydym yn edrych a wnaethoch dalu am ofal plant."),
      only_if={"household_pays_childcare": "may_pay_for_childcare"})
def pays_for_childcare(may_pay_for_childcare: Any, household_pays_childcare: Any) -> Any:
    """Whether charges were paid for relevant childcare in the period."""
    return may_pay_for_childcare & household_pays_childcare


@rule(cites="UC Regs 2013 reg 34(1)", gives="pence_per_month",
      label=Words("Childcare paid for", cy="Gofal plant y talwyd amdano"),
      says=Words("We count what you paid for childcare.", cy="Rydym yn cyfrif yr hyn a dalwyd gennych am ofal plant."),
      only_if={"household_childcare_charges": "pays_for_childcare"})
def childcare_charges(pays_for_childcare: Any, household_childcare_charges: Any) -> Any:
    """Pence in the period."""
    return where_it_holds(pays_for_childcare, household_childcare_charges)


@rule(cites="UC Regs 2013 reg 36", gives="children",
      label=Words("Children in childcare", cy="Plant mewn gofal plant"),
      says=Words("We count the children you paid childcare for.",
                 cy="Rydym yn cyfrif y plant y talwyd gofal plant ar eu cyfer."),
      only_if={"household_children_in_childcare": "pays_for_childcare"})
def children_in_childcare(
    pays_for_childcare: Any, household_children_in_childcare: Any, may_be_in_childcare: Any,
) -> Any:
    """How many, of those who are young enough."""
    return lower(where_it_holds(pays_for_childcare, household_children_in_childcare), count(may_be_in_childcare))


@rule(cites="UC Regs 2013 regs 31, 34(1), 36; rounding: reg 6(1)", gives="pence_per_month",
      label=Words("Childcare element", cy="Elfen gofal plant"),
      says=Words("We pay 85% of your childcare costs, up to a limit for one child or for two or more.",
                 cy="Rydym yn talu 85% o'ch costau gofal plant, hyd at derfyn ar gyfer un plentyn neu ar gyfer dau neu "
                    "fwy."))
def childcare_element(
    childcare_charges: Any, children_in_childcare: Any, meets_work_condition: Any, childcare_share: Any,
    childcare_maximum: Any,
) -> Any:
    """Pence per month; the share is rounded once, half a penny up."""
    met = childcare_share.of(childcare_charges, rounding=HALF_UP)
    return choose(
        ("not working enough", no(meets_work_condition), NOTHING),
        ("two children or more", children_in_childcare > ONE, lower(met, childcare_maximum.two_or_more)),
        otherwise=("one child", lower(met, childcare_maximum.one_child)),
    )
