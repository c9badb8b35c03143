"""This receiving parent's share, less what nights take off: CSA 1991 Schedule 1 paragraphs 6, 7 and 8."""
from __future__ import annotations

from typing import Any

import numpy as np

from entitle.kernel.money import at_least_zero
from entitle.kernel.words import Words
from entitle.rules.choose import choose
from entitle.rules.decorator import rule
from entitle.rules.units import total


@rule(cites="CSA 1991 Sch 1 para 7(1)", gives="yes_no",
      label=Words("Nights lower the amount", cy="Mae nosweithiau yn gostwng y swm"),
      says=Words("Nights with the paying parent lower the reduced and the basic rate.",
                 cy="Mae nosweithiau gyda'r rhiant sy'n talu yn gostwng y gyfradd ostyngol a'r gyfradd sylfaenol."))
def nights_lower_it(is_reduced_rate: Any, is_basic_rate: Any) -> Any:
    """Whether paragraph 7 applies."""
    return is_reduced_rate | is_basic_rate


@rule(cites="CSA 1991 Sch 1 paras 6(2), 7, 8", gives="parts",
      label=Words("This parent's share", cy="Cyfran y rhiant hwn"),
      says=Words("The rate is shared out by the number of children. Then we take off for the nights they stay.",
                 cy="Rhennir y gyfradd yn ôl nifer y plant. Yna rydym yn tynnu am y nosweithiau y maent yn aros."))
def own_parts(
    rate_to_share: Any, own_children: Any, own_fourteenths: Any, own_half_children: Any, own_child_stays: Any,
    nights_lower_it: Any, is_flat_for_benefit: Any, parts_to_a_penny: Any, shared_care: Any, night_reduction: Any,
) -> Any:
    """In parts, per week."""
    full = rate_to_share * own_children * shared_care.whole
    lowered = rate_to_share * (own_children * shared_care.whole - own_fourteenths)
    off = night_reduction * own_half_children * parts_to_a_penny
    return choose(
        ("flat rate, and a child stays", is_flat_for_benefit & own_child_stays, np.int64(0)),
        ("lowered for nights", nights_lower_it & (own_fourteenths > 0), at_least_zero(lowered - off)),
        otherwise=("by number of children", full),
    )


@rule(cites="CSA 1991 Sch 1 para 7(7)", gives="yes_no",
      label=Words("Nights would leave too little", cy="Byddai nosweithiau yn gadael rhy ychydig"),
      says=Words("Nights never bring what is paid to everyone below the flat rate.",
                 cy="Nid yw nosweithiau byth yn dod â'r hyn a delir i bawb islaw'r gyfradd wastad."))
def is_held_at_flat_rate(
    nights_lower_it: Any, own_parts: Any, their_parts: Any, flat_rate: Any, parts_to_a_penny: Any,
) -> Any:
    """Whether shared care would bring the whole below the flat rate."""
    return nights_lower_it & (own_parts + total(their_parts) < flat_rate * parts_to_a_penny)
