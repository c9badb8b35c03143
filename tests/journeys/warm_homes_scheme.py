"""A benefit in a few short files that asks four others: a partner, another parent, a professional, and each month."""
from __future__ import annotations

FACTS = '''
from entitle.facts.fact import Fact
from entitle.kernel.words import Words

FACTS = (
    Fact("warm.is_ill", "yes_no", Words("Ill", cy="Yn sâl"), sensitivity="special", lasting=False),
    Fact("warm.points", "count", Words("Points", cy="Pwyntiau"), sensitivity="special", lasting=False),
    Fact("warm.evidence", "text", Words("Evidence for the points", cy="Tystiolaeth dros y pwyntiau"),
         sensitivity="special", lasting=False),
    Fact("other_parent.name", "name", Words("Name of the other parent", cy="Enw'r rhiant arall")),
    Fact("other_parent.born_on", "date", Words("Birth of the other parent", cy="Geni'r rhiant arall")),
    Fact("other_parent.address", "address", Words("Address of the other parent", cy="Cyfeiriad y rhiant arall")),
    Fact("other_parent.income_per_week", "money", Words("Income of the other parent", cy="Incwm y rhiant arall")),
    Fact("other_parent.pension_per_week", "money", Words("Pension of the other parent", cy="Pensiwn y rhiant arall")),
)
'''

QUESTIONS = '''
from dataclasses import replace

from entitle.facts.dictionary import Dictionary
from entitle.kernel.words import Words
from entitle.questions.bank import contact, household, identity, money, work
from entitle.questions.conditions import is_yes
from entitle.questions.kinds import Address, Count, Date, Money, Name, Text, YesNo
from entitle.questions.question import Question
from entitle.questions.question_set import QuestionSet
from entitle.schemes.warm_homes.facts import FACTS

BOOK = Dictionary(FACTS)
AGREE = Words("What I have told you is true.", cy="Mae'r hyn a ddywedais yn wir.")
WITH_CHILDREN = is_yes("household.has_children", says=Words("children live with them", cy="oes plant"))


def asked(fact, kind, en, cy, **more):
    return Question(fact=fact, kind=kind, ask=Words(en, cy=cy), missing=Words("Enter it: " + en, cy="Rhowch: " + cy),
                    **more)


CLAIM = QuestionSet(
    name="warm_homes_claim", title=Words("Claim warm homes", cy="Hawlio cartrefi cynnes"), dictionary=BOOK,
    declaration=AGREE,
    questions=(
        identity.NAME, contact.ADDRESS, household.HAS_PARTNER, household.PARTNER_NAME, household.PARTNER_BORN_ON,
        household.PARTNER_NINO, household.PARTNER_EMAIL, household.HAS_CHILDREN,
        asked("other_parent.name", Name(), "Who is the other parent?", "Pwy yw'r rhiant arall?", when=WITH_CHILDREN),
        asked("other_parent.born_on", Date(past=True), "When were they born?", "Pryd y'u ganwyd?", optional=True,
              when=WITH_CHILDREN),
        asked("other_parent.address", Address(), "Where do they live?", "Ble maen nhw'n byw?", optional=True,
              when=WITH_CHILDREN),
        asked("warm.is_ill", YesNo(), "Are you ill?", "Ydych chi'n sâl?"),
        money.BANK_ACCOUNT,
    ),
)
PARTNER = QuestionSet(
    name="warm_homes_partner", title=Words("About you, for warm homes", cy="Amdanoch chi, ar gyfer cartrefi cynnes"),
    dictionary=BOOK, declaration=AGREE,
    questions=tuple(household.of_partner(each) for each in (
        identity.NAME, identity.BORN_ON, work.IS_WORKING, work.EARNINGS_PER_MONTH, contact.PHONE)),
)
OTHER_PARENT = QuestionSet(
    name="warm_homes_other_parent", title=Words("Your income, for warm homes", cy="Eich incwm, cartrefi cynnes"),
    dictionary=BOOK, declaration=AGREE,
    questions=(
        asked("other_parent.income_per_week", Money(), "What is your income a week?", "Beth yw eich incwm yr wythnos?"),
        asked("other_parent.pension_per_week", Money(), "What do you pay into a pension?", "Faint i bensiwn?"),
    ),
)
ASSESSMENT = QuestionSet(
    name="warm_homes_assessment", title=Words("Assessment for warm homes", cy="Asesiad ar gyfer cartrefi cynnes"),
    dictionary=BOOK,
    questions=(
        asked("warm.points", Count(at_most=12), "How many points?", "Sawl pwynt?"),
        asked("warm.evidence", Text(long=True), "What is the evidence?", "Beth yw'r dystiolaeth?"),
    ),
)
MONTH = QuestionSet(
    name="warm_homes_month", title=Words("What you earned", cy="Beth enilloch chi"), dictionary=BOOK,
    questions=(work.IS_WORKING, work.EARNINGS_PER_MONTH),
)
'''

RULES = '''
import numpy as np
from entitle.kernel.words import Words
from entitle.rules.decorator import rule


@rule(cites="Warm Homes Act 2026 s2", gives="pence_per_week", label=Words("Means", cy="Modd"),
      says=Words("What the other parent has counts.", cy="Mae'r hyn sydd gan y rhiant arall yn cyfrif."))
def means(other_parent_income_per_week, other_parent_pension_per_week):
    return other_parent_income_per_week - other_parent_pension_per_week


@rule(cites="Warm Homes Act 2026 s3", gives="pence_per_week", label=Words("Warmth", cy="Cynhesrwydd"),
      says=Words("So much for each point.", cy="Hyn a hyn am bob pwynt."))
def warmth(warm_points, warm_amount):
    return warm_points * warm_amount


@rule(cites="Warm Homes Act 2026 s1", gives="pence_per_week", label=Words("Weekly amount", cy="Swm wythnosol"),
      says=Words("Warmth, more where nobody has means.", cy="Cynhesrwydd, mwy lle nad oes gan neb fodd."))
def weekly_warmth(warmth, means, partner_is_working, warm_amount):
    return warmth + np.where((means == 0) & ~partner_is_working, warm_amount, 0)


@rule(cites="Warm Homes Act 2026 s4", gives="date", label=Words("Start", cy="Dechrau"),
      says=Words("From the day you claim.", cy="O'r diwrnod rydych yn hawlio."))
def start_on(claim_made_on):
    return claim_made_on


@rule(cites="Warm Homes Act 2026 s5", gives="weekday", label=Words("Payday", cy="Diwrnod talu"),
      says=Words("Everyone is paid on the same day.", cy="Telir pawb ar yr un diwrnod."))
def payday(claim_made_on):
    return np.zeros_like(claim_made_on)
'''

SCHEME = '''
from pathlib import Path

from entitle import standards
from entitle.blueprint.scheme import Cycle, FurtherQuestions, Scheme
from entitle.facts.dictionary import Dictionary
from entitle.kernel.words import Words
from entitle.law.law import Law
from entitle.letters.templates import LetterBook
from entitle.questions.conditions import is_yes
from entitle.rules.book import RuleBook
from entitle.schemes.warm_homes import questions, rules
from entitle.schemes.warm_homes.facts import FACTS

FOLDER = Path(__file__).parent
SCHEME = Scheme(
    name="warm_homes", title=Words("Warm homes", cy="Cartrefi cynnes"), legal_basis="Warm Homes Act 2026",
    folder=FOLDER, facts=FACTS,
    rules=RuleBook(rules=(rules,), law=Law.load(FOLDER / "law"), dictionary=Dictionary(FACTS)),
    claim=questions.CLAIM, amount="weekly_warmth", starts="start_on", cycle=Cycle(weeks=2, weekday="payday"),
    roles=("claimant", "partner", "other_parent"),
    further=(
        FurtherQuestions(questions=questions.PARTNER, of="partner", when=is_yes("household.has_partner")),
        FurtherQuestions(questions=questions.OTHER_PARENT, of="other_parent", when=is_yes("household.has_children"),
                         confidential=True),
        FurtherQuestions(questions=questions.ASSESSMENT, of="health_professional", when=is_yes("warm.is_ill"),
                         standard="warm_homes_assessment"),
        FurtherQuestions(questions=questions.MONTH, of="claimant", each="period"),
    ),
    standards=standards.load(FOLDER / "standards.yaml"), letters=LetterBook.load(FOLDER / "letters"),
)
'''

LAW = """
about: Warmth
cites: Warm Homes Act 2026 s1
unit: pence_per_week
values:
  - {from: 2026-01-05, value: 350, cites: Warm Homes Act 2026 s1, checked_on: 2026-11-22}
"""

STANDARDS = """
- name: warm_homes_decision
  about: {en: We decide in 20 working days, cy: Rydym yn penderfynu mewn 20 diwrnod gwaith}
  origin: claim.received
  stops: claim.decided
  interval: 20
  unit: working_days
  target_percent: 90
  published: true
  from: 2026-01-01
  cites: Warm Homes Act 2026 s9
  checked_on: 2026-11-22
- name: warm_homes_assessment
  about: {en: An assessment is done in 10 working days, cy: Gwneir asesiad mewn 10 diwrnod gwaith}
  origin: questions.asked
  stops: questions.answered
  interval: 10
  unit: working_days
  target_percent: 90
  published: false
  from: 2026-01-01
  cites: Warm Homes Act 2026 s10
  checked_on: 2026-11-22
"""

LETTERS = {
    "claim_received": "Dear {{ person_name }}\n\nWe will decide {{ reference }} by {{ decide_by | date }}.\n",
    "decision_awarded": "Dear {{ person_name }}\n\n{{ weekly_amount | pounds }} a week from {{ start_on | date }}.\n\n"
                        "{% include \"steps\" %}\n",
    "look_again_received": "Dear {{ person_name }}\n\n{{ reference }}\n",
    "look_again_decision": "Dear {{ person_name }}\n\n{{ explanation }}\n\n{% include \"steps\" %}\n",
    "decision_other_parent": "Dear {{ person_name }}\n\nWe decided {{ weekly_amount | pounds }} a week.\n\n"
                             "{% include \"steps\" %}\n",
    "decision_refused": "Dear {{ person_name }}\n\n{% for reason in reasons %}{{ reason.words }}{% endfor %}\n",
}

FILES = {
    "__init__.py": "", "facts.py": FACTS, "questions.py": QUESTIONS, "rules.py": RULES, "scheme.py": SCHEME,
    "law/warm_amount.yaml": LAW, "standards.yaml": STANDARDS,
    **{f"letters/{name}.{language}.md": f"---\nsubject: Warm homes\n---\n{text}"
       for name, text in LETTERS.items() for language in ("en", "cy")},
}
