"""What a person must look at: no figure is given, not even a provisional one.

Each holds where the law needs more than the rules here can work out.
"""
from __future__ import annotations

from typing import Any

from entitle.kernel.words import Words
from entitle.rules.decorator import rule


@rule(cites="PA 2014 s20; SI 2015/173 Part 6", gives="yes_no",
      label=Words("Time abroad", cy="Amser dramor"),
      says=Words("You have lived or worked abroad, so we check whether another country's record counts.",
                 cy="Rydych wedi byw neu weithio dramor, felly rydym yn gwirio a yw cofnod gwlad arall yn cyfrif."))
def time_abroad(state_pension_lived_abroad: Any) -> Any:
    """Whether there was any time abroad."""
    return state_pension_lived_abroad


@rule(cites="PA 2014 ss4-5, Schs 1-2", gives="yes_no",
      label=Words("Record from before April 2016", cy="Cofnod o cyn Ebrill 2016"),
      says=Words("You have National Insurance from before 6 April 2016, so we work out a starting amount under both "
                 "sets of rules.",
                 cy="Mae gennych Yswiriant Gwladol o cyn 6 Ebrill 2016, felly rydym yn cyfrifo swm cychwynnol o dan y "
                    "ddwy set o reolau."))
def transitional_record(national_insurance_has_transitional_record: Any) -> Any:
    """Whether any of the record is from before the new State Pension began."""
    return national_insurance_has_transitional_record


@rule(cites="PA 2014 s7, s11, Schs 3, 6-7", gives="yes_no",
      label=Words("Rights through marriage", cy="Hawliau drwy briodas"),
      says=Words("You may have rights through a husband, wife or civil partner, so a person checks.",
                 cy="Efallai fod gennych hawliau drwy ŵr, gwraig neu bartner sifil, felly mae person yn gwirio."))
def marriage_based_rights(person_relationship: Any, national_insurance_reduced_rate_election: Any) -> Any:
    """A bereaved or divorced person, or anyone who chose to pay the reduced rate of National Insurance."""
    return person_relationship.is_one_of("widowed", "divorced") | national_insurance_reduced_rate_election


@rule(cites="PA 2014 s18; SI 2015/173 reg 11", gives="yes_no",
      label=Words("Another benefit while putting off State Pension", cy="Budd-dal arall wrth ohirio Pensiwn y "
                                                                        "Wladwriaeth"),
      says=Words("You had another benefit while you put off your State Pension, so a person checks which weeks count.",
                 cy="Cawsoch fudd-dal arall wrth ohirio eich Pensiwn y Wladwriaeth, felly mae person yn gwirio pa "
                    "wythnosau sy'n cyfrif."),
      only_if={"state_pension_benefits_while_delaying": "has_deferred"})
def benefits_while_delaying(has_deferred: Any, state_pension_benefits_while_delaying: Any) -> Any:
    """Whether weeks of the deferral may not count."""
    return has_deferred & state_pension_benefits_while_delaying


@rule(cites="PA 2014 s17(6)", gives="yes_no",
      label=Words("Increase from before the last April", cy="Cynnydd o cyn yr Ebrill diwethaf"),
      says=Words("You have an increase for starting later from before the latest April rise, which raises it by a "
                 "percentage of its own.",
                 cy="Mae gennych gynnydd am ddechrau'n hwyrach o cyn codiad diweddaraf mis Ebrill, sy'n ei godi yn ôl "
                    "canran ei hun."))
def increment_to_uprate(start_on: Any, has_deferred: Any, rates_date: Any) -> Any:
    """Whether an increment was awarded at an earlier year's rate."""
    return has_deferred & (start_on < rates_date)
