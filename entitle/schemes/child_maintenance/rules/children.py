"""The children: CSA 1991 sections 3 and 55; 2012 Regulations regulation 50."""
from __future__ import annotations

from typing import Any

from entitle.kernel.words import Words
from entitle.rules.calendar import birthday
from entitle.rules.decorator import rule
from entitle.rules.units import count, of


@rule(cites="CSA 1991 s3(1), s55(1)", gives="yes_no", unit="child",
      label=Words("A child who counts", cy="Plentyn sy'n cyfrif"),
      says=Words("We count each child under 16. We count a child under 20 who is still at school or college.",
                 cy="Rydym yn cyfrif pob plentyn o dan 16 oed. Rydym yn cyfrif plentyn o dan 20 oed sy'n dal yn yr "
                    "ysgol neu'r coleg."))
def is_qualifying_child(child_born_on: Any, child_in_education: Any, claim_made_on: Any, child_ages: Any) -> Any:
    """Whether each child is a child on the day of the application."""
    on = of(claim_made_on)
    return ((on < birthday(child_born_on, child_ages.always))
            | (child_in_education & (on < birthday(child_born_on, child_ages.in_education))))


@rule(cites="CSA 1991 s3(1)", gives="children",
      label=Words("Children of this parent who count", cy="Plant y rhiant hwn sy'n cyfrif"),
      says=Words("This is the number of children in this application who count.",
                 cy="Dyma nifer y plant yn y cais hwn sy'n cyfrif."))
def own_children(is_qualifying_child: Any) -> Any:
    """How many of the children in the application qualify."""
    return count(is_qualifying_child)


@rule(cites="CSA 1991 s3(1), s55(1)", gives="yes_no",
      label=Words("No child who counts", cy="Dim plentyn sy'n cyfrif"),
      says=Words("Child maintenance is for a child under 16. It goes on to 20 for a child at school or college.",
                 cy="Mae cynhaliaeth plant ar gyfer plentyn o dan 16 oed. Mae'n parhau hyd at 20 oed i blentyn yn "
                    "yr ysgol neu'r coleg."))
def no_qualifying_child(own_children: Any) -> Any:
    """Whether no child in the application qualifies."""
    return own_children == 0


@rule(cites="CSA 1991 s3(2); SI 2012/2677 reg 50(2)", gives="yes_no",
      label=Words("Equal care", cy="Gofal cyfartal"),
      says=Words("If both parents do the same for the children, day by day, no one has to pay.",
                 cy="Os yw'r ddau riant yn gwneud yr un faint dros y plant, o ddydd i ddydd, nid oes rhaid i neb "
                    "dalu."))
def care_is_shared_equally(child_maintenance_care_is_equal: Any) -> Any:
    """Whether there is no paying parent, since each cares as much as the other."""
    return child_maintenance_care_is_equal
