"""The other parents whom the paying parent pays through us, whose children share in the amount."""
from __future__ import annotations

from entitle.kernel.words import Words
from entitle.questions.conditions import is_yes
from entitle.questions.kinds import Count, Name, Repeat, YesNo
from entitle.questions.question import Question

PAYS_OTHERS = Question(
    fact="paying_parent.pays_other_parents", kind=YesNo(),
    ask=Words("Do you pay child maintenance through us to any other parent?",
              cy="Ydych chi'n talu cynhaliaeth plant trwom ni i unrhyw riant arall?"),
    hint=Words("We do not tell either parent about the other", cy="Nid ydym yn dweud wrth y naill riant am y llall"),
    missing=Words("Choose yes if you pay another parent through us",
                  cy="Dewiswch ie os ydych yn talu rhiant arall trwom ni"),
)


def _how_many(fact: str, en: str, cy: str) -> Question:
    return Question(
        fact=fact, kind=Count(at_most=30), ask=Words(f"How many of them stay with you {en} nights a year?",
                                                     cy=f"Faint ohonynt sy'n aros gyda chi {cy} y flwyddyn?"),
        missing=Words(f"Enter how many stay {en} nights a year, or 0",
                      cy=f"Rhowch faint sy'n aros {cy} y flwyddyn, neu 0"),
    )


OTHER_RECEIVING_PARENTS = Question(
    fact="paying_parent.other_receiving_parents",
    kind=Repeat(each=Words("Parent", cy="Rhiant"), questions=(
        Question(fact="receiving_parent.name", kind=Name(), ask=Words("What is their name?", cy="Beth yw eu henw?"),
                 missing=Words("Enter the name of the parent", cy="Rhowch enw'r rhiant")),
        Question(fact="receiving_parent.children", kind=Count(at_least=1, at_most=30),
                 ask=Words("How many children do you pay them for?", cy="Am faint o blant yr ydych yn eu talu?"),
                 missing=Words("Enter how many children you pay them for",
                               cy="Rhowch am faint o blant yr ydych yn eu talu")),
        _how_many("receiving_parent.children_52_nights", "52 to 103", "52 i 103 noson"),
        _how_many("receiving_parent.children_104_nights", "104 to 155", "104 i 155 noson"),
        _how_many("receiving_parent.children_156_nights", "156 to 174", "156 i 174 noson"),
        _how_many("receiving_parent.children_175_nights", "175 or more", "175 noson neu fwy"),
    )),
    ask=Words("Which other parents do you pay through us?", cy="Pa rieni eraill yr ydych yn eu talu trwom ni?"),
    missing=Words("Tell us about each other parent you pay through us",
                  cy="Dywedwch wrthym am bob rhiant arall yr ydych yn eu talu trwom ni"),
    when=is_yes("paying_parent.pays_other_parents", says=Words("they pay another parent through us",
                                                               cy="ydynt yn talu rhiant arall trwom ni")),
)

ABOUT_OTHERS: tuple[Question, ...] = (PAYS_OTHERS, OTHER_RECEIVING_PARENTS)
