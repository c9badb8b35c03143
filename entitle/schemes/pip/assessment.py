"""What a health professional is asked: a descriptor for each activity, why, and how long it will last."""
from __future__ import annotations

from entitle.facts.dictionary import Dictionary
from entitle.kernel.words import Words
from entitle.questions.conditions import Condition, any_of, is_no, is_one_of, is_yes
from entitle.questions.kinds import Choice, Count, Text, YesNo
from entitle.questions.question import Question
from entitle.questions.question_set import QuestionSet
from entitle.schemes.pip.activities import ACTIVITIES, CHANGES, DAILY_LIVING, MOBILITY, Activity
from entitle.schemes.pip.facts import FACTS

_DAYS_IN_A_YEAR = 366
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
_CHANGES = Words("{called} changes from day to day", cy="yw {called} yn newid o ddydd i ddydd")
_FULL = any_of(is_no("health.near_end_of_life", says=_NOT_SAID),
               is_no("pip_assessment.near_end_of_life", says=_NOT_CONFIRMED))
DAYS_COUNTED = Question(
    fact="pip_assessment.days_counted", kind=Count(at_least=1, at_most=_DAYS_IN_A_YEAR),
    ask=Words("Over how many days do you count what changes?",
              cy="Dros faint o ddiwrnodau ydych chi'n cyfrif yr hyn sy'n newid?"),
    hint=Words("365 for a year. A shorter time, such as 28, will do if it is typical of the whole year.",
               cy="365 am flwyddyn. Gwnaiff cyfnod byrrach, fel 28, y tro os yw'n nodweddiadol o'r flwyddyn gyfan."),
    missing=Words("Enter how many days you count", cy="Rhowch faint o ddiwrnodau rydych yn eu cyfrif"),
    when=any_of(*(is_one_of(each.fact, CHANGES, says=each.say(_CHANGES)) for each in ACTIVITIES)),
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


_LEVEL = Words("{Called}: which level fits this person?", cy="{Called}: pa lefel sy'n addas i'r person hwn?")
_RELIABLY = Words(
    "They can do something only if they can do it safely, well enough, as often as they need to, and in no more than "
    "twice the usual time",
    cy="Dim ond os gallant ei wneud yn ddiogel, yn ddigon da, mor aml ag sydd ei angen, ac mewn dim mwy na dwywaith yr "
       "amser arferol y gallant wneud rhywbeth")
_NO_LEVEL = Words("Choose a level for {called}", cy="Dewiswch lefel ar gyfer {called}")
_EVIDENCE = Words("{Called}: what is the evidence for that?", cy="{Called}: beth yw'r dystiolaeth am hynny?")
_PLAINLY = Words(
    "What they said, what you saw, what others wrote. Plain words: the customer can see this.",
    cy="Yr hyn a ddywedwyd, yr hyn a welsoch, yr hyn a ysgrifennodd eraill. Geiriau plaen: gall y cwsmer weld hyn.")
_NO_EVIDENCE = Words("Enter the evidence for {called}", cy="Rhowch y dystiolaeth ar gyfer {called}")
_DAYS = Words("{Called}: on how many of the days does this fit?",
              cy="{Called}: ar faint o'r diwrnodau mae hyn yn addas?")
_ANY_TIME = Words(
    "A day counts if it happens at any time of that day. Enter 0 if there is none.",
    cy="Mae diwrnod yn cyfrif os yw'n digwydd ar unrhyw adeg o'r diwrnod hwnnw. Rhowch 0 os nad oes un.")
_NO_DAYS = Words("Enter the number of days, or 0", cy="Rhowch nifer y diwrnodau, neu 0")


def _of(activity: Activity, *, when: Condition | None) -> tuple[Question, Question]:
    """The level of one activity, and why."""
    return (
        Question(fact=activity.fact, kind=Choice(), when=when, ask=activity.say(_LEVEL), hint=_RELIABLY,
                 missing=activity.say(_NO_LEVEL)),
        Question(fact=activity.evidence, kind=Text(long=True), when=when, ask=activity.say(_EVIDENCE), hint=_PLAINLY,
                 missing=activity.say(_NO_EVIDENCE)),
    )


def _days_of(activity: Activity) -> tuple[Question, ...]:
    """Of an activity that changes, the days of each level."""
    ask, changes = activity.say(_DAYS), is_one_of(activity.fact, CHANGES, says=activity.say(_CHANGES))
    return tuple(
        Question(fact=fact, kind=Count(at_most=_DAYS_IN_A_YEAR), when=changes,
                 ask=Words(f"{ask.en} {level.en}", cy=f"{ask.cy} {level.cy}"), hint=_ANY_TIME, missing=_NO_DAYS)
        for fact, level in zip(activity.days, activity.descriptors, strict=True)
    )


ASSESSMENT = QuestionSet(
    name="pip_assessment",
    title=Words("Assessment for Personal Independence Payment", cy="Asesiad ar gyfer Taliad Annibyniaeth Personol"),
    questions=(
        NEAR_END_OF_LIFE,
        *(question for activity in DAILY_LIVING for question in _of(activity, when=_FULL)),
        *(question for activity in MOBILITY for question in _of(activity, when=None)),
        DAYS_COUNTED,
        *(question for activity in ACTIVITIES for question in _days_of(activity)),
        LIKELY_TO_LAST, AWARD_MONTHS, SUMMARY,
    ),
    declaration=Words(
        "This is my own professional view of the evidence I have.",
        cy="Dyma fy marn broffesiynol fy hun am y dystiolaeth sydd gennyf."),
    dictionary=Dictionary(FACTS),
)
