"""Facts about each adult: the claimant (person.*) and, the same again, a partner who lives with them (partner.*)."""
from __future__ import annotations

from functools import partial

from entitle.facts.dictionary import of_partner
from entitle.facts.fact import Choice, Fact
from entitle.facts.household import PAID_EVERY
from entitle.kernel.words import Words

_WORK_CAPABILITY = (
    Choice("none", Words("Can work", cy="Yn gallu gweithio")),
    Choice("limited", Words("Limited capability for work", cy="Gallu cyfyngedig i weithio")),
    Choice("limited_for_activity", Words("Limited capability for work and work-related activity",
                                         cy="Gallu cyfyngedig i weithio a gweithgaredd sy'n gysylltiedig â gwaith")),
)
_WORK_GROUP = (
    Choice("all", Words("All work-related activity", cy="Pob gweithgaredd sy'n gysylltiedig â gwaith")),
    Choice("preparation", Words("Prepare for work", cy="Paratoi ar gyfer gwaith")),
    Choice("interview", Words("Talk about work", cy="Trafod gwaith")),
    Choice("none", Words("No work-related activity", cy="Dim gweithgaredd sy'n gysylltiedig â gwaith")),
)


def _adult(
    name: str, kind: str, en: str, cy: str, *, lasting: bool = True, sensitivity: str = "personal", unit: str = "",
    choices: tuple[Choice, ...] = (),
) -> tuple[Fact, Fact]:
    """The same fact of the claimant and of a partner."""
    fact = Fact(f"person.{name}", kind, Words(en, cy=cy), sensitivity=sensitivity, unit=unit, choices=choices,
                lasting=lasting)
    return fact, of_partner(fact)


_now = partial(_adult, lasting=False)
"""What is true of one period or one claim, and is asked or looked up again for the next."""

_PERSON: tuple[Fact, ...] = (
    Fact("partner.lives_in_great_britain", "yes_no", Words(
        "Partner lives in England, Scotland or Wales", cy="Partner yn byw yng Nghymru, Lloegr neu'r Alban"),
        lasting=False),
    *_adult("abroad_in_last_two_years", "yes_no", "Came to the United Kingdom in the last 2 years",
            "Wedi dod i'r Deyrnas Unedig yn y 2 flynedd ddiwethaf"),
    *_now("is_prisoner", "yes_no", "In prison", "Yn y carchar"),
    *_now("excepted_at_16_or_17", "yes_no", "May claim at 16 or 17", "Yn cael hawlio yn 16 neu 17"),
    *_now("education_excepted", "yes_no", "In education, and may still claim", "Mewn addysg, ac yn dal i gael hawlio"),
    *_now("accepted_commitment", "yes_no", "Accepted a claimant commitment", "Wedi derbyn ymrwymiad hawlydd"),
)

_HEALTH_AND_CARE: tuple[Fact, ...] = (
    *_now("has_health_condition", "yes_no", "Has an illness or disability that limits work",
          "Mae ganddynt salwch neu anabledd sy'n cyfyngu ar waith", sensitivity="special"),
    *_adult("work_capability", "choice", "What the work capability assessment found",
            "Canlyniad yr asesiad gallu i weithio", sensitivity="special", choices=_WORK_CAPABILITY),
    *_adult("limited_capability_from_on", "date", "First day of medical evidence",
            "Diwrnod cyntaf y dystiolaeth feddygol", sensitivity="special"),
    *_adult("no_wait_for_health_element", "yes_no", "No 3-month wait for the health element",
            "Dim aros 3 mis am yr elfen iechyd", sensitivity="special"),
    *_adult("terminally_ill", "yes_no", "Not expected to live more than 12 months",
            "Ni ddisgwylir iddynt fyw mwy na 12 mis", sensitivity="special"),
    *_adult("severe_conditions", "yes_no", "Meets the severe conditions criteria",
            "Yn bodloni'r meini prawf cyflyrau difrifol", sensitivity="special"),
    *_adult("health_claim_before_april_2026", "yes_no",
            "Had, or was waiting for, the health element before 6 April 2026",
            "Wedi cael, neu'n aros am, yr elfen iechyd cyn 6 Ebrill 2026", sensitivity="special"),
    *_adult("limited_capability_before_april_2017", "yes_no", "Limited capability for work since before 3 April 2017",
            "Gallu cyfyngedig i weithio ers cyn 3 Ebrill 2017", sensitivity="special"),
    *_adult("is_carer", "yes_no", "Cares for someone for 35 hours a week or more",
            "Yn gofalu am rywun am 35 awr yr wythnos neu fwy"),
    *_adult("cared_for_gets_disability_benefit", "yes_no",
            "The person cared for gets a disability benefit for daily care",
            "Mae'r person y gofelir amdano yn cael budd-dal anabledd ar gyfer gofal dyddiol", sensitivity="special"),
    *_adult("care_is_paid", "yes_no", "Is paid to give that care", "Yn cael ei dalu am y gofal hwnnw"),
    *_adult("another_carer_is_paid", "yes_no", "Someone else gets a carer's benefit for the same person",
            "Mae rhywun arall yn cael budd-dal gofalwr am yr un person"),
    *_adult("gets_daily_living_benefit", "yes_no",
            "Gets PIP daily living, DLA care at the middle or highest rate, or Attendance Allowance",
            "Yn cael PIP bywyd bob dydd, gofal DLA ar y gyfradd ganol neu uchaf, neu Lwfans Gweini",
            sensitivity="special"),
    *_adult("gets_other_disability_benefit", "yes_no",
            "Gets other PIP or DLA, industrial injuries benefit, a war pension or Guardian's Allowance",
            "Yn cael PIP neu DLA arall, budd-dal anafiadau diwydiannol, pensiwn rhyfel neu Lwfans Gwarcheidwad",
            sensitivity="special"),
    *_adult("is_blind", "yes_no", "Certified as severely sight impaired", "Wedi'i ardystio â nam difrifol ar y golwg",
            sensitivity="special"),
)

_WORK: tuple[Fact, ...] = (
    *_now("is_employed", "yes_no", "Works for an employer", "Yn gweithio i gyflogwr"),
    *_now("pay", "money", "Pay reported this period, before tax", "Cyflog a adroddwyd y cyfnod hwn, cyn treth"),
    *_now("pay_tax", "money", "Income Tax taken from pay this period", "Treth Incwm a dynnwyd o'r cyflog y cyfnod hwn"),
    *_now("pay_national_insurance", "money", "National Insurance taken from pay this period",
          "Yswiriant Gwladol a dynnwyd o'r cyflog y cyfnod hwn"),
    *_now("pension_contributions", "money", "Paid into a pension this period", "Talwyd i bensiwn y cyfnod hwn"),
    *_now("is_self_employed", "yes_no", "Self-employed", "Hunangyflogedig"),
    *_now("takings", "money", "Money the business took this period", "Arian a gymerodd y busnes y cyfnod hwn"),
    *_now("business_expenses", "money", "Business costs paid this period", "Costau busnes a dalwyd y cyfnod hwn"),
    *_now("business_miles", "count", "Business miles by car or van", "Milltiroedd busnes mewn car neu fan",
          unit="miles"),
    *_now("business_motorcycle_miles", "count", "Business miles by motorcycle", "Milltiroedd busnes ar feic modur",
          unit="miles"),
    *_now("hours_working_at_home", "count", "Hours of business done at home", "Oriau o fusnes a wnaed gartref",
          unit="hours"),
    *_now("business_tax", "money", "Income Tax paid on the business this period",
          "Treth Incwm a dalwyd ar y busnes y cyfnod hwn"),
    *_now("business_national_insurance", "money", "National Insurance paid on the business this period",
          "Yswiriant Gwladol a dalwyd ar y busnes y cyfnod hwn"),
    *_now("unused_losses", "money", "Business losses not yet used", "Colledion busnes heb eu defnyddio eto"),
    *_now("in_paid_work", "yes_no", "In paid work, or about to start", "Mewn gwaith â thâl, neu ar fin dechrau"),
    *_adult("gainfully_self_employed", "yes_no", "Self-employment is the main work, organised and for profit",
            "Hunangyflogaeth yw'r prif waith, yn drefnus ac er elw"),
    *_adult("work_group", "choice", "Work-related activity expected",
            "Gweithgaredd a ddisgwylir sy'n gysylltiedig â gwaith", choices=_WORK_GROUP),
    *_adult("expected_hours", "count", "Hours a week expected to work", "Oriau'r wythnos y disgwylir eu gweithio",
            unit="hours"),
    *_adult("self_employed_from_on", "date", "Found to be mainly self-employed on",
            "Penderfynwyd yn hunangyflogedig yn bennaf ar"),
    *_adult("start_up_used", "yes_no", "Has had a start-up period already", "Wedi cael cyfnod cychwyn busnes yn barod"),
)

SOURCES = (
    ("carers_allowance", "Carer's Allowance", "Lwfans Gofalwr"),
    ("new_style_esa", "New Style Employment and Support Allowance", "Lwfans Cyflogaeth a Chymorth Dull Newydd"),
    ("new_style_jsa", "New Style Jobseeker's Allowance", "Lwfans Ceisio Gwaith Dull Newydd"),
    ("maternity_allowance", "Maternity Allowance", "Lwfans Mamolaeth"),
    ("pension", "Pension", "Pensiwn"),
    ("maintenance", "Maintenance from a former partner", "Cynhaliaeth gan gyn-bartner"),
    ("other_income", "Other income that counts", "Incwm arall sy'n cyfrif"),
)
"""Where income other than earnings comes from: the stem of its facts, and what it is called."""
OWN_SOURCES = SOURCES[:4]
"""Benefits of this agency: it knows them, and asks nobody else."""

_INCOME: tuple[Fact, ...] = (
    *_now("has_unearned_income", "yes_no", "Has income other than earnings", "Mae ganddynt incwm heblaw enillion"),
    *_now("unearned_income_changed", "yes_no", "Income other than earnings started or stopped this period",
          "Incwm heblaw enillion wedi dechrau neu ddod i ben y cyfnod hwn"),
    *(fact for stem, en, cy in SOURCES for fact in (
        *_now(stem, "money", en, cy),
        *_now(f"{stem}_paid_every", "choice", f"{en}: how often", f"{cy}: pa mor aml", choices=PAID_EVERY),
        *_now(f"{stem}_days", "count", f"{en}: days of this period it was paid for",
              f"{cy}: diwrnodau o'r cyfnod hwn y talwyd amdanynt", unit="days"),
    )),
    *_now("has_support_component", "yes_no", "Employment and Support Allowance has the support component",
          "Mae'r elfen gymorth yn y Lwfans Cyflogaeth a Chymorth", sensitivity="special"),
    *_now("has_student_income", "yes_no", "Gets a student loan or grant", "Yn cael benthyciad neu grant myfyriwr"),
    *_now("student_loan", "money", "Student loan for the year", "Benthyciad myfyriwr am y flwyddyn"),
    *_now("postgraduate_loan", "money", "Postgraduate loan for the year", "Benthyciad ôl-raddedig am y flwyddyn"),
    *_now("course_periods", "count", "Monthly periods in the course year", "Cyfnodau misol ym mlwyddyn y cwrs",
          unit="periods"),
    *_now("student_income_ignored", "yes_no", "Long vacation, or the course ends, this period",
          "Gwyliau hir, neu ddiwedd y cwrs, y cyfnod hwn"),
    *_now("sanction_days", "count", "Days of a sanction still to run", "Diwrnodau o gosb sydd ar ôl", unit="days"),
    *_now("sanction_is_lower", "yes_no", "Sanction at the lower rate", "Cosb ar y gyfradd is"),
)

ADULT_FACTS = (*_PERSON, *_HEALTH_AND_CARE, *_WORK, *_INCOME)
