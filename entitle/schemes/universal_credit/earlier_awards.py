"""What staff look up of people who had a benefit from us before: what that left to carry on into this claim."""
from __future__ import annotations

from entitle.facts.dictionary import Dictionary
from entitle.kernel.words import Words
from entitle.questions.conditions import is_yes
from entitle.questions.question import Question
from entitle.questions.question_set import QuestionSet
from entitle.schemes.universal_credit.asking import how_many, how_much, of_their_partner, whether
from entitle.schemes.universal_credit.award_facts import DEDUCTIONS
from entitle.schemes.universal_credit.facts import FACTS

NONE_WITHOUT_ONE = ("earlier_award_ended", "has_sanction", "has_deductions")
"""What is not so of people who never had a benefit from us: our own records say that they had none."""

_ENDED = is_yes("universal_credit.earlier_award_ended", Words("one did", cy="daeth un i ben"))
_SANCTION = is_yes("universal_credit.has_sanction", Words("there is one", cy="oes un"))
_OWES = is_yes("universal_credit.has_deductions", Words("there is", cy="oes"))
_COUPLE = is_yes("household.has_partner", Words("they live with a partner", cy="ydynt yn byw gyda phartner"))
_SANCTIONED: tuple[Question, ...] = (
    how_many("person.sanction_days", "How many days of this month are they sanctioned for?",
             "Am sawl diwrnod o'r mis hwn y maent wedi'u cosbi?", when=_SANCTION, at_most=31),
    whether("person.sanction_is_lower", "Is it at the lower rate?", "A yw ar y gyfradd is?", when=_SANCTION),
)
EARLIER_AWARDS = QuestionSet(
    name="universal_credit_earlier_awards",
    title=Words("What earlier benefits left", cy="Yr hyn a adawodd budd-daliadau cynharach"),
    questions=(
        whether("universal_credit.earlier_award_ended",
                "Did an award of Universal Credit end in the last 6 months because of earnings?",
                "A ddaeth dyfarniad Credyd Cynhwysol i ben yn y 6 mis diwethaf oherwydd enillion?"),
        how_much("universal_credit.surplus_earnings", "What surplus earnings did it leave?",
                 "Pa enillion dros ben a adawodd?", when=_ENDED),
        whether("universal_credit.fled_abuse", "Have they fled abuse at home?",
                "A ydynt wedi ffoi rhag cam-drin gartref?", when=_ENDED),
        whether("universal_credit.has_sanction", "Is a sanction in force?", "A oes cosb mewn grym?"),
        *_SANCTIONED, *of_their_partner(*_SANCTIONED, when=_COUPLE),
        whether("universal_credit.has_deductions", "Is anything to be taken back, or paid to others?",
                "A oes unrhyw beth i'w gymryd yn ôl, neu ei dalu i eraill?"),
        *(how_much(f"universal_credit.owed_{stem}", f"{en}: how much this month?", f"{cy}: faint y mis hwn?",
                   when=_OWES, hint=("Enter 0 if none", "Rhowch 0 os nad oes dim")) for stem, en, cy in DEDUCTIONS),
    ),
    dictionary=Dictionary(FACTS),
)
