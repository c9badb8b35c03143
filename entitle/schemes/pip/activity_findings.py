"""What a health professional is asked of each of the twelve activities: its descriptor, the evidence, the days."""
from __future__ import annotations

from entitle.kernel.words import Words
from entitle.questions.conditions import Condition, is_one_of
from entitle.questions.kinds import Choice, Count, Text
from entitle.questions.question import Question
from entitle.schemes.pip.activities import CHANGES, Activity

DAYS_IN_A_YEAR = 366
_CHANGES = Words("{called} changes from day to day", cy="yw {called} yn newid o ddydd i ddydd")
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


def it_changes(activity: Activity) -> Condition:
    """That no one level fits."""
    return is_one_of(activity.fact, CHANGES, says=activity.say(_CHANGES))


def level_of(activity: Activity, *, when: Condition | None) -> tuple[Question, Question]:
    """The level of one activity, and why."""
    return (
        Question(fact=activity.fact, kind=Choice(), when=when, ask=activity.say(_LEVEL), hint=_RELIABLY,
                 missing=activity.say(_NO_LEVEL)),
        Question(fact=activity.evidence, kind=Text(long=True), when=when, ask=activity.say(_EVIDENCE), hint=_PLAINLY,
                 missing=activity.say(_NO_EVIDENCE)),
    )


def days_of(activity: Activity) -> tuple[Question, ...]:
    """Of an activity that changes, the days of each level."""
    ask, changes = activity.say(_DAYS), it_changes(activity)
    return tuple(
        Question(fact=fact, kind=Count(at_most=DAYS_IN_A_YEAR), when=changes,
                 ask=Words(f"{ask.en} {level.en}", cy=f"{ask.cy} {level.cy}"), hint=_ANY_TIME, missing=_NO_DAYS)
        for fact, level in zip(activity.days, activity.descriptors, strict=True)
    )
