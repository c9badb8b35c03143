"""The rules of State Pension in statute order, with its law and its facts."""
from __future__ import annotations

from pathlib import Path

from entitle.facts.dictionary import Dictionary
from entitle.law.law import Law
from entitle.rules.book import RuleBook
from entitle.schemes.state_pension.facts import FACTS
from entitle.schemes.state_pension.rules import amount, claiming, deferral, hand_offs, payment, pension_age

FOLDER = Path(__file__).parent
RULES = RuleBook(
    rules=(pension_age, claiming, amount, deferral, payment, hand_offs),
    law=Law.load(FOLDER / "law"),
    dictionary=Dictionary(FACTS),
)
