"""What the claimant is asked of each of the twelve activities: whether it is hard, and how it goes."""
from __future__ import annotations

from entitle.kernel.words import Words
from entitle.questions.conditions import Condition, is_no, is_yes
from entitle.questions.kinds import Text, YesNo
from entitle.questions.question import Question
from entitle.schemes.pip.activities import DAILY_LIVING, MOBILITY, Activity

_LIVES_ON = is_no("health.near_end_of_life", says=Words("they did not say that they are near the end of life",
                                                        cy="nad ydynt wedi dweud eu bod yn agos at ddiwedd oes"))
_NOT_SAID_IF_HARD = Words("Choose yes if {called} is hard for you", cy="Dewiswch ie os yw {called} yn anodd i chi")
_IS_HARD = Words("{called} is hard for them", cy="yw {called} yn anodd iddynt")
_HOW = Words("How does {called} go for you?", cy="Sut mae {called} yn mynd i chi?")
_TELL = Words(
    "Say what goes wrong, what or who helps you, and on how many days. Think of your bad days too.",
    cy="Dywedwch beth sy'n mynd o'i le, beth neu bwy sy'n eich helpu, ac ar faint o ddiwrnodau. Meddyliwch am eich "
       "diwrnodau gwael hefyd.")
_NOT_TOLD = Words("Tell us how {called} goes for you", cy="Dywedwch wrthym sut mae {called} yn mynd i chi")


def _of(activity: Activity, *, when: Condition | None) -> tuple[Question, Question]:
    """Whether an activity is hard, and how it goes."""
    return (
        Question(fact=activity.is_hard, kind=YesNo(), ask=activity.asks, missing=activity.say(_NOT_SAID_IF_HARD),
                 when=when),
        Question(fact=activity.told, kind=Text(long=True, at_most=3000), ask=activity.say(_HOW), hint=_TELL,
                 missing=activity.say(_NOT_TOLD), when=is_yes(activity.is_hard, says=activity.say(_IS_HARD))),
    )


OF_ACTIVITIES: tuple[Question, ...] = (
    *(question for activity in DAILY_LIVING for question in _of(activity, when=_LIVES_ON)),
    *(question for activity in MOBILITY for question in _of(activity, when=None)),
)
