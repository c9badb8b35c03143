"""What is told of other receiving parents' children and cannot be: CSA 1991 Schedule 1 paragraph 7(4)."""
from __future__ import annotations

from typing import Any

from entitle.kernel.words import Words
from entitle.rules.decorator import rule
from entitle.rules.units import any_of


@rule(cites="CSA 1991 Sch 1 para 7(4)", gives="yes_no", unit="receiving_parent",
      label=Words("More stay than there are", cy="Mwy yn aros nag sydd"),
      says=Words("Each child is counted in one band of nights only.",
                 cy="Caiff pob plentyn ei gyfrif mewn un band o nosweithiau yn unig."))
def more_stay_than_there_are(
    receiving_parent_children: Any, receiving_parent_children_52_nights: Any,
    receiving_parent_children_104_nights: Any, receiving_parent_children_156_nights: Any,
    receiving_parent_children_175_nights: Any,
) -> Any:
    """Whether the children in the bands are more than the children there are."""
    return (receiving_parent_children_52_nights + receiving_parent_children_104_nights
            + receiving_parent_children_156_nights + receiving_parent_children_175_nights) > receiving_parent_children


@rule(cites="CSA 1991 Sch 1 para 7(4)", gives="yes_no",
      label=Words("More children stay than there are", cy="Mwy o blant yn aros nag sydd"),
      says=Words("We were told that more children stay than there are. So a person checks.",
                 cy="Dywedwyd wrthym fod mwy o blant yn aros nag sydd. Felly mae person yn gwirio."))
def nights_do_not_fit(more_stay_than_there_are: Any) -> Any:
    """Whether any other receiving parent's children do not add up."""
    return any_of(more_stay_than_there_are)
