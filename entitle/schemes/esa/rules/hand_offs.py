"""What a person must look at: no figure is given, not even a provisional one."""
from __future__ import annotations

from typing import Any

from entitle.kernel.words import Words
from entitle.rules.decorator import rule


@rule(cites="WRA 2007 s1A; SI 2013/379 reg 86", gives="yes_no",
      label=Words("An earlier claim", cy="Cais cynharach"),
      says=Words("You had this benefit in the last 3 years, so a person counts the days you have had.",
                 cy="Cawsoch y budd-dal hwn yn y 3 blynedd diwethaf, felly mae person yn cyfrif y dyddiau a gawsoch."))
def earlier_claim(esa_had_before: Any) -> Any:
    """Whether days or years of an earlier claim may count."""
    return esa_had_before


@rule(cites="SI 2013/379 reg 9", gives="yes_no",
      label=Words("First test may be eased", cy="Gall y prawf cyntaf fod yn haws"),
      says=Words("The first National Insurance test may be easier for you, so a person checks it.",
                 cy="Efallai y bydd y prawf Yswiriant Gwladol cyntaf yn haws i chi, felly mae person yn ei wirio."))
def first_test_eased(esa_first_test_eased: Any) -> Any:
    """Whether any tax year may satisfy the first condition."""
    return esa_first_test_eased


@rule(cites="SI 2013/379 reg 26(2)(a); SI 1976/615 reg 2", gives="yes_no",
      label=Words("Fit note ran out", cy="Nodyn ffitrwydd wedi dod i ben"),
      says=Words("Your fit note ends before you claimed, so a person asks you for a new one.",
                 cy="Mae eich nodyn ffitrwydd yn dod i ben cyn i chi hawlio, felly mae person yn gofyn am un newydd."))
def fit_note_ran_out(health_fit_note_until_on: Any, claim_made_on: Any) -> Any:
    """Whether no medical evidence covers the day of the claim."""
    return health_fit_note_until_on < claim_made_on


@rule(cites="WRA 2007 Sch 1 para 3(1)(f)", gives="yes_no",
      label=Words("The record is for other years", cy="Mae'r cofnod ar gyfer blynyddoedd eraill"),
      says=Words("The National Insurance record we hold is for other tax years, so a person asks for the right ones.",
                 cy="Mae'r cofnod Yswiriant Gwladol sydd gennym ar gyfer blynyddoedd treth eraill, felly mae person yn "
                    "gofyn am y rhai cywir."))
def record_of_other_years(national_insurance_first_year_from_on: Any, first_tax_year_on: Any) -> Any:
    """Whether the record held is not of the relevant years."""
    return national_insurance_first_year_from_on != first_tax_year_on


@rule(cites="WRA 2007 Sch 1 para 1(3)-(4)", gives="yes_no",
      label=Words("The record does not add up", cy="Nid yw'r cofnod yn gywir"),
      says=Words("Your National Insurance record shows weeks with too little pay in them, so a person checks it.",
                 cy="Mae eich cofnod Yswiriant Gwladol yn dangos wythnosau â rhy ychydig o gyflog, felly mae person yn "
                    "ei wirio."))
def record_does_not_add_up(
    national_insurance_first_year_class_1_weeks: Any, first_year_class_1: Any,
    national_insurance_second_year_class_1_weeks: Any, second_year_class_1: Any,
) -> Any:
    """Whether weeks of Class 1 are held that their pay cannot have earned."""
    return ((national_insurance_first_year_class_1_weeks != first_year_class_1)
            | (national_insurance_second_year_class_1_weeks != second_year_class_1))
