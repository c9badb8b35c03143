"""A small benefit to try the engine on: an allowance with a premium, a deduction, and a date."""
from __future__ import annotations

import numpy as np

from entitle.facts.dictionary import Dictionary
from entitle.facts.fact import Choice, Fact
from entitle.kernel.money import HALF_UP, at_least_zero
from entitle.kernel.words import Words
from entitle.law.law import Law
from entitle.rules.book import RuleBook
from entitle.rules.calendar import add_months
from entitle.rules.choose import choose
from entitle.rules.decorator import rule
from entitle.rules.lookup import find

FACTS = (
    Fact("toy.earned", "money", Words("Earnings")),
    Fact("toy.nights", "count", Words("Nights")),
    Fact("toy.works", "yes_no", Words("Works")),
    Fact("toy.tenure", "choice", Words("Tenure"), choices=(
        Choice("owns", Words("Owns")), Choice("rents", Words("Rents")))),
    Fact("toy.claimed_on", "date", Words("Claimed")),
    Fact("toy.note", "text", Words("Note")),
)
LAW = {
    "allowance": """about: Allowance
cites: Act s1
unit: pence_per_week
low:
  - {from: 2024-04-01, value: 5000, cites: SI 2024/1, checked_on: 2026-11-22}
  - {from: 2025-04-01, value: 5500, cites: SI 2025/1, checked_on: 2026-11-22}
high:
  - {from: 2024-04-01, value: 7000, cites: SI 2024/1, checked_on: 2026-11-22}
""",
    "taper": """about: Taper
cites: Act s2
unit: share
values:
  - {from: 2024-04-01, value: 63/100, cites: SI 2024/2, checked_on: 2026-11-22}
  - {from: 2025-04-01, value: 55/100, cites: SI 2025/2, checked_on: 2026-11-22}
""",
    "bands": """about: Bands of nights
cites: Act s3
unit: pence_per_week
key: nights
values:
  - from: 2024-04-01
    cites: SI 2024/3
    checked_on: 2026-11-22
    rows: [{nights: 0, less: 0}, {nights: 52, less: 700, cites: Act s3 band 2}]
""",
}


@rule(cites="Act s1", says="You get an allowance.", gives="pence_per_week")
def basic(toy_tenure, allowance):
    return choose(("renting", toy_tenure.is_one_of("rents"), allowance.high), otherwise=("owning", allowance.low))


@rule(cites="Act s1(2)", says="Whether you work.", gives="yes_no")
def is_working(toy_works):
    return toy_works


@rule(cites="Act s2", says="We take off part of what you earn.", gives="pence_per_week",
      only_if={"toy_earned": "is_working"})
def deduction(is_working, toy_earned, taper):
    return choose(
        ("working", is_working, taper.of(at_least_zero(toy_earned), rounding=HALF_UP)),
        otherwise=("not", np.int64(0)),
    )


@rule(cites="Act s3", says="Nights away count.", gives="pence_per_week")
def for_nights(toy_nights, bands):
    return find(bands, toy_nights).less


@rule(cites="Act s4", says="What is left is paid.", gives="pence_per_week")
def award(basic, deduction, for_nights):
    return at_least_zero(basic - deduction - for_nights)


@rule(cites="Act s5", says="It starts a month after you claim.", gives="date")
def begins_on(toy_claimed_on):
    return add_months(toy_claimed_on, np.int64(1))


RULES = (award, basic, is_working, deduction, for_nights, begins_on)


def book(folder, rules=RULES):
    for name, text in LAW.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return RuleBook(rules=rules, law=Law.load(folder), dictionary=Dictionary(FACTS))
