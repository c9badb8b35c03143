"""The showcase's question set and the one draft that everyone shares."""

from __future__ import annotations

from typing import Any

from entitle.facts.dictionary import Dictionary
from entitle.facts.fact import Fact
from entitle.kernel.words import Words
from entitle.questions.conditions import is_yes
from entitle.questions.kinds.choice import Choice
from entitle.questions.kinds.date import Date
from entitle.questions.kinds.name import Name
from entitle.questions.kinds.yes_no import YesNo
from entitle.questions.question import Question
from entitle.questions.question_set import QuestionSet

CLAIM = QuestionSet(
    name="showcase",
    title=Words("A made-up claim", "Cais dychmygol"),
    dictionary=Dictionary(
        (
            Fact("showcase.lived_abroad", "yes_no", Words("Lived abroad", "Wedi byw dramor")),
            Fact("showcase.left_on", "date", Words("Date you left", "Dyddiad gadael")),
        )
    ),
    questions=(
        Question(fact="person.name", kind=Name(), ask=Words("What is your name?", "Beth yw eich enw?")),
        Question(
            fact="person.born_on",
            kind=Date(),
            ask=Words("What is your date of birth?", "Beth yw eich dyddiad geni?"),
            hint=Words("For example, 27 3 1960", "Er enghraifft, 27 3 1960"),
        ),
        Question(fact="person.relationship", kind=Choice(), ask=Words("Are you married?", "Ydych chi'n briod?")),
        Question(
            fact="showcase.lived_abroad",
            kind=YesNo(),
            ask=Words("Have you lived abroad?", "Ydych chi wedi byw dramor?"),
        ),
        Question(
            fact="showcase.left_on",
            kind=Date(),
            ask=Words("When did you leave?", "Pryd wnaethoch chi adael?"),
            when=is_yes("showcase.lived_abroad"),
        ),
    ),
    declaration=Words("What I have said is true and complete.", "Mae'r hyn a ddywedais yn wir ac yn gyflawn."),
)
DRAFT: dict[str, Any] = {}
