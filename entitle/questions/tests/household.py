"""A small question set with every kind in it, for the tests."""

from entitle.facts.dictionary import Dictionary
from entitle.facts.fact import Choice as Answer
from entitle.facts.fact import Fact
from entitle.kernel.words import Words
from entitle.questions.bank import contact, identity, money
from entitle.questions.conditions import all_of, any_of, is_known, is_no, is_one_of, is_yes
from entitle.questions.kinds import Choice, Count, Date, Document, Money, Postcode, Repeat, Text, YesNo
from entitle.questions.question import Question
from entitle.questions.question_set import QuestionSet

FACTS = (
    Fact(
        "home.tenure",
        "choice",
        Words("How the home is held", cy="Sut y delir y cartref"),
        choices=(
            Answer("rents", Words("Rents it", cy="Yn ei rentu")),
            Answer("owns", Words("Owns it", cy="Yn berchen arno")),
        ),
    ),
    Fact("home.rent", "money", Words("Rent", cy="Rhent")),
    Fact("home.ground_rent", "money", Words("Ground rent", cy="Rhent tir")),
    Fact("home.shared", "yes_no", Words("Shares the home", cy="Yn rhannu'r cartref")),
    Fact("home.old_postcode", "postcode", Words("Old postcode", cy="Hen god post")),
    Fact("home.tenancy", "document", Words("Tenancy agreement", cy="Cytundeb tenantiaeth")),
    Fact("home.notes", "text", Words("Notes", cy="Nodiadau")),
    Fact("household.rooms", "count", Words("Number of children", cy="Nifer y plant")),
    Fact("household.trips", "repeat", Words("Trips", cy="Teithiau")),
    Fact("trip.country", "text", Words("Country", cy="Gwlad")),
    Fact("trip.from_on", "date", Words("From", cy="O")),
    Fact("trip.until_on", "date", Words("Until", cy="Hyd at")),
)
DICTIONARY = Dictionary(FACTS)

TRIPS = Repeat(
    each=Words("Trip", cy="Taith"),
    at_most=4,
    questions=(
        Question(fact="trip.country", kind=Text(), ask=Words("Where?", cy="Ble?")),
        Question(fact="trip.from_on", kind=Date(), ask=Words("From when?", cy="O bryd?")),
        Question(fact="trip.until_on", kind=Date(), ask=Words("Until when?", cy="Tan bryd?"), optional=True),
    ),
)

HOUSEHOLD = QuestionSet(
    name="household",
    title=Words("Your household", cy="Eich cartref"),
    dictionary=DICTIONARY,
    declaration=Words("It is true.", cy="Mae'n wir."),
    questions=(
        identity.NAME,
        identity.BORN_ON,
        identity.SEX,
        identity.NINO_IF_KNOWN,
        contact.ADDRESS,
        contact.PHONE,
        contact.PHONE_IS_SAFE,
        contact.EMAIL,
        money.BANK_ACCOUNT,
        Question(fact="home.tenure", kind=Choice(), ask=Words("Do you rent or own?", cy="Rhentu neu berchen?")),
        Question(
            fact="home.rent",
            kind=Money(per=("week", "fortnight", "month")),
            proof="tenancy_agreement",
            ask=Words("How much rent do you pay?", cy="Faint o rent ydych chi'n ei dalu?"),
            say=Words("What rent do you pay, and how often?", cy="Pa rent, a pha mor aml?"),
            when=is_one_of("home.tenure", "rents", says=Words("they pay rent", cy="ydynt yn talu rhent")),
        ),
        Question(
            fact="home.ground_rent",
            kind=Money(per=("year",)),
            ask=Words("Ground rent?", cy="Rhent tir?"),
            when=is_one_of("home.tenure", "owns"),
            optional=True,
        ),
        Question(fact="home.shared", kind=YesNo(), ask=Words("Do you share it?", cy="Ydych chi'n ei rannu?")),
        Question(
            fact="household.rooms",
            kind=Count(at_most=30),
            ask=Words("How many children?", cy="Sawl plentyn?"),
            when=any_of(is_yes("home.shared"), all_of(is_no("home.shared"), is_known("home.rent"))),
        ),
        Question(fact="home.old_postcode", kind=Postcode(), ask=Words("Old postcode?", cy="Hen god post?")),
        Question(fact="household.trips", kind=TRIPS, ask=Words("Which trips?", cy="Pa deithiau?")),
        Question(
            fact="home.tenancy", kind=Document(), ask=Words("Your tenancy?", cy="Eich tenantiaeth?"), optional=True
        ),
        Question(
            fact="home.notes", kind=Text(long=True), ask=Words("Anything else?", cy="Unrhyw beth arall?"), optional=True
        ),
    ),
)

OLWEN = {
    "person.name": {"given": "Olwen", "family": "Ní Dhomhnaill"},
    "person.born_on": "1960-03-27",
    "person.sex": "female",
    "person.nino": "AB123456C",
    "home.address": {"lines": ["1 Stryd Fawr", "Caerdydd"], "postcode": "CF10 1AA"},
    "person.phone": "+447700900123",
    "person.phone_is_safe": True,
    "person.email": "olwen@example.com",
    "person.bank_account": {
        "sort_code": "309430",
        "account_number": "00733445",
        "account_name": "O Ní Dhomhnaill",
        "roll_number": "",
    },
    "home.tenure": "rents",
    "home.rent": {"pence": 43250, "per": "month"},
    "home.ground_rent": 10000,
    "home.shared": False,
    "household.rooms": 2,
    "home.old_postcode": "SA1 1AA",
    "household.trips": [
        {"trip.country": "France", "trip.from_on": "1980-01-02"},
        {"trip.country": "Spain", "trip.from_on": "1990-01-02", "trip.until_on": "1991-02-03"},
    ],
    "home.tenancy": "sha256:abc",
    "home.notes": "Two lines\nof notes",
}
"""A whole household's stored answers. `home.ground_rent` is off her path, since she rents."""


def ask(fact: str) -> Question:
    return HOUSEHOLD.question(fact)


def field(fact: str) -> str:
    return ask(fact).field_id
