"""Starting later: Pensions Act 2014 sections 16 to 18; State Pension Regulations 2015 regulations 10 to 12A.

Not coded, and handed to a person: weeks that do not count because another benefit was paid (section 18, regulation 11);
the yearly increase of an increment already awarded (section 17(6)). Not coded: a rate that changed during the deferral
otherwise than by uprating (regulation 12A), which the National Insurance record does not tell.
"""
from __future__ import annotations

from typing import Any

import numpy as np

from entitle.kernel.money import HALF_UP
from entitle.kernel.words import Words
from entitle.rules.calendar import whole_weeks
from entitle.rules.choose import choose
from entitle.rules.decorator import rule
from entitle.rules.row_by_row import no


@rule(cites="PA 2014 s17(3), (8)", gives="weeks",
      label=Words("Whole weeks put off", cy="Wythnosau cyfan a ohiriwyd"),
      says=Words("We count the whole weeks between State Pension age and the start of your State Pension.",
                 cy="Rydym yn cyfrif yr wythnosau cyfan rhwng oedran Pensiwn y Wladwriaeth a dechrau eich Pensiwn y "
                    "Wladwriaeth."))
def weeks_deferred(pension_age_on: Any, start_on: Any) -> Any:
    """Whole weeks; part weeks are not counted."""
    return whole_weeks(pension_age_on, start_on)


@rule(cites="PA 2014 s17(2)", gives="yes_no",
      label=Words("Put off long enough to count", cy="Wedi gohirio'n ddigon hir i gyfrif"),
      says=Words("You get more only if the increase would be at least 1%, which takes 9 weeks.",
                 cy="Dim ond os byddai'r cynnydd o leiaf 1% y cewch fwy, sy'n cymryd 9 wythnos."))
def has_deferred(weeks_deferred: Any, under_old_scheme: Any, increment_share: Any, least_increment_share: Any) -> Any:
    """Whether the whole weeks of a new State Pension's deferral together reach the least increase that is paid."""
    return no(under_old_scheme) & increment_share.times(weeks_deferred).is_at_least(least_increment_share)


@rule(cites="PA 2014 s17(1)-(4); SI 2015/173 reg 10", gives="pence_per_week",
      label=Words("Increase for starting later", cy="Cynnydd am ddechrau'n hwyrach"),
      says=Words("If you put your State Pension off for 9 weeks or more, it goes up by 1/9 of 1% for every whole week.",
                 cy="Os byddwch yn gohirio eich Pensiwn y Wladwriaeth am 9 wythnos neu fwy, mae'n codi 1/9 o 1% am bob "
                    "wythnos gyfan."))
def deferral_increment(rate_for_record: Any, weeks_deferred: Any, has_deferred: Any, increment_share: Any) -> Any:
    """Pence per week, of the rate at the end of the deferral; rounded once, half a penny up."""
    return choose(
        ("put off long enough", has_deferred, increment_share.of(rate_for_record * weeks_deferred, rounding=HALF_UP)),
        otherwise=("not put off, or for less than 9 weeks", np.int64(0)),
    )
