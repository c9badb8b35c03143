"""What everyone is asked who asks for an advance, of a first payment or for a one-off cost, whatever the benefit."""
from __future__ import annotations

from collections.abc import Iterable

from entitle.facts.fact import Choice as Answer
from entitle.kernel.words import Words
from entitle.questions.kinds import Choice, Money, YesNo
from entitle.questions.question import Question

PENCE, OVER, IN_NEED, COST = "advance.pence", "advance.over", "advance.in_need", "advance.cost"
FOR_WORK, ANOTHER_COST = "work", "other"
COSTS = {
    "home": Words("Something for your home, such as a cooker or a repair",
                  cy="Rhywbeth i'ch cartref, fel popty neu waith atgyweirio"),
    FOR_WORK: Words("To get or keep work", cy="I gael neu gadw gwaith"),
    "funeral": Words("A funeral", cy="Angladd"),
    ANOTHER_COST: Words("Another one-off cost", cy="Cost untro arall"),
}
"""What an advance for a one-off cost is for."""


def advance_questions(over: Iterable[int]) -> tuple[Question, ...]:
    """`over`: the numbers of payments over which it may be paid back, to choose from."""
    need = Words("Would waiting for your first payment put your health or safety at serious risk?",
                 cy="A fyddai aros am eich taliad cyntaf yn rhoi eich iechyd neu'ch diogelwch mewn perygl difrifol?")
    return (
        *_how_much(over),
        Question(fact=IN_NEED, ask=need, kind=YesNo(called=need, missing=Words(
            "Choose yes if you cannot wait", cy="Dewiswch ie os na allwch aros")),
            hint=Words("For example, you would be without food, heating, medicine or a home",
                       cy="Er enghraifft, byddech heb fwyd, gwres, meddyginiaeth neu gartref")),
    )


def one_off_questions(over: Iterable[int]) -> tuple[Question, ...]:
    """The same of an advance for a one-off cost."""
    what_for = Words("What is it for?", cy="Ar gyfer beth mae?")
    return (
        Question(fact=COST, ask=what_for, kind=Choice(
            choices=tuple(Answer(name, words) for name, words in COSTS.items()), called=what_for,
            missing=Words("Choose what it is for", cy="Dewiswch ar gyfer beth mae"))),
        *_how_much(over),
    )


def _how_much(over: Iterable[int]) -> tuple[Question, ...]:
    how_much = Words("How much do you need?", cy="Faint sydd ei angen arnoch?")
    how_long = Words("Over how many payments would you pay it back?",
                     cy="Dros faint o daliadau y byddech yn ei dalu'n ôl?")
    return (
        Question(fact=PENCE, ask=how_much, kind=Money(called=how_much, missing=Words(
            "Enter how much you need", cy="Rhowch faint sydd ei angen arnoch"))),
        Question(fact=OVER, ask=how_long, kind=Choice(
            choices=tuple(Answer(str(number), Words(f"{number} payments", cy=f"{number} taliad")) for number in over),
            called=how_long, missing=Words("Choose over how many payments", cy="Dewiswch dros faint o daliadau"))),
    )
