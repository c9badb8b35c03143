"""Work, and what it pays."""
from __future__ import annotations

from entitle.kernel.words import Words
from entitle.questions.conditions import is_yes
from entitle.questions.kinds import Count, Money, YesNo
from entitle.questions.question import Question

_WORKS = is_yes("person.is_working", says=Words("they work", cy="ydynt yn gweithio"))

IS_WORKING = Question(
    fact="person.is_working", kind=YesNo(),
    ask=Words("Are you working?", cy="Ydych chi'n gweithio?"),
    hint=Words("Count work for an employer and work for yourself, even a few hours",
               cy="Cyfrifwch waith i gyflogwr a gwaith i chi'ch hun, hyd yn oed ychydig oriau"),
    missing=Words("Choose yes if you are working", cy="Dewiswch ie os ydych yn gweithio"),
)
HOURS_PER_WEEK = Question(
    fact="person.hours_per_week", kind=Count(at_most=168),
    ask=Words("How many hours do you work in a week?", cy="Sawl awr ydych chi'n gweithio mewn wythnos?"),
    hint=Words("If it changes from week to week, give the usual number",
               cy="Os yw'n newid o wythnos i wythnos, rhowch y nifer arferol"),
    missing=Words("Enter how many hours you work in a week", cy="Rhowch sawl awr yr ydych yn gweithio mewn wythnos"),
    when=_WORKS,
)
EARNINGS_PER_WEEK = Question(
    fact="person.earnings_per_week", kind=Money(per=("week",)),
    ask=Words("How much are you paid a week?", cy="Faint ydych chi'n cael eich talu yr wythnos?"),
    hint=Words("After tax and National Insurance. For example, 96.20",
               cy="Ar ôl treth ac Yswiriant Gwladol. Er enghraifft, 96.20"),
    missing=Words("Enter how much you are paid a week", cy="Rhowch faint yr ydych yn cael eich talu yr wythnos"),
    when=_WORKS,
)
EARNINGS_PER_MONTH = Question(
    fact="person.earnings_per_month", kind=Money(per=("month",)),
    ask=Words("How much are you paid a month?", cy="Faint ydych chi'n cael eich talu y mis?"),
    hint=Words("After tax and National Insurance. For example, 832.40",
               cy="Ar ôl treth ac Yswiriant Gwladol. Er enghraifft, 832.40"),
    missing=Words("Enter how much you are paid a month", cy="Rhowch faint yr ydych yn cael eich talu y mis"),
    when=_WORKS,
)
IN_EDUCATION = Question(
    fact="person.in_education", kind=YesNo(),
    ask=Words("Are you in full-time education?", cy="Ydych chi mewn addysg amser llawn?"),
    missing=Words("Choose yes if you are in full-time education",
                  cy="Dewiswch ie os ydych mewn addysg amser llawn"),
)
