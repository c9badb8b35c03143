"""What is asked of someone who claims Personal Independence Payment."""
from __future__ import annotations

from entitle.facts.dictionary import Dictionary
from entitle.kernel.words import Words
from entitle.questions.bank import contact, health, identity, money
from entitle.questions.conditions import Condition, is_no, is_yes
from entitle.questions.kinds import Choice, Date, Document, Text, YesNo
from entitle.questions.question import Question
from entitle.questions.question_set import QuestionSet
from entitle.schemes.pip.activities import DAILY_LIVING, MOBILITY, Activity
from entitle.schemes.pip.facts import FACTS

LIVES_IN = Question(
    fact="pip.lives_in", kind=Choice(),
    ask=Words("Where do you live?", cy="Ble rydych chi'n byw?"),
    hint=Words("Scotland and Northern Ireland have their own benefit in place of PIP",
               cy="Mae gan yr Alban a Gogledd Iwerddon eu budd-dal eu hunain yn lle PIP"),
    missing=Words("Choose where you live", cy="Dewiswch ble rydych chi'n byw"),
)
BRITISH_OR_IRISH = Question(
    fact="pip.british_or_irish", kind=YesNo(),
    ask=Words("Are you a British or Irish citizen?", cy="Ydych chi'n ddinesydd Prydeinig neu Wyddelig?"),
    hint=Words("If you are not, you may still get PIP. A person will check.",
               cy="Os nad ydych, efallai y cewch PIP o hyd. Bydd person yn gwirio."),
    missing=Words("Choose yes if you are a British or Irish citizen",
                  cy="Dewiswch ie os ydych yn ddinesydd Prydeinig neu Wyddelig"),
)
TIME_ABROAD = Question(
    fact="pip.time_abroad", kind=YesNo(),
    ask=Words("In the last 3 years, have you been abroad for more than 4 weeks at a time?",
              cy="Yn y 3 blynedd diwethaf, a ydych wedi bod dramor am fwy na 4 wythnos ar y tro?"),
    hint=Words("Abroad means outside England, Scotland and Wales",
               cy="Mae dramor yn golygu y tu allan i Gymru, Lloegr a'r Alban"),
    missing=Words("Choose yes if you have been abroad for more than 4 weeks at a time",
                  cy="Dewiswch ie os ydych wedi bod dramor am fwy na 4 wythnos ar y tro"),
)
STAYS_IN = Question(
    fact="pip.stays_in", kind=Choice(),
    ask=Words("Where are you staying now?", cy="Ble rydych chi'n aros nawr?"),
    missing=Words("Choose where you are staying now", cy="Dewiswch ble rydych chi'n aros nawr"),
)
HAD_AWARD_BEFORE = Question(
    fact="pip.had_award_before", kind=YesNo(),
    ask=Words("In the last 2 years, have you had PIP or Disability Living Allowance?",
              cy="Yn y 2 flynedd diwethaf, a ydych wedi cael PIP neu Lwfans Byw i'r Anabl?"),
    missing=Words("Choose yes if you have had PIP or Disability Living Allowance in the last 2 years",
                  cy="Dewiswch ie os ydych wedi cael PIP neu Lwfans Byw i'r Anabl yn y 2 flynedd diwethaf"),
)
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
_LIVES_ON = is_no("health.near_end_of_life", says=Words("they did not say that they are near the end of life",
                                                        cy="nad ydynt wedi dweud eu bod yn agos at ddiwedd oes"))


_NOT_SAID_IF_HARD = Words("Choose yes if {called} is hard for you", cy="Dewiswch ie os yw {called} yn anodd i chi")
_IS_HARD = Words("{called} is hard for them", cy="yw {called} yn anodd iddynt")
_HOW = Words("How does {called} go for you?", cy="Sut mae {called} yn mynd i chi?")
_TELL = Words(
    "Say what goes wrong, what or who helps you, and on how many days. Think of your bad days too.",
    cy="Dywedwch beth sy'n mynd o'i le, beth neu bwy sy'n eich helpu, ac ar faint o ddiwrnodau. Meddyliwch am eich "
       "diwrnodau gwael hefyd.")
_NOT_TOLD = Words("Tell us how {called} goes for you", cy="Dywedwch wrthym sut mae {called} yn mynd i chi")


def _of(activity: Activity, *, when: Condition | None) -> tuple[Question, Question]:
    """Whether an activity is hard, and how it goes."""
    return (
        Question(fact=activity.is_hard, kind=YesNo(), ask=activity.asks, missing=activity.say(_NOT_SAID_IF_HARD),
                 when=when),
        Question(fact=activity.told, kind=Text(long=True, at_most=3000), ask=activity.say(_HOW), hint=_TELL,
                 missing=activity.say(_NOT_TOLD), when=is_yes(activity.is_hard, says=activity.say(_IS_HARD))),
    )


CLAIM = QuestionSet(
    name="pip_claim",
    title=Words("Claim Personal Independence Payment", cy="Hawlio Taliad Annibyniaeth Personol"),
    questions=(
        identity.NAME, identity.BORN_ON, identity.NINO,
        contact.ADDRESS, contact.PHONE, contact.PHONE_IS_SAFE, contact.EMAIL, contact.LANGUAGE, contact.LETTER_FORMAT,
        LIVES_IN, BRITISH_OR_IRISH, TIME_ABROAD, STAYS_IN, HAD_AWARD_BEFORE,
        health.CONDITION, health.NEAR_END_OF_LIFE, NEEDS_BEGAN_ON,
        *(question for activity in DAILY_LIVING for question in _of(activity, when=_LIVES_ON)),
        *(question for activity in MOBILITY for question in _of(activity, when=None)),
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
