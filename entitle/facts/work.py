"""Facts of a person's work, money and health. What changes from month to month is asked again in each claim."""
from __future__ import annotations

from entitle.facts.fact import Fact
from entitle.kernel.words import Words

WORK: tuple[Fact, ...] = (
    Fact("person.is_working", "yes_no", Words("Working", cy="Yn gweithio"), lasting=False),
    Fact("person.hours_per_week", "count", Words("Hours worked a week", cy="Oriau gwaith yr wythnos"),
         unit="hours a week", lasting=False),
    Fact("person.earnings_per_week", "money", Words("Earnings a week", cy="Enillion yr wythnos"),
         unit="pence a week", lasting=False),
    Fact("person.earnings_per_month", "money", Words("Earnings a month", cy="Enillion y mis"),
         unit="pence a month", lasting=False),
    Fact("person.in_education", "yes_no", Words("In full-time education", cy="Mewn addysg amser llawn"),
         lasting=False),
    Fact("person.has_pension", "yes_no", Words(
        "Gets a pension from work or of their own", cy="Yn cael pensiwn gwaith neu ei bensiwn ei hun"), lasting=False),
    Fact("person.pension_per_week", "money", Words("Pension a week", cy="Pensiwn yr wythnos"), unit="pence a week",
         lasting=False),
    Fact("person.pension_per_month", "money", Words("Pension a month", cy="Pensiwn y mis"), unit="pence a month",
         lasting=False),
    Fact("person.savings", "money", Words("Savings and investments", cy="Cynilion a buddsoddiadau"), lasting=False),
)

HEALTH: tuple[Fact, ...] = (
    Fact("health.condition", "text", Words("Illness, injury or disability", cy="Salwch, anaf neu anabledd"),
         sensitivity="special"),
    Fact("health.near_end_of_life", "yes_no", Words(
        "May not live longer than 12 months", cy="Efallai na fydd yn byw mwy na 12 mis"), sensitivity="special"),
    Fact("health.fit_note_from_on", "date", Words("Fit note from", cy="Nodyn ffitrwydd o"), sensitivity="special",
         lasting=False),
    Fact("health.fit_note_until_on", "date", Words("Fit note until", cy="Nodyn ffitrwydd hyd at"),
         sensitivity="special", lasting=False),
)
