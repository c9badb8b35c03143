"""The home: its rent, its rooms, and whoever else lives in it."""
from __future__ import annotations

from entitle.kernel.words import Words
from entitle.questions.bank.household import CHILD_IN_EDUCATION
from entitle.questions.bank.housing import RENT, RENT_PAID_EVERY
from entitle.questions.conditions import all_of, is_no, is_one_of, is_yes
from entitle.questions.kinds import Choice, Date, Name, Repeat, YesNo
from entitle.questions.question import Question
from entitle.schemes.universal_credit.asking import ask, how_many, how_much, whether

_RENTS = is_yes("home.pays_rent", Words("they pay rent", cy="ydynt yn talu rhent"))
_OWNS = is_no("home.pays_rent", Words("they pay no rent", cy="nad ydynt yn talu rhent"))
_PRIVATE = all_of(_RENTS, is_one_of("home.rents_from", "private", says=Words(
    "the landlord is private", cy="mae'r landlord yn breifat")))
_SHARED = all_of(_RENTS, is_yes("home.rent_is_shared", Words("the rent is shared", cy="rhennir y rhent")))
_COUPLE = is_yes("household.has_partner", Words("they live with a partner", cy="ydynt yn byw gyda phartner"))
_CHILDCARE = is_yes("household.pays_childcare", Words("they pay for childcare", cy="ydynt yn talu am ofal plant"))
_OTHERS = is_yes("household.has_non_dependants", Words("other adults live there", cy="mae oedolion eraill yn byw yno"))

HOME: tuple[Question, ...] = (
    whether("home.is_temporary", "Is it temporary or supported housing?",
            "Ai tai dros dro neu â chymorth ydyw?", when=_RENTS,
            hint=("For example, a hostel or refuge, or a place the council put you in",
                  "Er enghraifft, hostel neu loches, neu le y rhoddodd y cyngor chi ynddo")),
    RENT,
    RENT_PAID_EVERY,
    how_many("home.rent_free_weeks", "How many weeks of the year do you pay no rent?",
             "Am sawl wythnos o'r flwyddyn nad ydych yn talu rhent?", when=_RENTS, at_most=52,
             hint=("Enter 0 if there are none", "Rhowch 0 os nad oes dim")),
    whether("home.owner_pays_charges", "Do you own your home and pay service charges for it?",
            "Ydych chi'n berchen ar eich cartref ac yn talu taliadau gwasanaeth amdano?", when=_OWNS),
    how_much("home.service_charges", "How much are the service charges, for the same time as the rent?",
             "Faint yw'r taliadau gwasanaeth, am yr un cyfnod â'r rhent?",
             hint=("Count lifts, cleaning of shared parts and the like. Enter 0 if there are none.",
                   "Cyfrifwch lifftiau, glanhau rhannau a rennir ac ati. Rhowch 0 os nad oes dim.")),
    whether("home.rent_is_shared", "Does someone outside your household pay part of the rent?",
            "A yw rhywun y tu allan i'ch aelwyd yn talu rhan o'r rhent?", when=_RENTS),
    how_many("home.people_liable", "How many people owe the rent in all?",
             "Faint o bobl sy'n gyfrifol am y rhent i gyd?", when=_SHARED, at_least=1, at_most=50),
    how_many("home.our_people_liable", "How many of them are you, or your partner?",
             "Faint ohonynt yw chi, neu'ch partner?", when=_SHARED, at_least=1, at_most=2),
    how_many("home.bedrooms", "How many bedrooms does your home have?", "Sawl ystafell wely sydd yn eich cartref?",
             when=_RENTS, at_most=30),
    whether("home.has_overnight_carer", "Does a carer who lives elsewhere often stay overnight?",
            "A yw gofalwr sy'n byw yn rhywle arall yn aros dros nos yn aml?", when=_RENTS),
    whether("home.is_foster_home", "Do you foster a child, or will you soon adopt one?",
            "Ydych chi'n maethu plentyn, neu ar fin mabwysiadu un?", when=_RENTS),
    whether("home.partners_need_own_rooms", "Does a disability mean that you and your partner cannot share a room?",
            "A yw anabledd yn golygu na allwch chi a'ch partner rannu ystafell?", when=all_of(_RENTS, _COUPLE)),
    whether("home.shared_rate_excepted",
            "Have you left care, a hostel for homeless people or prison, or do you get a disability benefit?",
            "Ydych chi wedi gadael gofal, hostel i bobl ddigartref neu garchar, neu'n cael budd-dal anabledd?",
            when=_PRIVATE,
            hint=("If you are under 35 and live alone, it can mean a higher rent counts",
                  "Os ydych o dan 35 ac yn byw ar eich pen eich hun, gall olygu bod rhent uwch yn cyfrif")),
    whether("home.in_greater_london", "Is your home in Greater London?", "A yw eich cartref yn Llundain Fwyaf?"),
)
NON_DEPENDANTS: tuple[Question, ...] = (
    whether("household.has_non_dependants", "Do any other adults live in your home?",
            "A oes unrhyw oedolion eraill yn byw yn eich cartref?",
            hint=("For example, a grown-up son or daughter, or a parent. Not your partner, a lodger or a landlord.",
                  "Er enghraifft, mab neu ferch sydd wedi tyfu, neu riant. Nid eich partner, lletywr na landlord.")),
    Question(
        fact="household.non_dependants", when=_OTHERS,
        kind=Repeat(each=Words("Adult", cy="Oedolyn"), questions=(
            ask("non_dependant.name", Name(), "What is their name?", "Beth yw eu henw?"),
            ask("non_dependant.born_on", Date(past=True), "What is their date of birth?", "Beth yw eu dyddiad geni?"),
            ask("non_dependant.exemption", Choice(), "Is any of these true of them?",
                "A oes unrhyw un o'r rhain yn wir amdanynt?"),
        )),
        ask=Words("Who are the other adults in your home?", cy="Pwy yw'r oedolion eraill yn eich cartref?"),
        missing=Words("Enter each adult who lives with you", cy="Rhowch bob oedolyn sy'n byw gyda chi")),
)
OF_A_CHILD: tuple[Question, ...] = (
    ask("child.sex", Choice(), "What is the child’s sex?", "Beth yw rhyw'r plentyn?"),
    ask("child.lives_with_claimant", YesNo(), "Does the child normally live with you?",
        "A yw'r plentyn yn byw gyda chi fel arfer?"),
    CHILD_IN_EDUCATION,
    ask("child.disability", Choice(), "Does the child get a disability benefit?",
        "A yw'r plentyn yn cael budd-dal anabledd?"),
    ask("child.needs_own_room", YesNo(), "Does a disability mean that the child cannot share a room?",
        "A yw anabledd yn golygu na all y plentyn rannu ystafell?"),
    ask("child.adopted_or_cared_for", YesNo(), "Did you adopt the child, or do you care for them instead of a parent?",
        "A wnaethoch fabwysiadu'r plentyn, neu ydych chi'n gofalu amdanynt yn lle rhiant?"),
)
CHILDCARE: tuple[Question, ...] = (
    whether("household.pays_childcare", "Do you pay for registered childcare?",
            "Ydych chi'n talu am ofal plant cofrestredig?",
            when=is_yes("household.has_children", Words("children live with them", cy="oes plant yn byw gyda nhw"))),
    how_many("household.children_in_childcare", "How many of your children is it for?",
             "Ar gyfer faint o'ch plant y mae?", when=_CHILDCARE, at_least=1, at_most=20),
    how_much("household.childcare_charges", "How much do you pay for it in the month?",
             "Faint ydych chi'n ei dalu amdano yn y mis?", when=_CHILDCARE, proof="letter"),
)
