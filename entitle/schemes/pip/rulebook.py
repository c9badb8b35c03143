"""The rules of Personal Independence Payment in statute order, with its law and its facts."""
from __future__ import annotations

from pathlib import Path

from entitle.facts.dictionary import Dictionary
from entitle.law.law import Law
from entitle.rules.book import RuleBook
from entitle.schemes.pip.facts import FACTS
from entitle.schemes.pip.rules import award, components, hand_offs, required_period, who_can_claim
from entitle.schemes.pip.rules.activities import ACTIVITY_RULES

FOLDER = Path(__file__).parent
RULES = RuleBook(
    rules=(who_can_claim, required_period, *ACTIVITY_RULES, components, award, hand_offs),
    law=Law.load(FOLDER / "law"),
    dictionary=Dictionary(FACTS),
)
