"""Half the flat rate, for partners who both pay: CSA 1991 Schedule 1 paragraph 4(2); regulation 44(3)."""
from __future__ import annotations

from typing import Any

from entitle.kernel.words import Words
from entitle.rules.decorator import rule


@rule(cites="CSA 1991 Sch 1 para 4(2)", gives="yes_no",
      label=Words("On a low income benefit", cy="Ar fudd-dal incwm isel"),
      says=Words("We ask whether the partner pays too only where they share a low income benefit.",
                 cy="Dim ond lle maent yn rhannu budd-dal incwm isel yr ydym yn gofyn a yw'r partner yn talu hefyd."),
      only_if={"paying_parent_low_income_benefit": "is_flat_for_benefit"})
def may_halve_flat_rate(is_flat_for_benefit: Any, paying_parent_low_income_benefit: Any) -> Any:
    """Whether the flat rate is due to a benefit that partners may share."""
    return is_flat_for_benefit & paying_parent_low_income_benefit


@rule(cites="CSA 1991 Sch 1 para 4(2); SI 2012/2677 reg 44(3)", gives="yes_no",
      label=Words("Both partners pay", cy="Mae'r ddau bartner yn talu"),
      says=Words("Where two partners who both have to pay share a low income benefit, each pays half the flat rate.",
                 cy="Lle mae dau bartner sydd ill dau yn gorfod talu yn rhannu budd-dal incwm isel, mae pob un yn talu "
                    "hanner y gyfradd wastad."),
      only_if={"paying_parent_partner_also_pays": "may_halve_flat_rate"})
def halves_flat_rate(may_halve_flat_rate: Any, paying_parent_partner_also_pays: Any) -> Any:
    """Whether half the flat rate is paid."""
    return may_halve_flat_rate & paying_parent_partner_also_pays
