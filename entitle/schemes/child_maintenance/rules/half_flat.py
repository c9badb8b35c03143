"""Half the flat rate, for partners who both pay: CSA 1991 Schedule 1 paragraph 4(2); regulation 44(3)."""
from __future__ import annotations

from typing import Any

from entitle.kernel.words import Words
from entitle.rules.decorator import rule


@rule(cites="CSA 1991 Sch 1 para 4(2)", gives="yes_no",
      label=Words("On a low income benefit", cy="Ar fudd-dal incwm isel"),
      says=Words("We ask if the partner pays too. It only matters if they share a low income benefit.",
                 cy="Rydym yn gofyn a yw'r partner yn talu hefyd. Dim ond os ydynt yn rhannu budd-dal incwm isel y "
                    "mae ots."),
      only_if={"paying_parent_low_income_benefit": "is_flat_for_benefit"})
def may_halve_flat_rate(is_flat_for_benefit: Any, paying_parent_low_income_benefit: Any) -> Any:
    """Whether the flat rate is due to a benefit that partners may share."""
    return is_flat_for_benefit & paying_parent_low_income_benefit


@rule(cites="CSA 1991 Sch 1 para 4(2); SI 2012/2677 reg 44(3)", gives="yes_no",
      label=Words("Both partners pay", cy="Mae'r ddau bartner yn talu"),
      says=Words("Two partners may both have to pay. If they share a low income benefit, each pays half the flat "
                 "rate.",
                 cy="Gall fod rhaid i ddau bartner ill dau dalu. Os ydynt yn rhannu budd-dal incwm isel, mae pob "
                    "un yn talu hanner y gyfradd wastad."),
      only_if={"paying_parent_partner_also_pays": "may_halve_flat_rate"})
def halves_flat_rate(may_halve_flat_rate: Any, paying_parent_partner_also_pays: Any) -> Any:
    """Whether half the flat rate is paid."""
    return may_halve_flat_rate & paying_parent_partner_also_pays
