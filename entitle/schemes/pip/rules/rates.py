"""What the components come to: sections 77 to 79, regulation 24."""
from __future__ import annotations

from typing import Any

import numpy as np

from entitle.kernel.words import Words
from entitle.rules.choose import choose
from entitle.rules.decorator import rule


@rule(cites="WRA 2012 s78(3); SI 2013/377 reg 24(1)", gives="pence_per_week",
      label=Words("Daily living each week", cy="Byw bob dydd bob wythnos"),
      says=Words("The daily living part of your PIP.", cy="Rhan byw bob dydd eich PIP."))
def daily_living_amount(daily_living_limited: Any, daily_living_severely_limited: Any, daily_living_rates: Any) -> Any:
    """Pence per week."""
    return choose(
        ("enhanced", daily_living_severely_limited, daily_living_rates.enhanced),
        ("standard", daily_living_limited, daily_living_rates.standard),
        otherwise=("none", np.int64(0)),
    )


@rule(cites="WRA 2012 s79(3); SI 2013/377 reg 24(2)", gives="pence_per_week",
      label=Words("Mobility each week", cy="Symudedd bob wythnos"),
      says=Words("The mobility part of your PIP.", cy="Rhan symudedd eich PIP."))
def mobility_amount(mobility_limited: Any, mobility_severely_limited: Any, mobility_rates: Any) -> Any:
    """Pence per week."""
    return choose(
        ("enhanced", mobility_severely_limited, mobility_rates.enhanced),
        ("standard", mobility_limited, mobility_rates.standard),
        otherwise=("none", np.int64(0)),
    )


@rule(cites="WRA 2012 s77(2)", gives="pence_per_week",
      label=Words("Your PIP each week", cy="Eich PIP bob wythnos"),
      says=Words("Your PIP is the two parts added up.", cy="Eich PIP yw'r ddwy ran wedi'u hadio."))
def weekly_amount(daily_living_amount: Any, mobility_amount: Any) -> Any:
    """Pence per week."""
    return daily_living_amount + mobility_amount
