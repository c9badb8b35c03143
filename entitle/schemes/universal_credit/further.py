"""Who else is asked: a partner about themselves, each of them again every period, and staff for what they find."""
from __future__ import annotations

from entitle.blueprint.scheme import FurtherQuestions
from entitle.facts.dictionary import Dictionary
from entitle.kernel.words import Words
from entitle.questions.bank.household import of_partner
from entitle.questions.conditions import all_of, any_of, is_known, is_no, is_yes
from entitle.questions.question import Question
from entitle.questions.question_set import QuestionSet
from entitle.schemes.universal_credit import adult_questions as of_adults
from entitle.schemes.universal_credit.asking import whether
from entitle.schemes.universal_credit.assessment import ASSESSMENT, PARTNER_ASSESSMENT
from entitle.schemes.universal_credit.earlier_awards import EARLIER_AWARDS
from entitle.schemes.universal_credit.facts import FACTS
from entitle.schemes.universal_credit.findings import FINDINGS
from entitle.schemes.universal_credit.home_questions import CHILDCARE

_COUPLE = is_yes("household.has_partner", Words("they live with a partner", cy="ydynt yn byw gyda phartner"))
_UNWELL = is_yes("person.has_health_condition")
_PARTNER_UNWELL = all_of(_COUPLE, is_yes("partner.has_health_condition"))
_PARTNER_HAS_ANSWERED = any_of(is_no("household.has_partner"), is_known("partner.savings"))
"""What staff find depends on what each of them says, so they are asked once both have said it."""
_DECLARATION = Words("What I have told you is true as far as I know. I agree to this claim, and to what it is for.",
                     cy="Mae'r hyn yr wyf wedi'i ddweud wrthych yn wir hyd y gwn i. Rwy'n cytuno i'r cais hwn, ac "
                        "i'r hyn y'i defnyddir ar ei gyfer.")


def _of_partner(questions: tuple[Question, ...]) -> tuple[Question, ...]:
    return tuple(of_partner(question) for question in questions)


def _set(name: str, en: str, cy: str, questions: tuple[Question, ...]) -> QuestionSet:
    return QuestionSet(name=name, title=Words(en, cy=cy), questions=questions, dictionary=Dictionary(FACTS),
                       declaration=_DECLARATION)


PARTNER = _set("universal_credit_partner", "Your part of the claim", "Eich rhan chi o'r cais", (
    whether("partner.lives_in_great_britain", "Do you live in England, Scotland or Wales?",
            "Ydych chi'n byw yng Nghymru, Lloegr neu'r Alban?"),
    *_of_partner((*of_adults.ABOUT_THEM, *of_adults.HEALTH_AND_CARE, *of_adults.WORK, *of_adults.EARNINGS,
                  *of_adults.INCOME)),
    of_partner(of_adults.SAVINGS),
    whether("household.care_for_same_person", "Do you and your partner care for the same person?",
            "Ydych chi a'ch partner yn gofalu am yr un person?",
            when=all_of(is_yes("person.is_carer"), is_yes("partner.is_carer"))),
))
_OF_EACH = (*of_adults.WORK, *of_adults.EARNINGS, *of_adults.INCOME, of_adults.SAVINGS)
REPORT = _set("universal_credit_report", "Tell us about this month", "Dywedwch wrthym am y mis hwn",
              (*_OF_EACH, *CHILDCARE))
PARTNER_REPORT = _set("universal_credit_partner_report", "Tell us about your month", "Dywedwch wrthym am eich mis",
                      _of_partner(_OF_EACH))

FURTHER = (
    FurtherQuestions(questions=PARTNER, of="partner", when=_COUPLE, standard="universal_credit_partner"),
    FurtherQuestions(questions=ASSESSMENT, of="health_professional", when=_UNWELL,
                     standard="universal_credit_assessment"),
    FurtherQuestions(questions=PARTNER_ASSESSMENT, of="health_professional", when=_PARTNER_UNWELL,
                     standard="universal_credit_assessment"),
    FurtherQuestions(questions=FINDINGS, of="caseworker", when=_PARTNER_HAS_ANSWERED,
                     standard="universal_credit_findings"),
    FurtherQuestions(questions=EARLIER_AWARDS, of="caseworker", when=is_yes("universal_credit.had_benefit_before"),
                     standard="universal_credit_findings"),
    FurtherQuestions(questions=REPORT, of="claimant", each="period"),
    FurtherQuestions(questions=PARTNER_REPORT, of="partner", when=_COUPLE, each="period"),
)
