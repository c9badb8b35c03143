"""What a council asks of whoever wants its help with rent and council tax: the same questions as our own."""
from __future__ import annotations

from entitle.kernel.words import Words
from entitle.questions.bank import contact, household, housing, identity, savings
from entitle.questions.question_set import QuestionSet

HOUSING_FORM = QuestionSet(
    name="council_housing",
    title=Words("Help from the council with rent and council tax",
                cy="Cymorth gan y cyngor gyda rhent a threth gyngor"),
    questions=(
        identity.NAME, identity.BORN_ON, identity.NINO, contact.ADDRESS, *contact.REACHING, contact.EMAIL,
        contact.REACHED_BY, contact.LANGUAGE, contact.LETTER_FORMAT, household.HAS_PARTNER, household.PARTNER_NAME,
        household.PARTNER_BORN_ON, household.PARTNER_NINO, household.HAS_CHILDREN, household.CHILDREN,
        housing.PAYS_RENT, housing.RENTS_FROM, housing.RENT, housing.RENT_PAID_EVERY, savings.SAVINGS,
    ),
    declaration=Words("You may give these answers to my council, so that I need not say them again.",
                      cy="Cewch roi'r atebion hyn i'm cyngor, fel nad oes angen i mi eu dweud eto."),
)
