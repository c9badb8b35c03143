"""Near the end of life: Welfare Reform Act 2012 section 82."""
from __future__ import annotations

from typing import Any

from entitle.kernel.words import Words
from entitle.rules.calendar import add_months
from entitle.rules.decorator import rule
from entitle.rules.row_by_row import no


@rule(cites="WRA 2012 s82(4)", gives="date",
      label=Words("End of life: the date we ask about", cy="Diwedd oes: y dyddiad y gofynnwn amdano"),
      says=Words("We ask a doctor or nurse if you may not live past this day.",
                 cy="Rydym yn gofyn i feddyg neu nyrs a allech beidio â byw ar ôl y diwrnod hwn."))
def end_of_life_asked_until_on(claim_made_on: Any, terminal_illness_months: Any) -> Any:
    """Death is to be reasonably expected by then: so many months from the claim."""
    return add_months(claim_made_on, terminal_illness_months)


@rule(cites="WRA 2012 s82(1), (4)", gives="yes_no",
      label=Words("Says they are near the end of life", cy="Yn dweud eu bod yn agos at ddiwedd oes"),
      says=Words("You told us about the end of life.", cy="Dywedoch wrthym am ddiwedd oes."))
def says_near_end_of_life(is_assessed: Any, health_near_end_of_life: Any) -> Any:
    """Whether a doctor or nurse is to be asked."""
    return is_assessed & health_near_end_of_life


@rule(cites="WRA 2012 s82(1), (4)", gives="yes_no",
      label=Words("Near the end of life", cy="Yn agos at ddiwedd oes"),
      says=Words("Near the end of life you do not have to wait, and you get the higher rate for daily living.",
                 cy="Yn agos at ddiwedd oes nid oes rhaid i chi aros, a chewch y gyfradd uwch am fyw bob dydd."),
      only_if={"pip_assessment_near_end_of_life": "says_near_end_of_life"})
def near_end_of_life(says_near_end_of_life: Any, pip_assessment_near_end_of_life: Any) -> Any:
    """Whether the claimant says so and the health professional confirms it."""
    return says_near_end_of_life & pip_assessment_near_end_of_life


@rule(cites="WRA 2012 s82(2)-(3)", gives="yes_no",
      label=Words("Needs every activity looked at", cy="Angen edrych ar bob gweithgaredd"),
      says=Words("We look at all twelve activities.", cy="Rydym yn edrych ar bob un o'r deuddeg gweithgaredd."))
def is_fully_assessed(is_assessed: Any, near_end_of_life: Any) -> Any:
    """Daily living and how long the need lasts are not looked at near the end of life."""
    return is_assessed & no(near_end_of_life)
