"""Illness and disability."""
from __future__ import annotations

from entitle.kernel.words import Words
from entitle.questions.kinds import Date, Text, YesNo
from entitle.questions.question import Question

CONDITION = Question(
    fact="health.condition", kind=Text(long=True),
    ask=Words("What illness, injury or disability do you have?",
              cy="Pa salwch, anaf neu anabledd sydd gennych?"),
    hint=Words("Your own words are fine. Include your mental health.",
               cy="Mae eich geiriau eich hun yn iawn. Cofiwch gynnwys eich iechyd meddwl."),
    missing=Words("Enter the illness, injury or disability you have",
                  cy="Rhowch y salwch, yr anaf neu'r anabledd sydd gennych"),
)
NEAR_END_OF_LIFE = Question(
    fact="health.near_end_of_life", kind=YesNo(),
    ask=Words("Has a doctor or nurse said that you may not live longer than 12 months?",
              cy="A yw meddyg neu nyrs wedi dweud efallai na fyddwch yn byw mwy na 12 mis?"),
    hint=Words("We ask because we can then deal with your claim faster",
               cy="Rydym yn gofyn oherwydd gallwn wedyn ddelio â'ch cais yn gyflymach"),
    missing=Words("Choose yes if a doctor or nurse has said so", cy="Dewiswch ie os yw meddyg neu nyrs wedi dweud hyn"),
)
FIT_NOTE_FROM = Question(
    fact="health.fit_note_from_on", kind=Date(),
    ask=Words("What is the first day on your fit note?", cy="Beth yw'r diwrnod cyntaf ar eich nodyn ffitrwydd?"),
    missing=Words("Enter the first day on your fit note", cy="Rhowch y diwrnod cyntaf ar eich nodyn ffitrwydd"),
    proof="fit_note",
)
FIT_NOTE_UNTIL = Question(
    fact="health.fit_note_until_on", kind=Date(),
    ask=Words("What is the last day on your fit note?", cy="Beth yw'r diwrnod olaf ar eich nodyn ffitrwydd?"),
    missing=Words("Enter the last day on your fit note", cy="Rhowch y diwrnod olaf ar eich nodyn ffitrwydd"),
    proof="fit_note",
)
