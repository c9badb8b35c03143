"""The showcase's question set and the one draft that everyone shares."""

from __future__ import annotations

from typing import Any

from entitle.facts.dictionary import Dictionary
from entitle.facts.fact import Fact
from entitle.kernel.words import Words
from entitle.questions.conditions import is_yes
from entitle.questions.kinds.answering import Upload
from entitle.questions.kinds.choice import Choice
from entitle.questions.kinds.date import Date
from entitle.questions.kinds.document import Document
from entitle.questions.kinds.name import Name
from entitle.questions.kinds.repeat import Repeat
from entitle.questions.kinds.text import Text
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
            Fact("showcase.stays", "repeat", Words("Countries", "Gwledydd")),
            Fact("showcase.country", "text", Words("Country", "Gwlad")),
            Fact("showcase.permit", "document", Words("Permit", "Trwydded")),
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
        Question(
            fact="showcase.stays",
            kind=Repeat(
                each=Words("Country", "Gwlad"),
                questions=(
                    Question(fact="showcase.country", kind=Text(), ask=Words("Which country?", "Pa wlad?")),
                    Question(fact="showcase.left_on", kind=Date(), ask=Words("From when?", "O bryd?"), optional=True),
                ),
            ),
            ask=Words("Where did you live?", "Ble buoch chi'n byw?"),
            when=is_yes("showcase.lived_abroad"),
        ),
        Question(
            fact="showcase.permit",
            kind=Document(),
            ask=Words("Send a picture of your permit", "Anfonwch lun o'ch trwydded"),
            when=is_yes("showcase.lived_abroad"),
        ),
    ),
    declaration=Words("What I have said is true and complete.", "Mae'r hyn a ddywedais yn wir ac yn gyflawn."),
)
KEPT: dict[str, bytes] = {}
DRAFT: dict[str, Any] = {}


def keep(upload: Upload) -> str:
    """Holds a file in memory and names it."""
    KEPT[upload.file_name] = upload.content
    return f"kept-{upload.file_name}"
