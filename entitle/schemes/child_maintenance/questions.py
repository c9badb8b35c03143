"""What is asked of the parent who applies, whichever of the two it is."""
from __future__ import annotations

from dataclasses import replace

from entitle.facts.dictionary import Dictionary
from entitle.kernel.words import Words
from entitle.questions.bank import contact, identity, money
from entitle.questions.bank.household import CHILD_BORN_ON, CHILD_IN_EDUCATION, CHILD_NAME
from entitle.questions.conditions import all_of, is_one_of
from entitle.questions.kinds import Address, Choice, Count, Date, Email, Name, Nino, Repeat, YesNo
from entitle.questions.question import Question
from entitle.questions.question_set import QuestionSet
from entitle.schemes.child_maintenance.facts import FACTS
from entitle.schemes.child_maintenance.paying_others import ABOUT_OTHERS
from entitle.schemes.child_maintenance.paying_parent import ABOUT_INCOME

APPLIES_AS_PAYING = is_one_of("child_maintenance.applies_as", "paying", says=Words(
    "they are the parent who pays", cy="mai nhw yw'r rhiant sy'n talu"))
APPLIES_AS_RECEIVING = is_one_of("child_maintenance.applies_as", "receiving", says=Words(
    "the children live mostly with them", cy="yw'r plant yn byw gyda nhw yn bennaf"))

APPLIES_AS = Question(
    fact="child_maintenance.applies_as", kind=Choice(),
    ask=Words("Which parent are you?", cy="Pa riant ydych chi?"),
    say=Words("Do the children live mostly with you, or with the other parent?",
              cy="A yw'r plant yn byw gyda chi yn bennaf, neu gyda'r rhiant arall?"),
    hint=Words("Either of you can apply", cy="Gall y naill neu'r llall ohonoch wneud cais"),
    missing=Words("Choose which parent you are", cy="Dewiswch pa riant ydych chi"),
)
CARE_IS_EQUAL = Question(
    fact="child_maintenance.care_is_equal", kind=YesNo(),
    ask=Words("Do you both look after the children equally?",
              cy="A yw'r ddau ohonoch yn gofalu am y plant yn gyfartal?"),
    hint=Words("Think of everyday care as well as nights: school, doctors, clothes and meals",
               cy="Meddyliwch am ofal bob dydd yn ogystal â nosweithiau: ysgol, meddygon, dillad a phrydau bwyd"),
    missing=Words("Choose yes if you both look after the children equally",
                  cy="Dewiswch ie os yw'r ddau ohonoch yn gofalu am y plant yn gyfartal"),
)
NIGHTS = Question(
    fact="child.nights_with_paying_parent", kind=Count(at_most=366),
    ask=Words("How many nights a year does the child stay with the parent who pays?",
              cy="Faint o nosweithiau'r flwyddyn y mae'r plentyn yn aros gyda'r rhiant sy'n talu?"),
    hint=Words("One night a week is 52. Enter 0 if the child does not stay.",
               cy="Un noson yr wythnos yw 52. Rhowch 0 os nad yw'r plentyn yn aros."),
    missing=Words("Enter how many nights a year the child stays with the parent who pays",
                  cy="Rhowch faint o nosweithiau'r flwyddyn y mae'r plentyn yn aros gyda'r rhiant sy'n talu"),
)
CHILDREN = Question(
    fact="child_maintenance.children",
    kind=Repeat(each=Words("Child", cy="Plentyn"), questions=(CHILD_NAME, CHILD_BORN_ON, CHILD_IN_EDUCATION, NIGHTS)),
    ask=Words("Which children is this for?", cy="Ar gyfer pa blant y mae hyn?"),
    say=Words("Tell me about each child that you and the other parent have together.",
              cy="Dywedwch wrthyf am bob plentyn sydd gennych chi a'r rhiant arall gyda'ch gilydd."),
    hint=Words("Only the children that you and the other parent have together",
               cy="Dim ond y plant sydd gennych chi a'r rhiant arall gyda'ch gilydd"),
    missing=Words("Tell us about at least one child", cy="Dywedwch wrthym am o leiaf un plentyn"),
)
OTHER_NAME = Question(
    fact="other_parent.name", kind=Name(),
    ask=Words("What is the other parent’s name?", cy="Beth yw enw'r rhiant arall?"),
    missing=Words("Enter the other parent’s name", cy="Rhowch enw'r rhiant arall"),
)
OTHER_BORN_ON = Question(
    fact="other_parent.born_on", kind=Date(past=True, birthday=True), optional=True,
    ask=Words("What is the other parent’s date of birth?", cy="Beth yw dyddiad geni'r rhiant arall?"),
    hint=Words("It helps us to find the right person. If you do not know it, leave this blank.",
               cy="Mae'n ein helpu i ddod o hyd i'r person cywir. Os nad ydych yn ei wybod, gadewch hwn yn wag."),
)
OTHER_NINO = Question(
    fact="other_parent.nino", kind=Nino(), optional=True,
    ask=Words("What is the other parent’s National Insurance number?",
              cy="Beth yw rhif Yswiriant Gwladol y rhiant arall?"),
    hint=Words("If you do not know it, leave this blank and go on",
               cy="Os nad ydych yn ei wybod, gadewch hwn yn wag ac ewch ymlaen"),
)
OTHER_ADDRESS = Question(
    fact="other_parent.address", kind=Address(), optional=True,
    ask=Words("Where does the other parent live?", cy="Ble mae'r rhiant arall yn byw?"),
    hint=Words("We do not tell either of you where the other one lives",
               cy="Nid ydym yn dweud wrth yr un ohonoch ble mae'r llall yn byw"),
)
OTHER_EMAIL = Question(
    fact="other_parent.email", kind=Email(), optional=True,
    ask=Words("What is the other parent’s email address?", cy="Beth yw cyfeiriad e-bost y rhiant arall?"),
    hint=Words("We ask them to answer some questions too, in private",
               cy="Rydym yn gofyn iddynt ateb rhai cwestiynau hefyd, yn breifat"),
)
DOMESTIC_ABUSE = Question(
    fact="child_maintenance.domestic_abuse", kind=YesNo(),
    ask=Words("Has the other parent ever hurt you, frightened you or controlled you?",
              cy="A yw'r rhiant arall erioed wedi eich brifo, eich dychryn neu eich rheoli?"),
    hint=Words("We never tell them your answer. They never see your address or phone number.",
               cy="Nid ydym byth yn dweud eich ateb wrthynt. Nid ydynt byth yn gweld eich cyfeiriad na'ch rhif ffôn."),
    missing=Words("Choose yes if the other parent has hurt, frightened or controlled you",
                  cy="Dewiswch ie os yw'r rhiant arall wedi eich brifo, eich dychryn neu eich rheoli"),
)
SERVICE = Question(
    fact="child_maintenance.service", kind=Choice(),
    ask=Words("How should the money be paid?", cy="Sut ddylai'r arian gael ei dalu?"),
    hint=Words("If it goes through us, the parent who pays pays 20% more and we keep 4% of what the other parent gets. "
               "Between you it is free.",
               cy="Os yw'n mynd trwom ni, mae'r rhiant sy'n talu yn talu 20% yn fwy ac rydym yn cadw 4% o'r hyn y "
                  "mae'r rhiant arall yn ei gael. Rhyngoch chi mae am ddim."),
    missing=Words("Choose how the money should be paid", cy="Dewiswch sut ddylai'r arian gael ei dalu"),
)
BANK_ACCOUNT = replace(money.BANK_ACCOUNT, when=all_of(APPLIES_AS_RECEIVING, is_one_of(
    "child_maintenance.service", "collect_and_pay", says=Words("the money goes through us",
                                                               cy="yw'r arian yn mynd trwom ni"))))


def _if_paying(question: Question) -> Question:
    return replace(question, when=all_of(APPLIES_AS_PAYING, question.when) if question.when else APPLIES_AS_PAYING)


CLAIM = QuestionSet(
    name="child_maintenance_application",
    title=Words("Apply for child maintenance", cy="Gwneud cais am gynhaliaeth plant"),
    questions=(
        identity.NAME, identity.BORN_ON, identity.NINO,
        contact.ADDRESS, contact.PHONE, contact.PHONE_IS_SAFE, contact.EMAIL, contact.LANGUAGE, contact.LETTER_FORMAT,
        APPLIES_AS, CARE_IS_EQUAL, CHILDREN,
        OTHER_NAME, OTHER_BORN_ON, OTHER_NINO, OTHER_ADDRESS, OTHER_EMAIL, DOMESTIC_ABUSE,
        *(_if_paying(question) for question in (*ABOUT_INCOME, *ABOUT_OTHERS)),
        SERVICE, BANK_ACCOUNT,
        contact.HAS_HELPER, contact.HELPER_NAME, contact.ACCESS_NEEDS,
    ),
    declaration=Words(
        "What I have told you is true as far as I know. I will tell you when something changes.",
        cy="Mae'r hyn yr wyf wedi'i ddweud wrthych yn wir hyd y gwn i. Byddaf yn dweud wrthych pan "
           "fydd rhywbeth yn newid."),
    dictionary=Dictionary(FACTS),
)
