"""The rules of the new style Employment and Support Allowance in statute order, with its law and its facts."""
from __future__ import annotations

from pathlib import Path

from entitle.facts.dictionary import Dictionary
from entitle.law.law import Law
from entitle.rules.book import RuleBook
from entitle.schemes.esa.facts import FACTS
from entitle.schemes.esa.rules import (
    amount,
    capability,
    conditions,
    contributions,
    hand_offs,
    period,
    permitted_work,
    years,
)

FOLDER = Path(__file__).parent
RULES = RuleBook(
    rules=(years, contributions, conditions, capability, permitted_work, amount, period, hand_offs),
    law=Law.load(FOLDER / "law"),
    dictionary=Dictionary(FACTS),
)
