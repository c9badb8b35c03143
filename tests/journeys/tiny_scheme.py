"""A whole benefit in a few short files: what a new scheme's folder must hold, and no more."""
from __future__ import annotations

FACTS = '''
from entitle.facts.fact import Fact
from entitle.kernel.words import Words

FACTS = (
    Fact("boots.children", "count", Words("Children who need boots", cy="Plant sydd angen esgidiau"), lasting=False),
    Fact("boots.already_has", "yes_no", Words("Already has boots", cy="Eisoes ag esgidiau"), lasting=False),
)
'''

QUESTIONS = '''
from entitle.facts.dictionary import Dictionary
from entitle.kernel.words import Words
from entitle.questions.bank import identity, money
from entitle.questions.kinds import Count, YesNo
from entitle.questions.question import Question
from entitle.questions.question_set import QuestionSet
from entitle.schemes.winter_boots.facts import FACTS

CLAIM = QuestionSet(
    name="winter_boots_claim", title=Words("Claim winter boots", cy="Hawlio esgidiau gaeaf"),
    dictionary=Dictionary(FACTS),
    questions=(
        identity.NAME,
        Question(fact="boots.children", kind=Count(at_least=0, at_most=20),
                 ask=Words("How many children need boots?", cy="Faint o blant sydd angen esgidiau?"),
                 missing=Words("Enter how many children need boots", cy="Rhowch faint o blant sydd angen esgidiau")),
        Question(fact="boots.already_has", kind=YesNo(),
                 ask=Words("Do they have boots already?", cy="A oes ganddynt esgidiau eisoes?"),
                 missing=Words("Choose yes if they have boots", cy="Dewiswch ie os oes ganddynt esgidiau")),
        money.BANK_ACCOUNT,
    ),
)
'''

RULES = '''
import numpy as np
from entitle.kernel.words import Words
from entitle.rules.decorator import rule


@rule(cites="Winter Boots Act 2026 s1", gives="pence_per_week", label=Words("Boots", cy="Esgidiau"),
      says=Words("So much for each child.", cy="Hyn a hyn am bob plentyn."))
def weekly_boots(boots_children, boots_amount):
    return boots_children * boots_amount


@rule(cites="Winter Boots Act 2026 s2", gives="yes_no", label=Words("Has boots", cy="Ag esgidiau"),
      says=Words("Nobody gets boots twice.", cy="Nid oes neb yn cael esgidiau ddwywaith."))
def has_boots(boots_already_has):
    return boots_already_has


@rule(cites="Winter Boots Act 2026 s3", gives="date", label=Words("Start", cy="Dechrau"),
      says=Words("From the day you claim.", cy="O'r diwrnod rydych yn hawlio."))
def start_on(claim_made_on):
    return claim_made_on


@rule(cites="Winter Boots Act 2026 s4", gives="weekday", label=Words("Payday", cy="Diwrnod talu"),
      says=Words("Everyone is paid on the same day.", cy="Telir pawb ar yr un diwrnod."))
def payday(claim_made_on):
    return np.zeros_like(claim_made_on)
'''

SCHEME = '''
from pathlib import Path

from entitle import standards
from entitle.blueprint.scheme import Cycle, Reason, Scheme
from entitle.facts.dictionary import Dictionary
from entitle.kernel.words import Words
from entitle.law.law import Law
from entitle.letters.templates import LetterBook
from entitle.rules.book import RuleBook
from entitle.schemes.winter_boots import rules
from entitle.schemes.winter_boots.facts import FACTS
from entitle.schemes.winter_boots.questions import CLAIM

FOLDER = Path(__file__).parent
SCHEME = Scheme(
    name="winter_boots", title=Words("Winter boots", cy="Esgidiau gaeaf"), legal_basis="Winter Boots Act 2026",
    folder=FOLDER,
    facts=FACTS, rules=RuleBook(rules=(rules,), law=Law.load(FOLDER / "law"), dictionary=Dictionary(FACTS)),
    claim=CLAIM, amount="weekly_boots", starts="start_on", cycle=Cycle(weeks=2, weekday="payday"),
    refusals=(Reason("has_boots", Words("They have boots.", cy="Mae ganddynt esgidiau."), "Winter Boots Act 2026 s2"),),
    evidence={"boots.children": ("birth_certificate",)},
    standards=standards.load(FOLDER / "standards.yaml"), letters=LetterBook.load(FOLDER / "letters"),
)
'''

LAW = """
about: Boots
cites: Winter Boots Act 2026 s1
unit: pence_per_week
values:
  - {from: 2026-01-05, value: 350, cites: Winter Boots Act 2026 s1, checked_on: 2026-11-22}
"""

STANDARDS = """
- name: winter_boots_decision
  about: {en: We decide in 5 working days, cy: Rydym yn penderfynu mewn 5 diwrnod gwaith}
  origin: claim.received
  stops: claim.decided
  interval: 5
  unit: working_days
  target_percent: 90
  published: true
  from: 2026-01-01
  cites: Winter Boots Act 2026 s9
  checked_on: 2026-11-22
"""

LETTERS = {
    "claim_received": "Dear {{ person_name }}\n\nWe will decide {{ reference }} by {{ decide_by | date }}.\n",
    "decision_awarded": "Dear {{ person_name }}\n\n{{ weekly_amount | pounds }} a week from {{ start_on | date }}.\n\n"
                        "{% include \"steps\" %}\n",
    "decision_refused": "Dear {{ person_name }}\n\n{% for reason in reasons %}{{ reason.words }}{% endfor %}\n",
}

FILES = {
    "__init__.py": "", "facts.py": FACTS, "questions.py": QUESTIONS, "rules.py": RULES, "scheme.py": SCHEME,
    "law/boots_amount.yaml": LAW, "standards.yaml": STANDARDS,
    **{f"letters/{name}.{language}.md": f"---\nsubject: Winter boots\n---\n{text}"
       for name, text in LETTERS.items() for language in ("en", "cy")},
}
