"""The rules of the new style Jobseeker's Allowance in statute order, with its law and its facts."""
from __future__ import annotations

from pathlib import Path

from entitle.facts.dictionary import Dictionary
from entitle.law.law import Law
from entitle.rules.book import RuleBook
from entitle.schemes.jsa.facts import FACTS
from entitle.schemes.jsa.rules import amount, conditions, contributions, hand_offs, period, years

FOLDER = Path(__file__).parent
RULES = RuleBook(
    rules=(years, contributions, conditions, amount, period, hand_offs),
    law=Law.load(FOLDER / "law"),
    dictionary=Dictionary(FACTS),
)
