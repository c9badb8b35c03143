"""Who someone lives with: their partner and their children."""
from __future__ import annotations

from dataclasses import replace

from entitle.kernel.words import Words
from entitle.questions.conditions import Condition, IsKnown, IsOneOf, Joined, is_yes
from entitle.questions.kinds import Date, Email, Name, Nino, Repeat, YesNo
from entitle.questions.question import Question

_WITH_PARTNER = is_yes("household.has_partner", says=Words("they live with a partner", cy="ydynt yn byw gyda phartner"))
_WITH_CHILDREN = is_yes("household.has_children", says=Words("children live with them", cy="oes plant yn byw gyda nhw"))

HAS_PARTNER = Question(
    fact="household.has_partner", kind=YesNo(),
    ask=Words("Do you live with a partner?", cy="Ydych chi'n byw gyda phartner?"),
    hint=Words("A husband, wife or civil partner, or someone you live with as if you were married",
               cy="Gŵr, gwraig neu bartner sifil, neu rywun yr ydych yn byw gyda nhw fel petaech yn briod"),
    missing=Words("Choose yes if you live with a partner", cy="Dewiswch ie os ydych yn byw gyda phartner"),
)
PARTNER_NAME = Question(
    fact="partner.name", kind=Name(),
    ask=Words("What is your partner’s name?", cy="Beth yw enw eich partner?"),
    hint=Words("As it is on their passport, driving licence or birth certificate",
               cy="Fel y mae ar eu pasbort, trwydded yrru neu dystysgrif geni"),
    missing=Words("Enter your partner’s name", cy="Rhowch enw eich partner"),
    when=_WITH_PARTNER,
)
PARTNER_BORN_ON = Question(
    fact="partner.born_on", kind=Date(past=True, birthday=True),
    ask=Words("What is your partner’s date of birth?", cy="Beth yw dyddiad geni eich partner?"),
    missing=Words("Enter your partner’s date of birth", cy="Rhowch ddyddiad geni eich partner"),
    when=_WITH_PARTNER,
)
PARTNER_NINO = Question(
    fact="partner.nino", kind=Nino(), optional=True,
    ask=Words("What is your partner’s National Insurance number?",
              cy="Beth yw rhif Yswiriant Gwladol eich partner?"),
    hint=Words("If you do not know it, leave this blank and go on",
               cy="Os nad ydych yn ei wybod, gadewch hwn yn wag ac ewch ymlaen"),
    when=_WITH_PARTNER,
)
PARTNER_EMAIL = Question(
    fact="partner.email", kind=Email(), optional=True,
    ask=Words("What is your partner’s email address?", cy="Beth yw cyfeiriad e-bost eich partner?"),
    hint=Words("We ask them to take part in the claim. Without it we write to them at your address.",
               cy="Byddwn yn gofyn iddynt gymryd rhan yn y cais. Hebddo byddwn yn ysgrifennu atynt yn eich cyfeiriad."),
    when=_WITH_PARTNER,
)
HAS_CHILDREN = Question(
    fact="household.has_children", kind=YesNo(),
    ask=Words("Do any children live with you?", cy="A oes unrhyw blant yn byw gyda chi?"),
    hint=Words("Count each child who is normally in your care, and any young person still at school or college",
               cy="Cyfrifwch bob plentyn sydd fel arfer yn eich gofal, ac unrhyw berson ifanc sy'n dal yn yr ysgol "
                  "neu'r coleg"),
    missing=Words("Choose yes if children live with you", cy="Dewiswch ie os oes plant yn byw gyda chi"),
)
CHILD_NAME = Question(
    fact="child.name", kind=Name(),
    ask=Words("What is the child’s name?", cy="Beth yw enw'r plentyn?"),
    missing=Words("Enter the child’s name", cy="Rhowch enw'r plentyn"),
)
CHILD_BORN_ON = Question(
    fact="child.born_on", kind=Date(),
    ask=Words("What is the child’s date of birth?", cy="Beth yw dyddiad geni'r plentyn?"),
    missing=Words("Enter the child’s date of birth", cy="Rhowch ddyddiad geni'r plentyn"),
)
CHILD_IN_EDUCATION = Question(
    fact="child.in_education", kind=YesNo(),
    ask=Words("Is the child at school or college, or in training?",
              cy="A yw'r plentyn yn yr ysgol neu'r coleg, neu mewn hyfforddiant?"),
    missing=Words("Choose yes if the child is at school or college, or in training",
                  cy="Dewiswch ie os yw'r plentyn yn yr ysgol neu'r coleg, neu mewn hyfforddiant"),
)


def children(*more: Question, when: Condition | None = _WITH_CHILDREN) -> Question:
    """The list of children: each one's name and date of birth, and whatever more a benefit asks of each."""
    return replace(CHILDREN, kind=Repeat(each=_CHILD, questions=(CHILD_NAME, CHILD_BORN_ON, *more)), when=when)


_CHILD = Words("Child", cy="Plentyn")
CHILDREN = Question(
    fact="household.children", kind=Repeat(each=_CHILD, questions=(CHILD_NAME, CHILD_BORN_ON)),
    ask=Words("Who are the children who live with you?", cy="Pwy yw'r plant sy'n byw gyda chi?"),
    say=Words("Tell me about each child who lives with you.",
              cy="Dywedwch wrthyf am bob plentyn sy'n byw gyda chi."),
    missing=Words("Enter each child who lives with you", cy="Rhowch bob plentyn sy'n byw gyda chi"),
    when=_WITH_CHILDREN,
)


def of_partner(question: Question) -> Question:
    """The same question put to the claimant's partner about themselves: it fills partner.* where it filled person.*."""
    return replace(question, fact=_of_partner(question.fact), when=question.when and _turned(question.when))


def _of_partner(fact: str) -> str:
    return "partner." + fact.removeprefix("person.") if fact.startswith("person.") else fact


def _turned(condition: Condition) -> Condition:
    if isinstance(condition, Joined):
        return Joined(condition.word, tuple(_turned(part) for part in condition.parts))
    if isinstance(condition, IsOneOf | IsKnown):
        return replace(condition, fact=_of_partner(condition.fact))
    raise TypeError(f"{type(condition).__name__} is no condition over one fact")
