"""Families for tests: one known by name, a second receiving parent, and any at all."""
from __future__ import annotations

from datetime import date

from hypothesis import strategies as some

ON = date(2026, 11, 23)
BANDS = tuple(f"receiving_parent.children_{nights}_nights" for nights in (52, 104, 156, 175))
OLWEN_AND_IDRIS = {
    "claim.made_on": ON, "child_maintenance.applies_as": "receiving", "child_maintenance.care_is_equal": False,
    "child_maintenance.children": [
        {"child.name": {"given": "Mali", "family": "Rees"}, "child.born_on": date(2015, 3, 1),
         "child.in_education": True, "child.nights_with_paying_parent": 60},
        {"child.name": {"given": "Siôn", "family": "Rees"}, "child.born_on": date(2018, 6, 9),
         "child.in_education": True, "child.nights_with_paying_parent": 180},
    ],
    "child_maintenance.nights_agreed": True, "child_maintenance.service": "collect_and_pay",
    "paying_parent.tells_income": True, "paying_parent.situation": "none",
    "paying_parent.gets_listed_benefit": False, "paying_parent.low_income_benefit": False,
    "paying_parent.had_taxed_income": True, "paying_parent.income_last_year": 1_000_000,
    "paying_parent.income_has_changed": True, "paying_parent.income_now": 51_801, "paying_parent.other_children": 1,
    "paying_parent.children_paid_for_elsewhere": 0, "paying_parent.asks_for_variation": False,
    "paying_parent.pays_other_parents": False,
}
"""Olwen, with whom the children live, and Idris, who pays."""
SHAREN = {
    "paying_parent.pays_other_parents": True,
    "paying_parent.other_receiving_parents": [
        {"receiving_parent.name": {"given": "Sharen", "family": "O'Neill"}, "receiving_parent.children": 1,
         **dict.fromkeys(BANDS, 0)}],
}
"""A second parent whom Idris pays."""
NIGHTS = some.one_of(some.just(0), some.sampled_from([51, 52, 103, 104, 155, 156, 174, 175]), some.integers(0, 366))


def parent_with(children):
    """Another receiving parent whose children stay in these bands: 0 is none, then the four bands."""
    return {"receiving_parent.children": len(children)} | {
        name: children.count(band) for band, name in enumerate(BANDS, 1)}


CHILDREN = some.lists(some.fixed_dictionaries({
    "child.born_on": some.dates(date(2006, 1, 1), ON), "child.in_education": some.booleans(),
    "child.nights_with_paying_parent": NIGHTS,
}), min_size=1, max_size=5)
PARENTS = some.lists(some.lists(some.integers(0, 4), min_size=1, max_size=3).map(parent_with), min_size=1,
                     max_size=3)
FAMILIES = some.fixed_dictionaries({
    "claim.made_on": some.dates(date(2014, 8, 11), ON), "child_maintenance.children": CHILDREN,
    "child_maintenance.nights_agreed": some.booleans(),
    "child_maintenance.applies_as": some.sampled_from(["receiving", "paying"]),
    "child_maintenance.service": some.sampled_from(["direct_pay", "collect_and_pay"]),
    "paying_parent.tells_income": some.sampled_from([True, True, True, False]),
    "paying_parent.situation": some.sampled_from(["none", "none", "none", "prison", "care_home"]),
    "paying_parent.gets_listed_benefit": some.sampled_from([False, False, True]),
    "paying_parent.low_income_benefit": some.sampled_from([False, False, True]),
    "paying_parent.partner_also_pays": some.booleans(), "paying_parent.had_taxed_income": some.booleans(),
    "paying_parent.income_last_year": some.integers(0, 20_000_000),
    "paying_parent.income_has_changed": some.booleans(), "paying_parent.income_now": some.integers(0, 400_000),
    "paying_parent.other_children": some.integers(0, 5),
    "paying_parent.children_paid_for_elsewhere": some.integers(0, 3),
    "paying_parent.pays_other_parents": some.booleans(), "paying_parent.other_receiving_parents": PARENTS,
}).map(lambda family: family if family["paying_parent.pays_other_parents"] else family | {
    "paying_parent.other_receiving_parents": None})
