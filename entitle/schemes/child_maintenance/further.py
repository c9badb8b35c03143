"""What the other parent is asked, in confidence: of income where they pay, of the nights in either case."""
from __future__ import annotations

from dataclasses import replace

from entitle.blueprint.scheme import FurtherQuestions
from entitle.facts.dictionary import Dictionary
from entitle.kernel.words import Words
from entitle.questions.bank import contact
from entitle.questions.kinds import YesNo
from entitle.questions.question import Question
from entitle.questions.question_set import QuestionSet
from entitle.schemes.child_maintenance.facts import FACTS
from entitle.schemes.child_maintenance.paying_others import ABOUT_OTHERS
from entitle.schemes.child_maintenance.paying_parent import ABOUT_INCOME
from entitle.schemes.child_maintenance.questions import APPLIES_AS_PAYING, APPLIES_AS_RECEIVING

LANGUAGE = replace(contact.LANGUAGE, fact="other_parent.language")
NIGHTS_AGREED = Question(
    fact="child_maintenance.nights_agreed", kind=YesNo(),
    ask=Words("Do you and the other parent agree how many nights a year each child stays with the parent who pays?",
              cy="Ydych chi a'r rhiant arall yn cytuno faint o nosweithiau'r flwyddyn y mae pob plentyn yn aros gyda'r "
                 "rhiant sy'n talu?"),
    hint=Words("Choose yes if the children never stay. If you do not agree, we count one night a week.",
               cy="Dewiswch ie os nad yw'r plant byth yn aros. Os nad ydych yn cytuno, rydym yn cyfrif un noson yr "
                  "wythnos."),
    missing=Words("Choose yes if you agree how many nights", cy="Dewiswch ie os ydych yn cytuno faint o nosweithiau"),
)
_DECLARATION = Words(
    "What I have told you is true as far as I know. I will tell you when something changes.",
    cy="Mae'r hyn yr wyf wedi'i ddweud wrthych yn wir hyd y gwn i. Byddaf yn dweud wrthych pan fydd rhywbeth yn newid.")

PAYING_PARENT = QuestionSet(
    name="child_maintenance_paying_parent",
    title=Words("Child maintenance: about you and your income",
                cy="Cynhaliaeth plant: amdanoch chi a'ch incwm"),
    questions=(LANGUAGE, *ABOUT_INCOME, *ABOUT_OTHERS, NIGHTS_AGREED),
    declaration=_DECLARATION, dictionary=Dictionary(FACTS),
)
RECEIVING_PARENT = QuestionSet(
    name="child_maintenance_receiving_parent",
    title=Words("Child maintenance: about the children's nights", cy="Cynhaliaeth plant: am nosweithiau'r plant"),
    questions=(LANGUAGE, NIGHTS_AGREED),
    declaration=_DECLARATION, dictionary=Dictionary(FACTS),
)

FURTHER = (
    FurtherQuestions(questions=PAYING_PARENT, of="other_parent", when=APPLIES_AS_RECEIVING, confidential=True,
                     standard="child_maintenance_other_parent"),
    FurtherQuestions(questions=RECEIVING_PARENT, of="other_parent", when=APPLIES_AS_PAYING, confidential=True,
                     standard="child_maintenance_other_parent"),
)
