"""A benefit of months in a few short files: so much a month, less what was earned in it as reported."""
from __future__ import annotations

FACTS = '''
from entitle.facts.fact import Fact
from entitle.kernel.words import Words

FACTS = (
    Fact("rent_help.earned", "money", Words("Earned in the period", cy="Enillwyd yn y cyfnod"), unit="pence",
         lasting=False),
    Fact("rent_help.rent", "money", Words("Rent a month", cy="Rhent y mis"), unit="pence a month"),
    Fact("period.starts_on", "date", Words("Period starts", cy="Cyfnod yn dechrau"), lasting=False),
)
'''

QUESTIONS = '''
from entitle.facts.dictionary import Dictionary
from entitle.kernel.words import Words
from entitle.questions.bank import identity, money
from entitle.questions.kinds import Money
from entitle.questions.question import Question
from entitle.questions.question_set import QuestionSet
from entitle.schemes.rent_help.facts import FACTS

EARNED = Question(
    fact="rent_help.earned", kind=Money(), ask=Words("What did you earn this month?", cy="Beth a enilloch y mis hwn?"),
    missing=Words("Enter what you earned", cy="Rhowch beth a enilloch"))
CLAIM = QuestionSet(
    name="rent_help_claim", title=Words("Claim rent help", cy="Hawlio cymorth rhent"), dictionary=Dictionary(FACTS),
    questions=(
        identity.NAME,
        Question(fact="rent_help.rent", kind=Money(), ask=Words("What is your rent?", cy="Beth yw eich rhent?"),
                 missing=Words("Enter your rent", cy="Rhowch eich rhent")),
        EARNED,
        money.BANK_ACCOUNT,
    ),
)
REPORT = QuestionSet(
    name="rent_help_report", title=Words("What you earned", cy="Beth a enilloch"), dictionary=Dictionary(FACTS),
    questions=(EARNED,),
)
'''

RULES = '''
import numpy as np
from entitle.kernel.words import Words
from entitle.rules.decorator import rule


@rule(cites="Rent Help Act 2026 s1", gives="pence_per_month", label=Words("Help", cy="Cymorth"),
      says=Words("Your rent, up to the most, less what you earned.", cy="Eich rhent, hyd at uchafswm, llai enillion."))
def help_a_month(rent_help_rent, most, rent_help_earned):
    return np.maximum(np.minimum(rent_help_rent, most) - rent_help_earned, 0)


@rule(cites="Rent Help Act 2026 s2", gives="yes_no", label=Words("No rent", cy="Dim rhent"),
      says=Words("Nobody without rent gets help.", cy="Nid oes cymorth heb rent."))
def no_rent(rent_help_rent):
    return rent_help_rent < 1


@rule(cites="Rent Help Act 2026 s4", gives="yes_no", label=Words("Too far ahead", cy="Rhy bell ymlaen"),
      says=Words("Not for a month after 2040.", cy="Nid ar gyfer mis ar ôl 2040."))
def too_far_ahead(period_starts_on, last_start):
    return period_starts_on > last_start


@rule(cites="Rent Help Act 2026 s3", gives="date", label=Words("Start", cy="Dechrau"),
      says=Words("From the day you claim.", cy="O'r diwrnod rydych yn hawlio."))
def start_on(claim_made_on):
    return claim_made_on
'''

SCHEME = '''
from pathlib import Path

from entitle import standards
from entitle.blueprint.scheme import Cycle, FurtherQuestions, Reason, Scheme
from entitle.facts.dictionary import Dictionary
from entitle.kernel.words import Words
from entitle.law.law import Law
from entitle.letters.templates import LetterBook
from entitle.rules.book import RuleBook
from entitle.schemes.rent_help import rules
from entitle.schemes.rent_help.facts import FACTS
from entitle.schemes.rent_help.questions import CLAIM, REPORT

FOLDER = Path(__file__).parent
SCHEME = Scheme(
    name="rent_help", title=Words("Rent help", cy="Cymorth rhent"), legal_basis="Rent Help Act 2026", folder=FOLDER,
    facts=FACTS, rules=RuleBook(rules=(rules,), law=Law.load(FOLDER / "law"), dictionary=Dictionary(FACTS)),
    claim=CLAIM, amount="help_a_month", starts="start_on", cycle=Cycle(months=1, days_after=7), reads_on="end",
    further=(FurtherQuestions(questions=REPORT, of="claimant", each="period"),),
    hand_offs=(Reason("too_far_ahead", Words("It is too far ahead.", cy="Mae'n rhy bell."), "Rent Help Act 2026 s4"),),
    refusals=(Reason("no_rent", Words("You pay no rent.", cy="Nid ydych yn talu rhent."), "Rent Help Act 2026 s2"),),
    standards=standards.load(FOLDER / "standards.yaml"), letters=LetterBook.load(FOLDER / "letters"),
)
'''

LAW = """
about: Most rent
cites: Rent Help Act 2026 s1
unit: pence_per_month
values:
  - {from: 2026-01-05, value: 60000, cites: Rent Help Act 2026 s1, checked_on: 2026-11-22}
  - {from: 2027-04-05, value: 61000, until: 2028-04-09, cites: Rent Help Order 2027, checked_on: 2026-11-22}
"""

LAST = """
about: Last start
cites: Rent Help Act 2026 s4
unit: date
values:
  - {from: 2026-01-05, value: 2040-12-31, cites: Rent Help Act 2026 s4, checked_on: 2026-11-22}
"""

STANDARDS = """
- name: rent_help_decision
  about: {en: We decide in 5 working days, cy: Rydym yn penderfynu mewn 5 diwrnod gwaith}
  origin: claim.received
  stops: claim.decided
  interval: 5
  unit: working_days
  target_percent: 90
  published: true
  from: 2026-01-01
  cites: Rent Help Act 2026 s9
  checked_on: 2026-11-22
"""

LETTERS = {
    "decision_refused": "Dear {{ person_name }}\n\n{% for reason in reasons %}{{ reason.words }}{% endfor %}\n",
    "look_again_received": "Dear {{ person_name }}\n\nWe have it.\n",
    "look_again_decision": "Dear {{ person_name }}\n\n{{ explanation }}\n",
    "amount_changed": "Dear {{ person_name }}\n\n{{ previous_amount | pounds }} becomes {{ monthly_amount | pounds }} "
                      "for {{ period_from | date }} to {{ period_last_day | date }}, paid on {{ paid_on | date }}.\n",
}

FILES = {
    "__init__.py": "", "facts.py": FACTS, "questions.py": QUESTIONS, "rules.py": RULES, "scheme.py": SCHEME,
    "law/most.yaml": LAW, "law/last_start.yaml": LAST, "standards.yaml": STANDARDS,
    **{f"letters/{name}.{language}.md": f"---\nsubject: Rent help\n---\n{text}"
       for name, text in LETTERS.items() for language in ("en", "cy")},
}
