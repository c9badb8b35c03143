"""What a health professional finds about the work that someone can do: of the claimant, and of a partner."""
from __future__ import annotations

from entitle.facts.dictionary import Dictionary
from entitle.kernel.words import Words
from entitle.questions.question import Question
from entitle.questions.question_set import QuestionSet
from entitle.schemes.universal_credit.asking import of_their_partner, whether, which
from entitle.schemes.universal_credit.facts import FACTS

_FOUND: tuple[Question, ...] = (
    which("person.work_capability", "What work can they do?", "Pa waith y gallant ei wneud?"),
    whether("person.terminally_ill", "Is it likely that they will not live more than 12 months?",
            "A yw'n debygol na fyddant yn byw mwy na 12 mis?"),
    whether("person.severe_conditions", "Do they meet the severe conditions criteria?",
            "Ydynt yn bodloni'r meini prawf cyflyrau difrifol?"),
    whether("person.no_wait_for_health_element", "Are they excused the 3-month wait?",
            "Ydynt wedi'u hesgusodi rhag yr arhosiad o 3 mis?"),
    whether("person.health_claim_before_april_2026",
            "Did they have the health element, or wait for it, before 6 April 2026?",
            "A gawsant yr elfen iechyd, neu a oeddent yn aros amdani, cyn 6 Ebrill 2026?"),
    whether("person.limited_capability_before_april_2017",
            "Have they had limited capability for work since before 3 April 2017?",
            "A fu ganddynt allu cyfyngedig i weithio ers cyn 3 Ebrill 2017?"),
)
ASSESSMENT = QuestionSet(
    name="universal_credit_assessment", questions=_FOUND, dictionary=Dictionary(FACTS),
    title=Words("Work capability assessment", cy="Asesiad gallu i weithio"))
PARTNER_ASSESSMENT = QuestionSet(
    name="universal_credit_partner_assessment", questions=of_their_partner(*_FOUND), dictionary=Dictionary(FACTS),
    title=Words("Work capability assessment of the partner", cy="Asesiad gallu i weithio y partner"))
