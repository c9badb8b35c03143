"""What the paying parent's circumstances alone decide: CSA 1991 Schedule 1 paragraphs 4 and 5; 2012 Regulations
regulations 44, 45 and 49.
"""
from __future__ import annotations

from typing import Any

from entitle.kernel.words import Words
from entitle.rules.decorator import rule
from entitle.rules.row_by_row import no


@rule(cites="CSA 1991 s11, s12(1)", gives="yes_no",
      label=Words("We know enough to work it out", cy="Rydym yn gwybod digon i'w gyfrifo"),
      says=Words("We can work it out when we know what the parent who pays earns.",
                 cy="Gallwn ei gyfrifo pan fyddwn yn gwybod beth y mae'r rhiant sy'n talu yn ei ennill."))
def is_calculated(paying_parent_tells_income: Any) -> Any:
    """Whether this is a calculation; if not, it is a default maintenance decision."""
    return paying_parent_tells_income


@rule(cites="CSA 1991 Sch 1 para 5(a); SI 2012/2677 reg 45(1)", gives="yes_no",
      label=Words("In a group that pays nothing", cy="Mewn grŵp nad yw'n talu dim"),
      says=Words("Some people never have to pay. A child is one. So is someone in prison.",
                 cy="Nid oes rhaid i rai pobl dalu byth. Mae plentyn yn un. Felly hefyd rhywun yn y carchar."),
      only_if={"paying_parent_situation": "is_calculated"})
def in_nil_group(is_calculated: Any, paying_parent_situation: Any) -> Any:
    """Whether the paying parent is of a description prescribed for the nil rate."""
    return is_calculated & paying_parent_situation.is_one_of(
        "child", "prison", "young_on_benefit", "young_in_training", "care_home")


@rule(cites="CSA 1991 Sch 1 para 4(1)(b), (c); SI 2012/2677 reg 44(1), (2)", gives="yes_no",
      label=Words("On a benefit that sets a flat rate", cy="Ar fudd-dal sy'n pennu cyfradd wastad"),
      says=Words("Some benefits set a flat rate. It does not matter what else the person earns.",
                 cy="Mae rhai budd-daliadau yn pennu cyfradd wastad. Nid oes ots beth arall y mae'r person yn ei "
                    "ennill."),
      only_if={"paying_parent_gets_listed_benefit": "is_calculated",
               "paying_parent_low_income_benefit": "is_calculated"})
def is_on_flat_rate_benefit(
    is_calculated: Any, paying_parent_gets_listed_benefit: Any, paying_parent_low_income_benefit: Any,
) -> Any:
    """Whether a benefit of the paying parent's, or a low income benefit of theirs or their partner's, is paid."""
    return is_calculated & (paying_parent_gets_listed_benefit | paying_parent_low_income_benefit)


@rule(cites="CSA 1991 Sch 1 paras 4 and 5", gives="yes_no",
      label=Words("Income matters", cy="Mae incwm yn bwysig"),
      says=Words("In most cases we need to know the income.",
                 cy="Yn y rhan fwyaf o achosion mae angen i ni wybod yr incwm."))
def needs_income(is_calculated: Any, in_nil_group: Any, is_on_flat_rate_benefit: Any) -> Any:
    """Whether the rate depends on income."""
    return is_calculated & no(in_nil_group) & no(is_on_flat_rate_benefit)
