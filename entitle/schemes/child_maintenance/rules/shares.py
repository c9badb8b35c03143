"""The shares in pence, and the whole that they add up to: CSA 1991 Schedule 1 paragraphs 6 to 8; regulation 6."""
from __future__ import annotations

from typing import Any

from entitle.kernel.money import HALF_UP, divide
from entitle.kernel.words import Words
from entitle.rules.choose import choose
from entitle.rules.decorator import rule
from entitle.rules.row_by_row import higher
from entitle.rules.units import total


@rule(cites="CSA 1991 Sch 1 paras 6 to 8; rounding: SI 2012/2677 reg 6", gives="pence_per_week",
      label=Words("Paid each week to everyone", cy="Telir bob wythnos i bawb"),
      says=Words("This is what the paying parent has to pay each week in all.",
                 cy="Dyma'r hyn y mae'n rhaid i'r rhiant sy'n talu ei dalu bob wythnos i gyd."))
def total_amount(
    is_held_at_flat_rate: Any, own_parts: Any, their_parts: Any, parts_to_a_penny: Any, flat_rate: Any,
) -> Any:
    """Pence per week; rounded once, half a penny up."""
    return choose(
        ("held at the flat rate", is_held_at_flat_rate, flat_rate),
        otherwise=("the shares together", divide(own_parts + total(their_parts), parts_to_a_penny, rounding=HALF_UP)),
    )


@rule(cites="CSA 1991 Sch 1 paras 6 to 8; rounding: SI 2012/2677 reg 6", gives="pence_per_week",
      label=Words("Child maintenance each week", cy="Cynhaliaeth plant bob wythnos"),
      says=Words("This is what is paid each week for the children here.",
                 cy="Dyma'r hyn a delir bob wythnos ar gyfer y plant yma."))
def weekly_amount(
    total_amount: Any, their_share: Any, own_parts: Any, own_children: Any, qualifying_children: Any,
    is_held_at_flat_rate: Any, parts_to_a_penny: Any, flat_rate: Any,
) -> Any:
    """Pence per week; rounded once, half a penny up."""
    children = higher(qualifying_children, 1)
    return choose(
        ("nobody else is paid", total(their_share) == 0, total_amount),
        ("held at the flat rate", is_held_at_flat_rate,
         divide(flat_rate * own_children, children, rounding=HALF_UP)),
        otherwise=("this parent's share", divide(own_parts, parts_to_a_penny, rounding=HALF_UP)),
    )
