"""What each parent is told of what the other said in confidence."""
from __future__ import annotations

TOLD = (
    "is_calculated", "is_nil_rate", "is_flat_for_income", "halves_flat_rate", "is_reduced_rate", "is_basic_plus",
    "uses_current_income", "gross_weekly_income", "income_counted", "relevant_other_children", "income_after_others",
    "at_reduced_rate", "at_basic_rate", "exact_rate", "own_children", "qualifying_children", "arrangement_children",
    "children_counted", "rate_to_share", "nights_lower_it", "nights_counted", "child_fourteenths", "own_fourteenths",
    "own_half_children", "own_child_stays", "own_parts", "is_held_at_flat_rate",
)
"""The income, the counts and the sums, which SI 2012/2677 reg 25(1) has both parents told, and nothing besides."""
