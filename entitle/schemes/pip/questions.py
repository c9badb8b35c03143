"""What is asked of someone who claims Personal Independence Payment."""
from __future__ import annotations

from entitle.facts.dictionary import Dictionary
from entitle.kernel.words import Words
from entitle.questions.bank import contact, health, identity, money
from entitle.questions.kinds import Date, Document, Text
from entitle.questions.question import Question
from entitle.questions.question_set import QuestionSet
from entitle.schemes.pip import residence_questions
from entitle.schemes.pip.activity_questions import OF_ACTIVITIES
from entitle.schemes.pip.facts import FACTS

NEEDS_BEGAN_ON = Question(
    fact="pip.needs_began_on", kind=Date(past=True),
    ask=Words("When did you start to need help because of your health?",
              cy="Pryd y dechreuoch fod angen help oherwydd eich iechyd?"),
    hint=Words("If you do not know the day, give the nearest you can. For example, 1 3 2024",
               cy="Os nad ydych yn gwybod y diwrnod, rhowch yr agosaf y gallwch. Er enghraifft, 1 3 2024"),
    missing=Words("Enter the date you started to need help", cy="Rhowch y dyddiad y dechreuoch fod angen help"),
)
HEALTH_WORKERS = Question(
    fact="pip.health_workers", kind=Text(long=True, at_most=1000), optional=True,
    ask=Words("Who knows most about your health?", cy="Pwy sy'n gwybod fwyaf am eich iechyd?"),
    hint=Words("For example, your doctor, nurse, carer or social worker, and how to reach them",
               cy="Er enghraifft, eich meddyg, nyrs, gofalwr neu weithiwr cymdeithasol, a sut i gysylltu â nhw"),
)
REPORT = Question(
    fact="pip.report", kind=Document(), optional=True,
    ask=Words("Can you send us a letter or report about your health?",
              cy="Allwch chi anfon llythyr neu adroddiad am eich iechyd atom?"),
    hint=Words("Send only what you have. You do not need to ask or pay for one.",
               cy="Anfonwch yr hyn sydd gennych yn unig. Nid oes angen i chi ofyn nac talu am un."),
    proof="letter",
)

CLAIM = QuestionSet(
    name="pip_claim",
    title=Words("Claim Personal Independence Payment", cy="Hawlio Taliad Annibyniaeth Personol"),
    questions=(
        identity.NAME, identity.BORN_ON, identity.NINO,
        contact.ADDRESS, contact.PHONE, contact.PHONE_IS_SAFE, contact.EMAIL, contact.LANGUAGE, contact.LETTER_FORMAT,
        residence_questions.LIVES_IN, residence_questions.BRITISH_OR_IRISH, residence_questions.TIME_ABROAD,
        residence_questions.STAYS_IN, residence_questions.HAD_AWARD_BEFORE,
        health.CONDITION, health.NEAR_END_OF_LIFE, NEEDS_BEGAN_ON,
        *OF_ACTIVITIES,
        HEALTH_WORKERS, REPORT,
        money.BANK_ACCOUNT,
        contact.HAS_HELPER, contact.HELPER_NAME, contact.ACCESS_NEEDS,
    ),
    declaration=Words(
        "What I have told you is true as far as I know. I will tell you when something changes. You may ask those who "
        "know my health about it.",
        cy="Mae'r hyn yr wyf wedi'i ddweud wrthych yn wir hyd y gwn i. Byddaf yn dweud wrthych pan fydd rhywbeth yn "
           "newid. "
           "Cewch ofyn i'r rhai sy'n gwybod am fy iechyd amdano."),
    dictionary=Dictionary(FACTS),
)
