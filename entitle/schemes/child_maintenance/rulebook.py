"""The rules of child maintenance in statute order, with its law, its facts and what they are worked out for."""
from __future__ import annotations

from pathlib import Path

from entitle.facts.dictionary import Dictionary
from entitle.kernel.words import Words
from entitle.law.law import Law
from entitle.rules.book import RuleBook
from entitle.rules.units import Unit
from entitle.schemes.child_maintenance.facts import FACTS
from entitle.schemes.child_maintenance.rules import (
    apportioning,
    basic,
    checking,
    children,
    counting,
    dates,
    fees,
    gross_income,
    half_flat,
    income,
    left_over,
    nights,
    nil_and_flat,
    other_parents,
    own_nights,
    rate,
    reduced,
    shared_care,
    shares,
    who_pays,
)

FOLDER = Path(__file__).parent
RULES = RuleBook(
    rules=(children, nights, own_nights, who_pays, income, gross_income, counting, nil_and_flat, half_flat, reduced,
           basic, rate, apportioning, shared_care, other_parents, shares, left_over, checking, fees, dates),
    law=Law.load(FOLDER / "law"),
    dictionary=Dictionary(FACTS),
    units=(
        Unit("child", Words("Child", cy="Plentyn"), listed_in="child_maintenance.children"),
        Unit("receiving_parent", Words("Other parent", cy="Rhiant arall"),
             listed_in="paying_parent.other_receiving_parents", only_if="paying_parent.pays_other_parents"),
    ),
)
