"""What a person must look at: no figure is given, not even a provisional one."""
from __future__ import annotations

from typing import Any

from entitle.kernel.words import Words
from entitle.rules.calendar import birthday
from entitle.rules.decorator import rule
from entitle.rules.row_by_row import no


@rule(cites="GOV.UK, New Style Jobseeker's Allowance: eligibility", gives="yes_no",
      label=Words("Under 18", cy="Dan 18 oed"),
      says=Words("You are under 18, so a person looks at your claim.",
                 cy="Rydych dan 18 oed, felly mae person yn edrych ar eich cais."))
def under_18(person_born_on: Any, claim_made_on: Any, adult_age: Any) -> Any:
    """Whether not yet 18 on the day of the claim: only some may have it."""
    return birthday(person_born_on, adult_age) > claim_made_on


@rule(cites="JA 1995 s6D, s6E", gives="yes_no",
      label=Words("Not looking for work", cy="Ddim yn chwilio am waith"),
      says=Words("You are not looking for work, or not free to start, so a person talks to you about it.",
                 cy="Nid ydych yn chwilio am waith, neu nid ydych yn rhydd i ddechrau, felly mae person yn siarad â "
                    "chi am hynny."))
def not_looking(jsa_looks_for_work: Any) -> Any:
    """Whether a person must say which requirements apply."""
    return no(jsa_looks_for_work)


@rule(cites="JA 1995 s6J; SI 2013/378 reg 19", gives="yes_no",
      label=Words("How the last job ended", cy="Sut y daeth y swydd olaf i ben"),
      says=Words("You left your job or were dismissed, so a person asks you why.",
                 cy="Gadawsoch eich swydd neu cawsoch eich diswyddo, felly mae person yn gofyn pam."))
def left_last_job(jsa_why_last_job_ended: Any) -> Any:
    """Whether a reduction must be thought of."""
    return jsa_why_last_job_ended.is_one_of("left", "dismissed")


@rule(cites="JA 1995 s5(1)-(2); SI 2013/378 regs 37, 39", gives="yes_no",
      label=Words("An earlier claim", cy="Cais cynharach"),
      says=Words("You had this benefit in the last 3 years, so a person counts the days you have had.",
                 cy="Cawsoch y budd-dal hwn yn y 3 blynedd diwethaf, felly mae person yn cyfrif y dyddiau a gawsoch."))
def earlier_claim(jsa_had_before: Any) -> Any:
    """Whether days or years of an earlier claim may count."""
    return jsa_had_before


@rule(cites="JA 1995 s2(2); SI 2013/378 reg 35", gives="yes_no",
      label=Words("Abroad with the armed forces", cy="Dramor gyda'r lluoedd arfog"),
      says=Words("You lived abroad with a partner in the armed forces, so a person checks which tax years count.",
                 cy="Buoch yn byw dramor gyda phartner yn y lluoedd arfog, felly mae person yn gwirio pa flynyddoedd "
                    "treth sy'n cyfrif."))
def abroad_with_forces(jsa_abroad_with_forces: Any) -> Any:
    """Whether any tax year may satisfy the first condition."""
    return jsa_abroad_with_forces


@rule(cites="JA 1995 s2(4)", gives="yes_no",
      label=Words("The record is for other years", cy="Mae'r cofnod ar gyfer blynyddoedd eraill"),
      says=Words("The National Insurance record we hold is for other tax years, so a person asks for the right ones.",
                 cy="Mae'r cofnod Yswiriant Gwladol sydd gennym ar gyfer blynyddoedd treth eraill, felly mae person yn "
                    "gofyn am y rhai cywir."))
def record_of_other_years(national_insurance_first_year_from_on: Any, first_tax_year_on: Any) -> Any:
    """Whether the record held is not of the relevant years."""
    return national_insurance_first_year_from_on != first_tax_year_on


@rule(cites="JA 1995 s2(2A)-(2B)", gives="yes_no",
      label=Words("The record does not add up", cy="Nid yw'r cofnod yn gywir"),
      says=Words("Your National Insurance record shows weeks with too little pay in them, so a person checks it.",
                 cy="Mae eich cofnod Yswiriant Gwladol yn dangos wythnosau â rhy ychydig o gyflog, felly mae person yn "
                    "ei wirio."))
def record_does_not_add_up(
    national_insurance_first_year_class_1_weeks: Any, first_year_weeks: Any,
    national_insurance_second_year_class_1_weeks: Any, second_year_weeks: Any,
) -> Any:
    """Whether weeks of Class 1 are held that their pay cannot have earned."""
    return ((national_insurance_first_year_class_1_weeks != first_year_weeks)
            | (national_insurance_second_year_class_1_weeks != second_year_weeks))
