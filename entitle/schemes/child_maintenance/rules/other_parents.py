"""Every other receiving parent's share, worked out alike: CSA 1991 Schedule 1 paragraphs 6, 7 and 8."""
from __future__ import annotations

from typing import Any

import numpy as np

from entitle.kernel.money import HALF_UP, at_least_zero, divide
from entitle.kernel.words import Words
from entitle.rules.choose import choose
from entitle.rules.decorator import rule
from entitle.rules.row_by_row import higher
from entitle.rules.units import of


@rule(cites="CSA 1991 Sch 1 para 7(5)", gives="fourteenths", unit="receiving_parent",
      label=Words("Shares taken off for another parent's children", cy="Cyfrannau a dynnir am blant rhiant arall"),
      says=Words("We add up what is taken off for the nights of each of that parent's children.",
                 cy="Rydym yn adio'r hyn a dynnir am nosweithiau pob un o blant y rhiant hwnnw."))
def their_fourteenths(
    receiving_parent_children_52_nights: Any, receiving_parent_children_104_nights: Any,
    receiving_parent_children_156_nights: Any, receiving_parent_children_175_nights: Any, shared_care: Any,
) -> Any:
    """Fourteenths of a child's part."""
    return (receiving_parent_children_52_nights * shared_care.first
            + receiving_parent_children_104_nights * shared_care.second
            + receiving_parent_children_156_nights * shared_care.third
            + receiving_parent_children_175_nights * shared_care.half)


@rule(cites="CSA 1991 Sch 1 paras 6(2), 7, 8", gives="parts", unit="receiving_parent",
      label=Words("Another parent's share", cy="Cyfran rhiant arall"),
      says=Words("Each other parent's share is worked out in the same way.",
                 cy="Cyfrifir cyfran pob rhiant arall yn yr un modd."))
def their_parts(
    rate_to_share: Any, receiving_parent_children: Any, their_fourteenths: Any,
    receiving_parent_children_175_nights: Any, nights_lower_it: Any, is_flat_for_benefit: Any, parts_to_a_penny: Any,
    shared_care: Any, night_reduction: Any,
) -> Any:
    """In parts, per week."""
    rate, penny = of(rate_to_share), of(parts_to_a_penny)
    full = rate * receiving_parent_children * shared_care.whole
    lowered = rate * (receiving_parent_children * shared_care.whole - their_fourteenths)
    off = night_reduction * receiving_parent_children_175_nights * penny
    stays = their_fourteenths > 0
    return choose(
        ("flat rate, and a child stays", of(is_flat_for_benefit) & stays, np.int64(0)),
        ("lowered for nights", of(nights_lower_it) & stays, at_least_zero(lowered - off)),
        otherwise=("by number of children", full),
    )


@rule(cites="CSA 1991 Sch 1 paras 6(2), 7(7); rounding: SI 2012/2677 reg 6", gives="pence_per_week",
      unit="receiving_parent",
      label=Words("Another parent's share in pence", cy="Cyfran rhiant arall mewn ceiniogau"),
      says=Words("Each share is rounded to the nearest penny.",
                 cy="Caiff pob cyfran ei thalgrynnu i'r geiniog agosaf."))
def their_share(
    their_parts: Any, receiving_parent_children: Any, qualifying_children: Any, is_held_at_flat_rate: Any,
    parts_to_a_penny: Any, flat_rate: Any,
) -> Any:
    """Pence per week; half a penny up."""
    children = higher(of(qualifying_children), 1)
    return choose(
        ("held at the flat rate", of(is_held_at_flat_rate),
         divide(flat_rate * receiving_parent_children, children, rounding=HALF_UP)),
        otherwise=("their share", divide(their_parts, of(parts_to_a_penny), rounding=HALF_UP)),
    )
