"""What everyone is asked who cannot wait for their first payment, whatever the benefit."""
from __future__ import annotations

from collections.abc import Iterable

from entitle.facts.fact import Choice as Answer
from entitle.kernel.words import Words
from entitle.questions.kinds import Choice, Money, YesNo
from entitle.questions.question import Question

PENCE, OVER, IN_NEED = "advance.pence", "advance.over", "advance.in_need"


def advance_questions(over: Iterable[int]) -> tuple[Question, ...]:
    """`over`: the numbers of payments over which it may be paid back, to choose from."""
    how_much = Words("How much do you need?", cy="Faint sydd ei angen arnoch?")
    how_long = Words("Over how many payments would you pay it back?",
                     cy="Dros faint o daliadau y byddech yn ei dalu'n ôl?")
    need = Words("Would waiting for your first payment put your health or safety at serious risk?",
                 cy="A fyddai aros am eich taliad cyntaf yn rhoi eich iechyd neu'ch diogelwch mewn perygl difrifol?")
    return (
        Question(fact=PENCE, ask=how_much, kind=Money(called=how_much, missing=Words(
            "Enter how much you need", cy="Rhowch faint sydd ei angen arnoch"))),
        Question(fact=OVER, ask=how_long, kind=Choice(
            choices=tuple(Answer(str(number), Words(f"{number} payments", cy=f"{number} taliad")) for number in over),
            called=how_long, missing=Words("Choose over how many payments", cy="Dewiswch dros faint o daliadau"))),
        Question(fact=IN_NEED, ask=need, kind=YesNo(called=need, missing=Words(
            "Choose yes if you cannot wait", cy="Dewiswch ie os na allwch aros")),
            hint=Words("For example, you would be without food, heating, medicine or a home",
                       cy="Er enghraifft, byddech heb fwyd, gwres, meddyginiaeth neu gartref")),
    )
