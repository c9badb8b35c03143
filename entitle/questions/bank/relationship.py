"""Marriage and civil partnership."""
from __future__ import annotations

from entitle.kernel.words import Words
from entitle.questions.conditions import is_one_of
from entitle.questions.kinds import Choice, Date
from entitle.questions.question import Question

RELATIONSHIP = Question(
    fact="person.relationship", kind=Choice(),
    ask=Words("Are you married or in a civil partnership?", cy="Ydych chi'n briod neu mewn partneriaeth sifil?"),
    say=Words("Are you, or have you ever been, married or in a civil partnership?",
              cy="Ydych chi, neu a fuoch chi erioed, yn briod neu mewn partneriaeth sifil?"),
    hint=Words("If it has changed more than once, choose what is true now",
               cy="Os yw wedi newid fwy nag unwaith, dewiswch yr hyn sy'n wir nawr"),
    missing=Words("Choose whether you are married or in a civil partnership",
                  cy="Dewiswch a ydych yn briod neu mewn partneriaeth sifil"),
    proof="marriage_certificate",
)
RELATIONSHIP_CHANGED_ON = Question(
    fact="person.relationship_changed_on", kind=Date(past=True),
    ask=Words("When did that last change?", cy="Pryd y newidiodd hynny ddiwethaf?"),
    say=Words("What was the date of your most recent marriage, civil partnership, divorce or bereavement?",
              cy="Beth oedd dyddiad eich priodas, partneriaeth sifil, ysgariad neu brofedigaeth ddiweddaraf?"),
    hint=Words("The date of your most recent marriage, civil partnership, divorce or bereavement. "
               "For example, 27 3 1985",
               cy="Dyddiad eich priodas, partneriaeth sifil, ysgariad neu brofedigaeth ddiweddaraf. "
                  "Er enghraifft, 27 3 1985"),
    missing=Words("Enter the date it last changed", cy="Rhowch y dyddiad y newidiodd ddiwethaf"),
    when=is_one_of("person.relationship", "married", "divorced", "widowed",
                   says=Words("they are, or have been, married or in a civil partnership",
                              cy="ydynt, neu os buont, yn briod neu mewn partneriaeth sifil")),
)
