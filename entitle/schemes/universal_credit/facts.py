"""Facts that Universal Credit reads. The README says which are asked, of whom, and which are records or findings."""
from __future__ import annotations

from entitle.facts.fact import Choice, Fact
from entitle.kernel.words import Words
from entitle.schemes.universal_credit.adult_facts import ADULT_FACTS
from entitle.schemes.universal_credit.award_facts import AWARD_FACTS

_SEX = (Choice("female", Words("Female", cy="Benyw")), Choice("male", Words("Male", cy="Gwryw")))

_HOUSEHOLD: tuple[Fact, ...] = (
    Fact("household.gets_child_benefit", "yes_no", Words("Gets Child Benefit", cy="Yn cael Budd-dal Plant")),
    Fact("household.care_for_same_person", "yes_no", Words(
        "Both partners care for the same person", cy="Mae'r ddau bartner yn gofalu am yr un person")),
    Fact("household.pays_childcare", "yes_no", Words(
        "Paid for registered childcare this period", cy="Wedi talu am ofal plant cofrestredig y cyfnod hwn"),
        lasting=False),
    Fact("household.childcare_charges", "money", Words(
        "Childcare paid for this period", cy="Gofal plant y talwyd amdano y cyfnod hwn"), lasting=False),
    Fact("household.children_in_childcare", "count", Words(
        "Children in that childcare", cy="Plant yn y gofal plant hwnnw"), unit="children", lasting=False),
    Fact("household.has_non_dependants", "yes_no", Words(
        "Other adults live in the home", cy="Mae oedolion eraill yn byw yn y cartref")),
    Fact("household.non_dependants", "repeat", Words(
        "Other adults who live in the home", cy="Oedolion eraill sy'n byw yn y cartref")),
)

_CHILD: tuple[Fact, ...] = (
    Fact("child.sex", "choice", Words("Child's sex", cy="Rhyw'r plentyn"), choices=_SEX),
    Fact("child.lives_with_claimant", "yes_no", Words(
        "Child normally lives with the claimant", cy="Mae'r plentyn yn byw gyda'r hawlydd fel arfer")),
    Fact("child.disability", "choice", Words("Child's disability benefit", cy="Budd-dal anabledd y plentyn"),
         sensitivity="special", choices=(
             Choice("none", Words("None", cy="Dim")),
             Choice("lower", Words("DLA or PIP at another rate", cy="DLA neu PIP ar gyfradd arall")),
             Choice("higher", Words("DLA highest rate care, PIP enhanced daily living, or blind",
                                    cy="Gofal DLA ar y gyfradd uchaf, PIP bywyd bob dydd uwch, neu'n ddall")))),
    Fact("child.needs_own_room", "yes_no", Words(
        "A disability means the child cannot share a room", cy="Ni all y plentyn rannu ystafell oherwydd anabledd"),
        sensitivity="special"),
    Fact("child.adopted_or_cared_for", "yes_no", Words(
        "Adopted, or cared for in place of the parents", cy="Wedi'i fabwysiadu, neu'n derbyn gofal yn lle'r rhieni")),
    Fact("child.limit_excepted", "yes_no", Words(
        "Excepted from the two-child limit", cy="Wedi'i eithrio o'r terfyn dau blentyn"), sensitivity="special"),
)

_NON_DEPENDANT: tuple[Fact, ...] = (
    Fact("non_dependant.name", "name", Words("Name", cy="Enw")),
    Fact("non_dependant.born_on", "date", Words("Date of birth", cy="Dyddiad geni")),
    Fact("non_dependant.exemption", "choice", Words(
        "Why nothing is taken off for them", cy="Pam nad oes dim yn cael ei dynnu ar eu cyfer"), choices=(
            Choice("none", Words("No reason", cy="Dim rheswm")),
            Choice("child_under_5", Words("Responsible for a child under 5", cy="Yn gyfrifol am blentyn o dan 5")),
            Choice("pension_credit", Words("Gets Pension Credit", cy="Yn cael Credyd Pensiwn")),
            Choice("daily_living_benefit", Words(
                "Gets PIP daily living, DLA care at the middle or highest rate, or Attendance Allowance",
                cy="Yn cael PIP bywyd bob dydd, gofal DLA ar y gyfradd ganol neu uchaf, neu Lwfans Gweini")),
            Choice("carers_allowance", Words("Gets Carer's Allowance", cy="Yn cael Lwfans Gofalwr")),
            Choice("prisoner", Words("In prison", cy="Yn y carchar")),
            Choice("armed_forces", Words("Son or daughter away on military operations",
                                         cy="Mab neu ferch i ffwrdd ar ymgyrchoedd milwrol")))),
)

ALLOWANCES = (
    ("shared", "a shared room", "ystafell a rennir"), ("one_bedroom", "1 bedroom", "1 ystafell wely"),
    ("two_bedrooms", "2 bedrooms", "2 ystafell wely"), ("three_bedrooms", "3 bedrooms", "3 ystafell wely"),
    ("four_bedrooms", "4 bedrooms", "4 ystafell wely"),
)
"""The sizes of home that Local Housing Allowance is set for: the stem of its fact, and what it is called."""

_HOME: tuple[Fact, ...] = (
    Fact("home.is_temporary", "yes_no", Words(
        "Temporary or supported housing, so the rent is for Housing Benefit",
        cy="Tai dros dro neu â chymorth, felly mae'r rhent i'r Budd-dal Tai")),
    Fact("home.owner_pays_charges", "yes_no", Words(
        "Owns the home and pays service charges", cy="Yn berchen ar y cartref ac yn talu taliadau gwasanaeth")),
    Fact("home.rent_free_weeks", "count", Words("Weeks a year with no rent", cy="Wythnosau'r flwyddyn heb rent"),
         unit="weeks"),
    Fact("home.service_charges", "money", Words(
        "Service charges that count, for the same time as the rent",
        cy="Taliadau gwasanaeth sy'n cyfrif, am yr un cyfnod â'r rhent")),
    Fact("home.rent_is_shared", "yes_no", Words(
        "Rent is shared with someone outside the household",
        cy="Rhennir y rhent gyda rhywun y tu allan i'r aelwyd")),
    Fact("home.people_liable", "count", Words("People who owe the rent", cy="Pobl sy'n gyfrifol am y rhent"),
         unit="people"),
    Fact("home.our_people_liable", "count", Words(
        "People in the household who owe the rent", cy="Pobl yn yr aelwyd sy'n gyfrifol am y rhent"), unit="people"),
    Fact("home.in_greater_london", "yes_no", Words("Home is in Greater London", cy="Mae'r cartref yn Llundain Fwyaf")),
    Fact("home.bedrooms", "count", Words("Bedrooms", cy="Ystafelloedd gwely"), unit="bedrooms"),
    Fact("home.bedroom_rule_excepted", "yes_no", Words(
        "Spare bedrooms do not count against the home",
        cy="Nid yw ystafelloedd gwely sbâr yn cyfrif yn erbyn y cartref")),
    Fact("home.has_overnight_carer", "yes_no", Words(
        "A carer stays overnight", cy="Mae gofalwr yn aros dros nos"), sensitivity="special"),
    Fact("home.is_foster_home", "yes_no", Words("Fosters or adopts a child", cy="Yn maethu neu'n mabwysiadu plentyn")),
    Fact("home.partners_need_own_rooms", "yes_no", Words(
        "A disability means partners cannot share a room", cy="Ni all partneriaid rannu ystafell oherwydd anabledd"),
        sensitivity="special"),
    Fact("home.shared_rate_excepted", "yes_no", Words(
        "Under 35 and excepted from the shared room rate",
        cy="O dan 35 ac wedi'i eithrio o'r gyfradd ystafell a rennir")),
    *(Fact(f"home.allowance_{stem}", "money", Words(
        f"Local Housing Allowance a month: {en}", cy=f"Lwfans Tai Lleol y mis: {cy}"), sensitivity="ordinary")
      for stem, en, cy in ALLOWANCES),
)

FACTS: tuple[Fact, ...] = (*ADULT_FACTS, *_HOUSEHOLD, *_CHILD, *_NON_DEPENDANT, *_HOME, *AWARD_FACTS)
