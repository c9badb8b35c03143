"""Who is assessed: those whose age and country do not rule a claim out: Welfare Reform Act 2012 sections 77 and 80.

Not coded, and handed to a person: residence and presence, and immigration control (regulations 16 to 23).
"""
from __future__ import annotations

from typing import Any

from entitle.kernel.words import Words
from entitle.rules.decorator import rule
from entitle.rules.row_by_row import no


@rule(cites="WRA 2012 s77(3); SSI 2022/54; NISR 2016/217", gives="yes_no",
      label=Words("Lives outside England and Wales", cy="Yn byw y tu allan i Gymru a Lloegr"),
      says=Words("PIP is for people who live in England or Wales.",
                 cy="Mae PIP ar gyfer pobl sy'n byw yng Nghymru neu Loegr."))
def lives_elsewhere(pip_lives_in: Any) -> Any:
    """Scotland and Northern Ireland each pay a benefit of their own in its place."""
    return no(pip_lives_in.is_one_of("england", "wales"))


@rule(cites="WRA 2012 s80(3)", gives="yes_no",
      label=Words("Needs an assessment", cy="Angen asesiad"),
      says=Words("A health professional looks at how your health affects you, if you can claim at all.",
                 cy="Mae gweithiwr iechyd yn edrych ar sut mae eich iechyd yn effeithio arnoch, os gallwch hawlio o "
                    "gwbl."))
def is_assessed(too_young: Any, over_pension_age: Any, lives_elsewhere: Any) -> Any:
    """Nobody is assessed whose age or country rules the claim out."""
    return no(too_young | over_pension_age | lives_elsewhere)
