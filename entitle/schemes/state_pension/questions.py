"""What is asked of someone who claims the new State Pension."""
from __future__ import annotations

from entitle.facts.dictionary import Dictionary
from entitle.kernel.words import Words
from entitle.questions.bank import contact, identity, money, relationship
from entitle.questions.conditions import is_one_of, is_yes
from entitle.questions.kinds import Choice, Date, Document, Repeat, Text, YesNo
from entitle.questions.question import Question
from entitle.questions.question_set import QuestionSet
from entitle.schemes.state_pension.facts import FACTS

LIVED_ABROAD = Question(
    fact="state_pension.lived_abroad", kind=YesNo(),
    ask=Words("Have you lived or worked outside the United Kingdom?",
              cy="Ydych chi wedi byw neu weithio y tu allan i'r Deyrnas Unedig?"),
    hint=Words("Do not count holidays. The United Kingdom is England, Scotland, Wales and Northern Ireland.",
               cy="Peidiwch â chyfrif gwyliau. Y Deyrnas Unedig yw Lloegr, yr Alban, Cymru a Gogledd Iwerddon."),
    missing=Words("Choose yes if you have lived or worked outside the United Kingdom",
                  cy="Dewiswch ie os ydych wedi byw neu weithio y tu allan i'r Deyrnas Unedig"),
)
COUNTRIES_ABROAD = Question(
    fact="state_pension.countries_abroad",
    kind=Repeat(each=Words("Country", cy="Gwlad"), questions=(
        Question(fact="state_pension.country_abroad", kind=Text(at_most=80),
                 ask=Words("Which country?", cy="Pa wlad?"),
                 missing=Words("Enter the country", cy="Rhowch y wlad")),
        Question(fact="state_pension.abroad_from_on", kind=Date(past=True),
                 ask=Words("When did you start living or working there?", cy="Pryd y dechreuoch fyw neu weithio yno?"),
                 missing=Words("Enter the date you started living or working there",
                               cy="Rhowch y dyddiad y dechreuoch fyw neu weithio yno")),
        Question(fact="state_pension.abroad_until_on", kind=Date(past=True), optional=True,
                 ask=Words("When did you leave?", cy="Pryd y gadawsoch?"),
                 hint=Words("Leave this blank if you are still there. For example, 27 3 1990",
                            cy="Gadewch hwn yn wag os ydych yn dal yno. Er enghraifft, 27 3 1990")),
    )),
    ask=Words("Where outside the United Kingdom have you lived or worked?",
              cy="Ble y tu allan i'r Deyrnas Unedig ydych chi wedi byw neu weithio?"),
    hint=Words("If you do not remember the exact dates, give the nearest you can",
               cy="Os nad ydych yn cofio'r union ddyddiadau, rhowch y rhai agosaf y gallwch"),
    missing=Words("Tell us about at least one country", cy="Dywedwch wrthym am o leiaf un wlad"),
    when=is_yes("state_pension.lived_abroad", says=Words("they have lived or worked outside the United Kingdom",
                                                         cy="ydynt wedi byw neu weithio y tu allan "
                                                            "i'r Deyrnas Unedig")),
)
WHEN_TO_START = Question(
    fact="state_pension.when_to_start", kind=Choice(),
    ask=Words("When do you want your State Pension to start?",
              cy="Pryd ydych chi am i'ch Pensiwn y Wladwriaeth ddechrau?"),
    say=Words("Would you like your State Pension as soon as possible, or from a later date? It can grow if you wait.",
              cy="Hoffech chi gael eich Pensiwn y Wladwriaeth cyn gynted â phosibl, neu o ddyddiad hwyrach? "
                 "Gall dyfu os arhoswch."),
    hint=Words("If you put it off for 9 weeks or more, you get more each week",
               cy="Os byddwch yn ei ohirio am 9 wythnos neu fwy, cewch fwy bob wythnos"),
    missing=Words("Choose when you want your State Pension to start",
                  cy="Dewiswch pryd ydych chi am i'ch Pensiwn y Wladwriaeth ddechrau"),
)
STARTS_LATER_ON = Question(
    fact="state_pension.starts_later_on", kind=Date(),
    ask=Words("On what date should it start?", cy="Ar ba ddyddiad ddylai ddechrau?"),
    missing=Words("Enter the date it should start", cy="Rhowch y dyddiad y dylai ddechrau"),
    when=is_one_of("state_pension.when_to_start", "later",
                   says=Words("they want to start later", cy="ydynt am ddechrau'n hwyrach")),
)
BENEFITS_WHILE_DELAYING = Question(
    fact="state_pension.benefits_while_delaying", kind=YesNo(),
    ask=Words("Since reaching State Pension age, have you or your partner had any other benefit?",
              cy="Ers cyrraedd oedran Pensiwn y Wladwriaeth, a ydych chi neu'ch partner wedi cael "
                 "unrhyw fudd-dal arall?"),
    hint=Words("For example, Pension Credit, Universal Credit or Carer’s Allowance. Choose no if you have not reached "
               "State Pension age yet.",
               cy="Er enghraifft, Credyd Pensiwn, Credyd Cynhwysol neu Lwfans Gofalwr. Dewiswch na os nad ydych wedi "
                  "cyrraedd oedran Pensiwn y Wladwriaeth eto."),
    missing=Words("Choose yes if you or your partner have had another benefit since State Pension age",
                  cy="Dewiswch ie os ydych chi neu'ch partner wedi cael budd-dal arall ers oedran "
                     "Pensiwn y Wladwriaeth"),
)
BIRTH_CERTIFICATE = Question(
    fact="state_pension.birth_certificate", kind=Document(), optional=True,
    ask=Words("Can you send us your birth certificate or passport?",
              cy="Allwch chi anfon eich tystysgrif geni neu'ch pasbort atom?"),
    proof="birth_certificate",
)

CLAIM = QuestionSet(
    name="state_pension_claim",
    title=Words("Claim State Pension", cy="Hawlio Pensiwn y Wladwriaeth"),
    questions=(
        identity.NAME, identity.BORN_ON, identity.SEX, identity.NINO,
        contact.ADDRESS, contact.PHONE, contact.PHONE_IS_SAFE, contact.EMAIL, contact.LANGUAGE, contact.LETTER_FORMAT,
        relationship.RELATIONSHIP, relationship.RELATIONSHIP_CHANGED_ON,
        LIVED_ABROAD, COUNTRIES_ABROAD,
        WHEN_TO_START, STARTS_LATER_ON, BENEFITS_WHILE_DELAYING,
        money.BANK_ACCOUNT,
        contact.HAS_HELPER, contact.HELPER_NAME, contact.ACCESS_NEEDS,
        BIRTH_CERTIFICATE,
    ),
    declaration=Words(
        "What I have told you is true as far as I know. I will tell you when something changes.",
        cy="Mae'r hyn yr wyf wedi'i ddweud wrthych yn wir hyd y gwn i. Byddaf yn dweud wrthych pan "
           "fydd rhywbeth yn newid."),
    dictionary=Dictionary(FACTS),
)
