"""How many children there are to pay for, and how many others at home: CSA 1991 Schedule 1 paragraphs 5A and 10C."""
from __future__ import annotations

from typing import Any

from entitle.kernel.words import Words
from entitle.rules.decorator import rule
from entitle.rules.row_by_row import higher, where
from entitle.rules.units import total


@rule(cites="CSA 1991 Sch 1 para 10C(1)", gives="children",
      label=Words("Children paid for through us", cy="Plant y telir amdanynt trwom ni"),
      says=Words("We count all the children who are paid for through us.",
                 cy="Rydym yn cyfrif yr holl blant y telir amdanynt trwom ni."))
def qualifying_children(own_children: Any, receiving_parent_children: Any) -> Any:
    """Qualifying children of every receiving parent."""
    return own_children + total(receiving_parent_children)


@rule(cites="CSA 1991 Sch 1 para 5A; SI 2012/2677 reg 48", gives="children",
      label=Words("Children paid for elsewhere", cy="Plant y telir amdanynt mewn man arall"),
      says=Words("Some children are paid for under a court order or a written deal. They share in what is paid.",
                 cy="Telir am rai plant o dan orchymyn llys neu gytundeb ysgrifenedig. Maent yn rhannu'r hyn a "
                    "delir."),
      only_if={"paying_parent_children_paid_for_elsewhere": "is_calculated"})
def arrangement_children(is_calculated: Any, paying_parent_children_paid_for_elsewhere: Any) -> Any:
    """Children under a qualifying maintenance arrangement; none in a default decision."""
    return where(is_calculated, paying_parent_children_paid_for_elsewhere, 0)


@rule(cites="CSA 1991 Sch 1 paras 2(1), 5A(2)", gives="children",
      label=Words("Children who set the rate", cy="Plant sy'n pennu'r gyfradd"),
      says=Words("The rate depends on how many children are paid for.",
                 cy="Mae'r gyfradd yn dibynnu ar faint o blant y telir amdanynt."))
def children_counted(qualifying_children: Any, arrangement_children: Any) -> Any:
    """Qualifying children and those under another arrangement; at least one, so that shares can be taken."""
    return higher(qualifying_children + arrangement_children, 1)


@rule(cites="CSA 1991 Sch 1 para 10C(2)", gives="children",
      label=Words("Other children at home", cy="Plant eraill gartref"),
      says=Words("These are other children at home. The parent who pays, or their partner, gets Child Benefit for "
                 "them.",
                 cy="Dyma blant eraill gartref. Mae'r rhiant sy'n talu, neu eu partner, yn cael Budd-dal Plant ar "
                    "eu cyfer."),
      only_if={"paying_parent_other_children": "needs_income"})
def relevant_other_children(needs_income: Any, paying_parent_other_children: Any) -> Any:
    """Relevant other children; counted only where the rate depends on income."""
    return where(needs_income, paying_parent_other_children, 0)
