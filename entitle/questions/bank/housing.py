"""Where someone lives and what they pay for it."""
from __future__ import annotations

from entitle.kernel.words import Words
from entitle.questions.conditions import is_yes
from entitle.questions.kinds import Choice, Money, YesNo
from entitle.questions.question import Question

_PAYS_RENT = is_yes("home.pays_rent", says=Words("they pay rent", cy="ydynt yn talu rhent"))

IN_GREAT_BRITAIN = Question(
    fact="home.in_great_britain", kind=YesNo(),
    ask=Words("Do you live in England, Scotland or Wales?", cy="Ydych chi'n byw yn Lloegr, yr Alban neu Gymru?"),
    missing=Words("Choose yes if you live in England, Scotland or Wales",
                  cy="Dewiswch ie os ydych yn byw yn Lloegr, yr Alban neu Gymru"),
)
PAYS_RENT = Question(
    fact="home.pays_rent", kind=YesNo(),
    ask=Words("Do you pay rent for your home?", cy="Ydych chi'n talu rhent am eich cartref?"),
    missing=Words("Choose yes if you pay rent for your home", cy="Dewiswch ie os ydych yn talu rhent am eich cartref"),
)
RENTS_FROM = Question(
    fact="home.rents_from", kind=Choice(),
    ask=Words("Who do you pay your rent to?", cy="I bwy ydych chi'n talu eich rhent?"),
    missing=Words("Choose who you pay your rent to", cy="Dewiswch i bwy yr ydych yn talu eich rhent"),
    when=_PAYS_RENT,
)
RENT_PER_MONTH = Question(
    fact="home.rent_per_month", kind=Money(per=("month",)),
    ask=Words("How much rent do you pay a month?", cy="Faint o rent ydych chi'n ei dalu y mis?"),
    hint=Words("The whole rent, before any help you get with it. For example, 432.50",
               cy="Y rhent cyfan, cyn unrhyw help yr ydych yn ei gael ag ef. Er enghraifft, 432.50"),
    missing=Words("Enter your rent a month", cy="Rhowch eich rhent y mis"),
    when=_PAYS_RENT,
    proof="tenancy_agreement",
)
