"""How cells of child maintenance cases are read: benefits by name, and each child's parent and nights."""
from __future__ import annotations

import re
from typing import NamedTuple

from entitle.blueprint.cases import NotWhatWasExpected

MOST_CHILDREN, MOST_NIGHTS = 30, 366
LISTED_BENEFITS = frozenset({
    "state_pension", "incapacity_benefit", "carers_allowance", "maternity_allowance", "severe_disablement_allowance",
    "industrial_injuries_disablement_benefit", "widowed_mothers_allowance", "widowed_parents_allowance",
    "widows_pension", "bereavement_allowance", "cb_jobseekers_allowance", "cb_employment_support_llowance",
    "cb_employment_support_allowance", "foreign_social_security_benefit", "training_allowance",
    "skillseekers_training", "war_disablement_pension", "war_partner_pension",
    "armed_forces_compensation_scheme_payments",
})
"""Of the parent's own. The column names what is prescribed for the flat rate, so whatever it lists counts as that."""
LOW_INCOME_BENEFITS = frozenset({
    "income_support", "ib_jobseekers_allowance", "employment_support_allowance", "pension_credit",
    "universal_credit_no_earned_income",
})
_CHILD = re.compile(r"([A-Za-z][A-Za-z0-9_ -]*):(\d{1,3})$")


class Child(NamedTuple):
    """One qualifying child: whose, and how many nights a year with the paying parent."""

    parent: str
    nights: int


def benefits(cell: str) -> frozenset[str]:
    """Reads 'state_pension|income_support'. Refuses a name that is none of the benefits."""
    names = frozenset(name.strip() for name in cell.split("|"))
    strangers = names - LISTED_BENEFITS - LOW_INCOME_BENEFITS
    if strangers:
        known = ", ".join(sorted(LISTED_BENEFITS | LOW_INCOME_BENEFITS))
        raise NotWhatWasExpected(f"benefits joined by |, out of {known}")
    return names


def children(cell: str) -> tuple[Child, ...]:
    """Reads 'A:60;A:0;B:175': each child's receiving parent and nights."""
    found = [_CHILD.match(part.strip()) for part in cell.split(";")]
    read = tuple(Child(match[1].strip(), int(match[2])) for match in found if match)
    if len(read) != len(found) or len(read) > MOST_CHILDREN or any(child.nights > MOST_NIGHTS for child in read):
        raise NotWhatWasExpected(f"a parent and nights for each child, like A:60;A:0;B:175: at most {MOST_CHILDREN} "
                                 f"children, and nights from 0 to {MOST_NIGHTS}")
    return read
