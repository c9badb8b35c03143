"""What a person must look at before there is an answer. Each holds where the law needs more than the rules here say."""
from __future__ import annotations

from typing import Any

from entitle.kernel.words import Words
from entitle.rules.decorator import rule
from entitle.rules.row_by_row import no
from entitle.rules.units import any_of, of


@rule(cites="UC Regs 2013 reg 9(2) to (4)", gives="yes_no", unit="adult",
      label=Words("Came to the country lately", cy="Wedi dod i'r wlad yn ddiweddar"),
      says=Words("If you came to the country in the last 2 years, we check your right to live here.",
                 cy="Os daethoch i'r wlad yn y 2 flynedd ddiwethaf, rydym yn gwirio eich hawl i fyw yma."))
def is_new_to_country(is_claimant: Any, adult_abroad_in_last_two_years: Any) -> Any:
    """Whether a claimant's habitual residence is to be looked at."""
    return is_claimant & adult_abroad_in_last_two_years


@rule(cites="UC Regs 2013 reg 9", gives="yes_no",
      label=Words("Right to live here to be checked", cy="Hawl i fyw yma i'w gwirio"),
      says=Words("A person checks that you have the right to live here.",
                 cy="Mae person yn gwirio bod gennych hawl i fyw yma."))
def residence_to_check(is_new_to_country: Any) -> Any:
    """Whether either claimant's residence is to be looked at."""
    return any_of(is_new_to_country)


@rule(cites="UC Regs 2013 reg 19(1)(b), (2)", gives="yes_no",
      label=Words("In prison", cy="Yn y carchar"),
      says=Words("Prisoners can get help with rent only, for up to 6 months, so a person looks at your claim.",
                 cy="Dim ond help gyda rhent y gall carcharorion ei gael, am hyd at 6 mis, felly mae person yn "
                    "edrych ar "
                    "eich cais."))
def in_prison(person_is_prisoner: Any) -> Any:
    """Whether the claimant is a prisoner."""
    return person_is_prisoner


@rule(cites="SI 2013/381 Sch 1 para 26; SI 2013/380 reg 47(7)", gives="yes_no", unit="adult",
      label=Words("Reaches State Pension age in the period", cy="Yn cyrraedd oedran Pensiwn y Wladwriaeth yn y cyfnod"),
      says=Words("If you reach State Pension age in this period, your last payment may be for part of it.",
                 cy="Os byddwch yn cyrraedd oedran Pensiwn y Wladwriaeth yn y cyfnod hwn, gall eich taliad olaf fod am "
                    "ran ohono."))
def reaches_pension_age(is_claimant: Any, pension_age_on: Any, is_over_pension_age: Any, last_day_on: Any) -> Any:
    """Whether a claimant reaches it after the first day of the period and by its last."""
    return is_claimant & no(is_over_pension_age) & (pension_age_on <= of(last_day_on))


@rule(cites="SI 2013/381 Sch 1 para 26", gives="yes_no",
      label=Words("Last period before State Pension age", cy="Cyfnod olaf cyn oedran Pensiwn y Wladwriaeth"),
      says=Words("A person works out your last payment before State Pension age.",
                 cy="Mae person yn cyfrifo eich taliad olaf cyn oedran Pensiwn y Wladwriaeth."))
def last_period_before_pension(reaches_pension_age: Any, is_joint_claim: Any) -> Any:
    """Whether a single claimant reaches it in the period; a couple of mixed ages goes on."""
    return any_of(reaches_pension_age) & no(is_joint_claim)
