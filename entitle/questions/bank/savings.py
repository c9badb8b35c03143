"""Savings, and pensions other than from the state."""
from __future__ import annotations

from entitle.kernel.words import Words
from entitle.questions.conditions import is_yes
from entitle.questions.kinds import Money, YesNo
from entitle.questions.question import Question

_HAS_PENSION = is_yes("person.has_pension", says=Words("they get a pension", cy="ydynt yn cael pensiwn"))

HAS_PENSION = Question(
    fact="person.has_pension", kind=YesNo(),
    ask=Words("Do you get a pension from a job, or one that you saved for yourself?",
              cy="Ydych chi'n cael pensiwn o swydd, neu un y gwnaethoch gynilo ar ei gyfer eich hun?"),
    hint=Words("Do not count the State Pension", cy="Peidiwch â chyfrif Pensiwn y Wladwriaeth"),
    missing=Words("Choose yes if you get a pension from a job or one that you saved for",
                  cy="Dewiswch ie os ydych yn cael pensiwn o swydd neu un y gwnaethoch gynilo ar ei gyfer"),
)
PENSION_PER_WEEK = Question(
    fact="person.pension_per_week", kind=Money(per=("week",)),
    ask=Words("How much is your pension a week?", cy="Faint yw eich pensiwn yr wythnos?"),
    hint=Words("Before tax. If you have more than one, add them together.",
               cy="Cyn treth. Os oes gennych fwy nag un, adiwch nhw at ei gilydd."),
    missing=Words("Enter your pension a week", cy="Rhowch eich pensiwn yr wythnos"),
    when=_HAS_PENSION,
)
PENSION_PER_MONTH = Question(
    fact="person.pension_per_month", kind=Money(per=("month",)),
    ask=Words("How much is your pension a month?", cy="Faint yw eich pensiwn y mis?"),
    hint=Words("After tax. If you have more than one, add them together.",
               cy="Ar ôl treth. Os oes gennych fwy nag un, adiwch nhw at ei gilydd."),
    missing=Words("Enter your pension a month", cy="Rhowch eich pensiwn y mis"),
    when=_HAS_PENSION,
)
SAVINGS = Question(
    fact="person.savings", kind=Money(),
    ask=Words("How much do you have in savings and investments?",
              cy="Faint sydd gennych mewn cynilion a buddsoddiadau?"),
    hint=Words("Cash, money in accounts, shares, and property other than your home. Enter 0 if you have none.",
               cy="Arian parod, arian mewn cyfrifon, cyfranddaliadau, ac eiddo heblaw eich cartref. "
                  "Rhowch 0 os nad oes gennych ddim."),
    missing=Words("Enter how much you have, or 0", cy="Rhowch faint sydd gennych, neu 0"),
    proof="bank_statement",
)
