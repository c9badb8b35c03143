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
RENT = Question(
    fact="home.rent", kind=Money(),
    ask=Words("How much is your rent?", cy="Faint yw eich rhent?"),
    hint=Words("The whole rent, without service charges", cy="Y rhent cyfan, heb daliadau gwasanaeth"),
    missing=Words("Enter an amount: How much is your rent?", cy="Rhowch swm: Faint yw eich rhent?"),
    when=_PAYS_RENT,
    proof="tenancy_agreement",
)
RENT_PAID_EVERY = Question(
    fact="home.rent_paid_every", kind=Choice(),
    ask=Words("How often do you pay it?", cy="Pa mor aml ydych chi'n ei dalu?"),
    missing=Words("Choose an answer: How often do you pay it?", cy="Dewiswch ateb: Pa mor aml ydych chi'n ei dalu?"),
    when=_PAYS_RENT,
)
