"""The rules of Personal Independence Payment in statute order, with its law and its facts."""
from __future__ import annotations

from pathlib import Path

from entitle.facts.dictionary import Dictionary
from entitle.law.law import Law
from entitle.rules.book import RuleBook
from entitle.schemes.pip.facts import FACTS
from entitle.schemes.pip.rules import (
    age,
    award,
    components,
    end_of_life,
    hand_offs,
    payment,
    points,
    rates,
    required_period,
    start,
    who_is_assessed,
)
from entitle.schemes.pip.rules.activities import ACTIVITY_RULES

FOLDER = Path(__file__).parent
RULES = RuleBook(
    rules=(age, who_is_assessed, end_of_life, required_period, start, *ACTIVITY_RULES, points, components, rates, award,
           payment, hand_offs),
    law=Law.load(FOLDER / "law"),
    dictionary=Dictionary(FACTS),
)
