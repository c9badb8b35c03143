"""What is asked of someone who claims Universal Credit."""
from __future__ import annotations

from dataclasses import replace

from entitle.facts.dictionary import Dictionary
from entitle.kernel.words import Words
from entitle.questions.bank import contact, household, housing, identity, money
from entitle.questions.conditions import is_yes
from entitle.questions.question_set import QuestionSet
from entitle.schemes.universal_credit import adult_questions as of_adults
from entitle.schemes.universal_credit.asking import what_day, whether
from entitle.schemes.universal_credit.facts import FACTS
from entitle.schemes.universal_credit.home_questions import CHILDCARE, HOME, NON_DEPENDANTS, OF_A_CHILD

_CHILDREN = is_yes("household.has_children", Words("children live with them", cy="oes plant yn byw gyda nhw"))
_EARLIER = is_yes("universal_credit.wants_earlier_start", Words(
    "they ask for an earlier start", cy="ydynt yn gofyn am ddechrau'n gynharach"))

CLAIM = QuestionSet(
    name="universal_credit_claim",
    title=Words("Claim Universal Credit", cy="Hawlio Credyd Cynhwysol"),
    questions=(
        identity.NAME, identity.BORN_ON, identity.NINO,
        contact.ADDRESS, contact.PHONE, contact.PHONE_IS_SAFE, contact.EMAIL, contact.LANGUAGE, contact.LETTER_FORMAT,
        housing.IN_GREAT_BRITAIN,
        *of_adults.ABOUT_THEM,
        household.HAS_PARTNER, household.PARTNER_NAME, household.PARTNER_BORN_ON, household.PARTNER_NINO,
        household.PARTNER_EMAIL,
        household.HAS_CHILDREN, household.children(*OF_A_CHILD),
        whether("household.gets_child_benefit", "Do you or your partner get Child Benefit?",
                "Ydych chi neu'ch partner yn cael Budd-dal Plant?", when=_CHILDREN),
        *CHILDCARE,
        housing.PAYS_RENT, housing.RENTS_FROM, *HOME, *NON_DEPENDANTS,
        *of_adults.HEALTH_AND_CARE, *of_adults.WORK, *of_adults.EARNINGS, *of_adults.INCOME, of_adults.SAVINGS,
        whether("universal_credit.wants_earlier_start",
                "Should your claim start before the day you first got in touch?",
                "A ddylai eich cais ddechrau cyn y diwrnod y gwnaethoch gysylltu gyntaf?",
                hint=("Only if something such as illness or a fault of ours stopped you claiming",
                      "Dim ond os oedd rhywbeth fel salwch neu fai arnom ni wedi'ch atal rhag hawlio")),
        replace(what_day("universal_credit.earlier_start_on", "From what day?", "O ba ddiwrnod?"), when=_EARLIER),
        money.BANK_ACCOUNT,
        contact.HAS_HELPER, contact.HELPER_NAME, contact.ACCESS_NEEDS,
    ),
    declaration=Words(
        "What I have told you is true as far as I know. I will tell you when something changes.",
        cy="Mae'r hyn yr wyf wedi'i ddweud wrthych yn wir hyd y gwn i. Byddaf yn dweud wrthych pan fydd rhywbeth yn "
           "newid."),
    dictionary=Dictionary(FACTS),
)
