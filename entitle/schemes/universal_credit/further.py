"""Who else is asked: a partner about themselves, each of them again every period, and staff for what they find."""
from __future__ import annotations

from entitle.blueprint.scheme import FurtherQuestions
from entitle.facts.dictionary import Dictionary
from entitle.kernel.words import Words
from entitle.questions.bank.household import of_partner
from entitle.questions.conditions import Condition, all_of, any_of, is_yes
from entitle.questions.question import Question
from entitle.questions.question_set import QuestionSet
from entitle.schemes.universal_credit import adult_questions as of_adults
from entitle.schemes.universal_credit.asking import how_many, what_day, whether, which
from entitle.schemes.universal_credit.facts import FACTS
from entitle.schemes.universal_credit.home_questions import CHILDCARE

_COUPLE = is_yes("household.has_partner", Words("they live with a partner", cy="ydynt yn byw gyda phartner"))
_UNWELL = any_of(is_yes("person.has_health_condition"), is_yes("partner.has_health_condition"))
_DECLARATION = Words("What I have told you is true as far as I know. I agree to this claim, and to what it is for.",
                     cy="Mae'r hyn yr wyf wedi'i ddweud wrthych yn wir hyd y gwn i. Rwy'n cytuno i'r cais hwn, ac "
                        "i'r hyn y'i defnyddir ar ei gyfer.")


def _of_partner(questions: tuple[Question, ...]) -> tuple[Question, ...]:
    return tuple(of_partner(question) for question in questions)


def _set(name: str, en: str, cy: str, questions: tuple[Question, ...], *, declared: bool = True) -> QuestionSet:
    return QuestionSet(name=name, title=Words(en, cy=cy), questions=questions, dictionary=Dictionary(FACTS),
                       declaration=_DECLARATION if declared else None)


def _of_each(*questions: Question, when: Condition | None = None) -> tuple[Question, ...]:
    """The same finding about the claimant and about a partner."""
    return (*questions, *_of_partner(questions))


_SELF_EMPLOYED = is_yes("person.is_self_employed", Words("they work for themselves", cy="ydynt yn hunangyflogedig"))
_ILL = is_yes("person.has_health_condition", Words("an illness limits work", cy="mae salwch yn cyfyngu ar waith"))
_GAINFUL = all_of(_SELF_EMPLOYED, is_yes("person.gainfully_self_employed", Words(
    "it is their main work", cy="dyna eu prif waith")))

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
ASSESSMENT = _set("universal_credit_assessment", "Work capability assessment", "Asesiad gallu i weithio", _of_each(
    which("person.work_capability", "What work can they do?", "Pa waith y gallant ei wneud?", when=_ILL),
    whether("person.terminally_ill", "Is it likely that they will not live more than 12 months?",
            "A yw'n debygol na fyddant yn byw mwy na 12 mis?", when=_ILL),
    whether("person.severe_conditions", "Do they meet the severe conditions criteria?",
            "Ydynt yn bodloni'r meini prawf cyflyrau difrifol?", when=_ILL),
    whether("person.no_wait_for_health_element", "Are they excused the 3-month wait?",
            "Ydynt wedi'u hesgusodi rhag yr arhosiad o 3 mis?", when=_ILL),
    whether("person.health_claim_before_april_2026",
            "Did they have the health element, or wait for it, before 6 April 2026?",
            "A gawsant yr elfen iechyd, neu a oeddent yn aros amdani, cyn 6 Ebrill 2026?", when=_ILL),
    whether("person.limited_capability_before_april_2017",
            "Have they had limited capability for work since before 3 April 2017?",
            "A fu ganddynt allu cyfyngedig i weithio ers cyn 3 Ebrill 2017?", when=_ILL),
), declared=False)
FINDINGS = _set("universal_credit_findings", "What we found about the claim", "Yr hyn a ganfuom am y cais", (
    *_of_each(
        whether("person.accepted_commitment", "Have they accepted a claimant commitment?",
                "Ydynt wedi derbyn ymrwymiad hawlydd?"),
        whether("person.excepted_at_16_or_17", "If they are 16 or 17, may they claim?",
                "Os ydynt yn 16 neu 17, a gânt hawlio?", optional=True),
        whether("person.education_excepted", "They are in education: may they still claim?",
                "Maent mewn addysg: a gânt hawlio o hyd?", when=is_yes("person.in_education")),
        whether("person.gainfully_self_employed", "Is working for themselves their main work, run for profit?",
                "Ai gweithio iddynt eu hunain yw eu prif waith, er elw?", when=_SELF_EMPLOYED),
        what_day("person.self_employed_from_on", "On what day was that found?", "Ar ba ddiwrnod y canfuwyd hynny?",
                 when=_GAINFUL),
        whether("person.start_up_used", "Have they had a start-up period before?",
                "A gawsant gyfnod cychwyn o'r blaen?", when=_GAINFUL),
        which("person.work_group", "What are they expected to do towards work?",
              "Beth a ddisgwylir iddynt ei wneud tuag at waith?", when=_SELF_EMPLOYED),
        how_many("person.expected_hours", "How many hours a week are they expected to work?",
                 "Sawl awr yr wythnos y disgwylir iddynt weithio?", when=_SELF_EMPLOYED, at_most=60),
    ),
    whether("universal_credit.earlier_start_allowed", "Is there a ground to start the claim earlier?",
            "A oes rheswm dros ddechrau'r cais yn gynharach?", when=is_yes("universal_credit.wants_earlier_start")),
    whether("home.bedroom_rule_excepted", "Are spare bedrooms not to count?",
            "A ddylid peidio â chyfrif ystafelloedd gwely sbâr?",
            when=is_yes("home.pays_rent")),
), declared=False)

FURTHER = (
    FurtherQuestions(questions=PARTNER, of="partner", when=_COUPLE, standard="universal_credit_partner"),
    FurtherQuestions(questions=ASSESSMENT, of="health_professional", when=_UNWELL,
                     standard="universal_credit_assessment"),
    FurtherQuestions(questions=FINDINGS, of="caseworker", standard="universal_credit_findings"),
    FurtherQuestions(questions=REPORT, of="claimant", each="period"),
    FurtherQuestions(questions=PARTNER_REPORT, of="partner", when=_COUPLE, each="period"),
)
