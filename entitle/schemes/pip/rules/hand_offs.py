"""What a person must look at: no figure is given, not even a provisional one."""
from __future__ import annotations

from typing import Any

import numpy as np

from entitle.kernel.words import Words
from entitle.rules.decorator import rule
from entitle.rules.row_by_row import no
from entitle.schemes.pip.rules.activities import DAYS_CONTRADICT


@rule(cites="SI 2013/377 regs 16-21", gives="yes_no",
      label=Words("Time abroad", cy="Amser dramor"),
      says=Words("You were abroad for some time, so a person checks if you were here long enough.",
                 cy="Buoch dramor am beth amser, felly mae person yn gwirio a fuoch chi yma'n ddigon hir."))
def time_abroad(pip_time_abroad: Any) -> Any:
    """Whether the test of presence, 104 weeks of the last 156, needs a person."""
    return pip_time_abroad


@rule(cites="SI 2013/377 reg 16(c)-(d)", gives="yes_no",
      label=Words("Right to live here to check", cy="Hawl i fyw yma i'w gwirio"),
      says=Words("You are not a British or Irish citizen, so a person checks your right to claim.",
                 cy="Nid ydych yn ddinesydd Prydeinig neu Wyddelig, felly mae person yn gwirio eich hawl i hawlio."))
def residence_to_check(pip_british_or_irish: Any) -> Any:
    """Whether habitual residence or immigration control needs a person."""
    return no(pip_british_or_irish)


@rule(cites="WRA 2012 ss85-87; SI 2013/377 regs 28-32", gives="yes_no",
      label=Words("Not living at home", cy="Ddim yn byw gartref"),
      says=Words("You are in hospital, a care home or prison, so a person checks what we can pay.",
                 cy="Rydych mewn ysbyty, cartref gofal neu garchar, felly mae person yn gwirio beth allwn ei dalu."))
def away_from_home(pip_stays_in: Any) -> Any:
    """Whether a stay may stop one component or both from being paid."""
    return pip_stays_in.is_one_of("hospital", "care_home", "prison")


@rule(cites="SI 2013/377 regs 15, 25-27; SI 2013/387", gives="yes_no",
      label=Words("Had an award before", cy="Wedi cael dyfarniad o'r blaen"),
      says=Words("You had PIP or Disability Living Allowance not long ago, so a person checks if that time counts.",
                 cy="Cawsoch PIP neu Lwfans Byw i'r Anabl yn ddiweddar, felly mae person yn gwirio a yw'r amser "
                    "hwnnw'n "
                    "cyfrif."))
def earlier_award(pip_had_award_before: Any) -> Any:
    """Whether an earlier award may change the waiting time or the age limit."""
    return pip_had_award_before


@rule(cites="SI 2013/377 reg 7", gives="yes_no",
      label=Words("Days to check", cy="Diwrnodau i'w gwirio"),
      says=Words("A level cannot have more days than there are, so a person checks the days.",
                 cy="Ni all lefel fod â mwy o ddiwrnodau nag sydd, felly mae person yn gwirio'r diwrnodau."))
def days_to_check(
    preparing_food_descriptor: Any, taking_nutrition_descriptor: Any, managing_therapy_descriptor: Any,
    washing_descriptor: Any, toilet_needs_descriptor: Any, dressing_descriptor: Any, communicating_descriptor: Any,
    reading_descriptor: Any, engaging_descriptor: Any, budgeting_descriptor: Any, planning_journeys_descriptor: Any,
    moving_around_descriptor: Any,
) -> Any:
    """Whether the days of any activity contradict the days counted."""
    lowest = np.minimum.reduce(np.broadcast_arrays(
        preparing_food_descriptor, taking_nutrition_descriptor, managing_therapy_descriptor, washing_descriptor,
        toilet_needs_descriptor, dressing_descriptor, communicating_descriptor, reading_descriptor,
        engaging_descriptor, budgeting_descriptor, planning_journeys_descriptor, moving_around_descriptor,
    ))
    return lowest == DAYS_CONTRADICT
