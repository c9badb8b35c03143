"""Limited capability for work and for work-related activity: ESA Regulations 2013 Parts 4 and 5.

Until the assessment a fit note is enough (regulation 26). After it, what the health professional found decides. Not
coded: being treated as having limited capability in hospital, by infection or in pregnancy (regulations 16 to 22),
which the health professional records as a risk to health.
"""
from __future__ import annotations

from typing import Any

from entitle.kernel.words import Words
from entitle.rules.decorator import rule
from entitle.rules.row_by_row import no


@rule(cites="SI 2013/379 regs 7(1)(a), 31(1)", gives="yes_no",
      label=Words("Near the end of life", cy="Yn agos at ddiwedd oes"),
      says=Words("When a doctor or nurse says that a life may end within 12 months, no assessment is needed.",
                 cy="Pan fydd meddyg neu nyrs yn dweud y gall bywyd ddod i ben o fewn 12 mis, nid oes angen asesiad."))
def near_end_of_life(health_near_end_of_life: Any) -> Any:
    """Whether terminally ill."""
    return health_near_end_of_life


@rule(cites="WRA 2007 s8, s9; SI 2013/379 regs 15, 30", gives="yes_no",
      label=Words("Assessment has been made", cy="Asesiad wedi'i wneud"),
      says=Words("A health professional looks at what you can do. This is the work capability assessment.",
                 cy="Mae gweithiwr iechyd yn edrych ar yr hyn y gallwch ei wneud. Dyma'r asesiad o allu i weithio."))
def outcome_known(esa_assessed: Any, near_end_of_life: Any) -> Any:
    """Whether the findings of an assessment decide; never needed near the end of life."""
    return esa_assessed & no(near_end_of_life)


@rule(cites="WRA 2007 s1(3)(a), s8; SI 2013/379 regs 15, 25, Sch 2", gives="yes_no",
      label=Words("Found able to work", cy="Wedi'ch cael yn abl i weithio"),
      says=Words("You need 15 points, or a serious risk to your health from work.",
                 cy="Mae angen 15 pwynt arnoch, neu risg ddifrifol i'ch iechyd o weithio."),
      only_if={"esa_points": "outcome_known", "esa_at_risk_if_working": "outcome_known"})
def fit_for_work(outcome_known: Any, esa_points: Any, esa_at_risk_if_working: Any, points_needed: Any) -> Any:
    """Whether an assessment found no limited capability for work."""
    return outcome_known & (esa_points < points_needed) & no(esa_at_risk_if_working)


@rule(cites="WRA 2007 s9; SI 2013/379 regs 30-31, Sch 3", gives="yes_no",
      label=Words("In the support group", cy="Yn y grŵp cymorth"),
      says=Words("You are in the support group if your illness stops you getting ready for work.",
                 cy="Rydych yn y grŵp cymorth os yw eich salwch yn eich atal rhag paratoi am waith."),
      only_if={"esa_meets_support_test": "outcome_known", "esa_at_risk_if_preparing": "outcome_known"})
def in_support_group(
    near_end_of_life: Any, outcome_known: Any, esa_meets_support_test: Any, esa_at_risk_if_preparing: Any,
) -> Any:
    """Whether there is, or is treated as being, limited capability for work-related activity."""
    return near_end_of_life | (outcome_known & (esa_meets_support_test | esa_at_risk_if_preparing))


@rule(cites="WRA 2007 s2(2)-(4), s24(2); SI 2013/379 regs 5, 7", gives="yes_no",
      label=Words("Past the assessment stage", cy="Wedi mynd heibio'r cyfnod asesu"),
      says=Words("The first stage lasts for 13 weeks, and then until your assessment is made.",
                 cy="Mae'r cam cyntaf yn para am 13 wythnos, ac yna nes bod eich asesiad wedi'i wneud."))
def in_main_phase(near_end_of_life: Any, outcome_known: Any, main_phase_from_on: Any, paid_on: Any) -> Any:
    """Whether the assessment phase is over on the day that is paid for."""
    return near_end_of_life | (outcome_known & (main_phase_from_on <= paid_on))
