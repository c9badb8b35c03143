"""What a health professional is asked: a descriptor for each activity, why, and how long it will last."""
from __future__ import annotations

from entitle.facts.dictionary import Dictionary
from entitle.kernel.words import Words
from entitle.questions.conditions import any_of, is_no, is_yes
from entitle.questions.kinds import Count, Text, YesNo
from entitle.questions.question import Question
from entitle.questions.question_set import QuestionSet
from entitle.schemes.pip.activities import ACTIVITIES, DAILY_LIVING, MOBILITY
from entitle.schemes.pip.activity_findings import DAYS_IN_A_YEAR, days_of, it_changes, level_of
from entitle.schemes.pip.facts import FACTS

_LONGEST_MONTHS = 600
NEAR_END_OF_LIFE = Question(
    fact="pip_assessment.near_end_of_life", kind=YesNo(),
    ask=Words("Has a doctor or nurse confirmed that this person may not live longer than 12 months?",
              cy="A yw meddyg neu nyrs wedi cadarnhau efallai na fydd y person hwn yn byw mwy na 12 mis?"),
    hint=Words("If yes, only the two mobility activities are looked at, and there is no waiting time",
               cy="Os yw, dim ond y ddau weithgaredd symudedd sy'n cael eu hystyried, ac nid oes amser aros"),
    missing=Words("Choose yes if a doctor or nurse has confirmed it",
                  cy="Dewiswch ie os yw meddyg neu nyrs wedi ei gadarnhau"),
    when=is_yes("health.near_end_of_life", says=Words("they said that they are near the end of life",
                                                      cy="ydynt wedi dweud eu bod yn agos at ddiwedd oes")),
)
_NOT_SAID = Words("they did not say that they are near the end of life",
                  cy="nad ydynt wedi dweud eu bod yn agos at ddiwedd oes")
_NOT_CONFIRMED = Words("no doctor or nurse confirmed that they are near the end of life",
                       cy="na chadarnhaodd meddyg na nyrs eu bod yn agos at ddiwedd oes")
_FULL = any_of(is_no("health.near_end_of_life", says=_NOT_SAID),
               is_no("pip_assessment.near_end_of_life", says=_NOT_CONFIRMED))
DAYS_COUNTED = Question(
    fact="pip_assessment.days_counted", kind=Count(at_least=1, at_most=DAYS_IN_A_YEAR),
    ask=Words("Over how many days do you count what changes?",
              cy="Dros faint o ddiwrnodau ydych chi'n cyfrif yr hyn sy'n newid?"),
    hint=Words("365 for a year. A shorter time, such as 28, will do if it is typical of the whole year.",
               cy="365 am flwyddyn. Gwnaiff cyfnod byrrach, fel 28, y tro os yw'n nodweddiadol o'r flwyddyn gyfan."),
    missing=Words("Enter how many days you count", cy="Rhowch faint o ddiwrnodau rydych yn eu cyfrif"),
    when=any_of(*(it_changes(each) for each in ACTIVITIES)),
)
LIKELY_TO_LAST = Question(
    fact="pip_assessment.likely_to_last", kind=YesNo(),
    ask=Words("Are these needs likely to last for 9 months or more?",
              cy="A yw'r anghenion hyn yn debygol o bara 9 mis neu fwy?"),
    hint=Words("Count from the day of the claim, or from the day the first 3 months of need are over if that is later",
               cy="Cyfrwch o ddiwrnod y cais, neu o'r diwrnod y daw'r 3 mis cyntaf o angen i ben os yw'n hwyrach"),
    missing=Words("Choose yes if the needs are likely to last", cy="Dewiswch ie os yw'r anghenion yn debygol o bara"),
    when=_FULL,
)
AWARD_MONTHS = Question(
    fact="pip_assessment.award_months", kind=Count(at_least=1, at_most=_LONGEST_MONTHS),
    ask=Words("For how many months should an award run?", cy="Am faint o fisoedd ddylai dyfarniad bara?"),
    hint=Words("By when could the needs be different? 120 if they are not likely to change.",
               cy="Erbyn pryd y gallai'r anghenion fod yn wahanol? 120 os nad ydynt yn debygol o newid."),
    missing=Words("Enter how many months an award should run", cy="Rhowch faint o fisoedd y dylai dyfarniad bara"),
    when=_FULL,
)
SUMMARY = Question(
    fact="pip_assessment.summary", kind=Text(long=True),
    ask=Words("Sum up the assessment", cy="Crynhowch yr asesiad"),
    hint=Words("How it was done, who was there, and what you read. The customer can see this.",
               cy="Sut y cafodd ei wneud, pwy oedd yno, a beth y gwnaethoch ei ddarllen. Gall y cwsmer weld hyn."),
    missing=Words("Enter a summary of the assessment", cy="Rhowch grynodeb o'r asesiad"),
)
ASSESSMENT = QuestionSet(
    name="pip_assessment",
    title=Words("Assessment for Personal Independence Payment", cy="Asesiad ar gyfer Taliad Annibyniaeth Personol"),
    questions=(
        NEAR_END_OF_LIFE,
        *(question for activity in DAILY_LIVING for question in level_of(activity, when=_FULL)),
        *(question for activity in MOBILITY for question in level_of(activity, when=None)),
        DAYS_COUNTED,
        *(question for activity in ACTIVITIES for question in days_of(activity)),
        LIKELY_TO_LAST, AWARD_MONTHS, SUMMARY,
    ),
    declaration=Words(
        "This is my own professional view of the evidence I have.",
        cy="Dyma fy marn broffesiynol fy hun am y dystiolaeth sydd gennyf."),
    dictionary=Dictionary(FACTS),
)
