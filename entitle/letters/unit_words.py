"""The words of each unit that a rule or an amount of the law is in: one of them, and many."""
from __future__ import annotations

from entitle.kernel.words import Words

YES_NO = {True: Words("yes", cy="ydy"), False: Words("no", cy="nac ydy")}
PERIODS = {
    "pence": Words("{}"),
    "pence_per_hour": Words("{} an hour", cy="{} yr awr"),
    "pence_per_day": Words("{} a day", cy="{} y dydd"),
    "pence_per_week": Words("{} a week", cy="{} yr wythnos"),
    "pence_per_month": Words("{} a month", cy="{} y mis"),
    "pence_per_year": Words("{} a year", cy="{} y flwyddyn"),
}
LENGTHS = {
    "days": (Words("1 day", cy="1 diwrnod"), Words("{} days", cy="{} diwrnod")),
    "weeks": (Words("1 week", cy="1 wythnos"), Words("{} weeks", cy="{} wythnos")),
    "months": (Words("1 month", cy="1 mis"), Words("{} months", cy="{} mis")),
    "years": (Words("1 year", cy="1 flwyddyn"), Words("{} years", cy="{} o flynyddoedd")),
}
COUNTS = LENGTHS | {
    "bedrooms": (Words("1 bedroom", cy="1 ystafell wely"), Words("{} bedrooms", cy="{} ystafell wely")),
    "children": (Words("1 child", cy="1 plentyn"), Words("{} children", cy="{} o blant")),
    "fourteenths": (Words("1 part in 14", cy="1 rhan o 14"), Words("{} parts in 14", cy="{} rhan o 14")),
    "hours": (Words("1 hour", cy="1 awr"), Words("{} hours", cy="{} awr")),
    "nights": (Words("1 night", cy="1 noson"), Words("{} nights", cy="{} noson")),
    "parents": (Words("1 parent", cy="1 rhiant"), Words("{} parents", cy="{} o rieni")),
    "parts": (Words("1 part", cy="1 rhan"), Words("{} parts", cy="{} rhan")),
    "points": (Words("1 point", cy="1 pwynt"), Words("{} points", cy="{} pwynt")),
}
PLACE = Words("number {}", cy="rhif {}")
LEVEL = Words("level {}", cy="lefel {}")
NO_LEVEL = Words("no level", cy="dim lefel")
EXACT = 10_000
"""Parts of a penny in an exact amount."""
OTHERS = ("date", "weekday", "yes_no", "place", "descriptor", "ten_thousandths_of_a_penny")
