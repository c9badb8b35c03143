"""The rate to be shared out: CSA 1991 Schedule 1 paragraphs 5A and 6; 2012 Regulations regulation 48.

Shares are counted in parts so small that every receiving parent's is a whole number of them; only pence are rounded.
"""
from __future__ import annotations

from typing import Any

from entitle.kernel.words import Words
from entitle.rules.decorator import rule
from entitle.rules.row_by_row import higher, lower
from entitle.rules.units import count


@rule(cites="CSA 1991 Sch 1 paras 5A(3)-(6), 6(2)", gives="parts",
      label=Words("Rate to share out", cy="Cyfradd i'w rhannu"),
      says=Words("We leave out a part for children paid for elsewhere. We never leave less than the flat rate.",
                 cy="Rydym yn gadael allan ran ar gyfer plant y telir amdanynt mewn man arall. Nid ydym byth yn "
                    "gadael llai na'r gyfradd wastad."))
def rate_to_share(
    exact_rate: Any, qualifying_children: Any, children_counted: Any, flat_rate: Any, exact_parts: Any,
) -> Any:
    """The rate for the qualifying children, exact, times the children counted."""
    least = lower(exact_rate, flat_rate * exact_parts) * children_counted
    return higher(exact_rate * qualifying_children, least)


@rule(cites="CSA 1991 Sch 1 paras 6(2), 7(4)", gives="parts",
      label=Words("Parts to a penny", cy="Rhannau i geiniog"),
      says=Words("We count in small parts of a penny, so that we round only once.",
                 cy="Rydym yn cyfrif mewn rhannau bach o geiniog, fel mai dim ond unwaith yr ydym yn talgrynnu."))
def parts_to_a_penny(qualifying_children: Any, children_counted: Any, shared_care: Any, exact_parts: Any) -> Any:
    """How many of the parts that shares are counted in make a penny."""
    return higher(qualifying_children, 1) * children_counted * shared_care.whole * exact_parts


@rule(cites="CSA 1991 Sch 1 para 6", gives="parents",
      label=Words("Other parents who are paid", cy="Rhieni eraill sy'n cael tâl"),
      says=Words("This is how many other parents the paying parent pays through us.",
                 cy="Dyma faint o rieni eraill y mae'r rhiant sy'n talu yn eu talu trwom ni."))
def other_receiving_parents(receiving_parent_children: Any) -> Any:
    """How many are listed."""
    return count(receiving_parent_children)
