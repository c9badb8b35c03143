"""What someone who claims Employment and Support Allowance is asked, and what a health professional records."""
from __future__ import annotations

from entitle.facts.dictionary import Dictionary
from entitle.kernel.words import Words
from entitle.questions.bank import contact, health, housing, identity, money, savings, work
from entitle.questions.conditions import is_no, is_yes
from entitle.questions.kinds import Count, Date, Text, YesNo
from entitle.questions.question import Question
from entitle.questions.question_set import QuestionSet
from entitle.schemes.esa.facts import FACTS

AGREES_PLAN = Question(
    fact="esa.agrees_plan", kind=YesNo(),
    ask=Words("Will you agree with us what you will do while you get this benefit?",
              cy="A wnewch chi gytuno gyda ni ar beth y byddwch yn ei wneud wrth gael y budd-dal hwn?"),
    hint=Words("It is called a claimant commitment. It fits what your health lets you do, and may be no more than "
               "telling us of changes.",
               cy="Ymrwymiad hawlydd yw'r enw arno. Mae'n addas i'r hyn y mae eich iechyd yn ei ganiatáu, ac efallai "
                  "na fydd yn fwy na dweud wrthym am newidiadau."),
    missing=Words("Choose yes if you will agree what you will do", cy="Dewiswch ie os gwnewch gytuno ar beth y byddwch "
                                                                      "yn ei wneud"),
    when=is_no("health.near_end_of_life",
               says=Words("they are not near the end of life", cy="nad ydynt yn agos at ddiwedd oes")),
)
GETS_SICK_PAY = Question(
    fact="esa.gets_sick_pay", kind=YesNo(),
    ask=Words("Are you getting Statutory Sick Pay from an employer?",
              cy="Ydych chi'n cael Tâl Salwch Statudol gan gyflogwr?"),
    missing=Words("Choose yes if you are getting Statutory Sick Pay",
                  cy="Dewiswch ie os ydych yn cael Tâl Salwch Statudol"),
)
SICK_PAY_ENDS_ON = Question(
    fact="esa.sick_pay_ends_on", kind=Date(),
    ask=Words("What is the last day of your Statutory Sick Pay?", cy="Beth yw diwrnod olaf eich Tâl Salwch Statudol?"),
    hint=Words("It is on form SSP1 from your employer. For example, 27 3 2026",
               cy="Mae ar ffurflen SSP1 gan eich cyflogwr. Er enghraifft, 27 3 2026"),
    missing=Words("Enter the last day of your Statutory Sick Pay", cy="Rhowch ddiwrnod olaf eich Tâl Salwch Statudol"),
    when=is_yes("esa.gets_sick_pay", says=Words("they get Statutory Sick Pay", cy="ydynt yn cael Tâl Salwch Statudol")),
)
GETS_JOBSEEKERS = Question(
    fact="esa.gets_jobseekers", kind=YesNo(),
    ask=Words("Are you getting Jobseeker’s Allowance or Income Support?",
              cy="Ydych chi'n cael Lwfans Ceisio Gwaith neu Gymhorthdal Incwm?"),
    missing=Words("Choose yes if you are getting Jobseeker’s Allowance or Income Support",
                  cy="Dewiswch ie os ydych yn cael Lwfans Ceisio Gwaith neu Gymhorthdal Incwm"),
)
BENEFIT_JUST_ENDED = Question(
    fact="esa.benefit_just_ended", kind=YesNo(),
    ask=Words("Did another benefit of yours end in the last 12 weeks?",
              cy="A ddaeth budd-dal arall a gawsoch i ben yn y 12 wythnos diwethaf?"),
    hint=Words("Jobseeker’s Allowance, Income Support, Pension Credit, Carer’s Allowance, Maternity Allowance or "
               "Statutory Sick Pay",
               cy="Lwfans Ceisio Gwaith, Cymhorthdal Incwm, Credyd Pensiwn, Lwfans Gofalwr, Lwfans Mamolaeth neu Dâl "
                  "Salwch Statudol"),
    missing=Words("Choose yes if another benefit ended in the last 12 weeks",
                  cy="Dewiswch ie os daeth budd-dal arall i ben yn y 12 wythnos diwethaf"),
)
HAD_BEFORE = Question(
    fact="esa.had_before", kind=YesNo(),
    ask=Words("Have you had Employment and Support Allowance in the last 3 years?",
              cy="Ydych chi wedi cael Lwfans Cyflogaeth a Chymorth yn y 3 blynedd diwethaf?"),
    missing=Words("Choose yes if you have had Employment and Support Allowance in the last 3 years",
                  cy="Dewiswch ie os ydych wedi cael Lwfans Cyflogaeth a Chymorth yn y 3 blynedd diwethaf"),
)
FIRST_TEST_EASED = Question(
    fact="esa.first_test_eased", kind=YesNo(),
    ask=Words("In the last full tax year, did any of these apply to you?",
              cy="Yn y flwyddyn dreth lawn ddiwethaf, a oedd unrhyw un o'r rhain yn berthnasol i chi?"),
    say=Words("In the last full tax year, did you get Carer’s Allowance, were you in prison for something later "
              "quashed, "
              "or did you live abroad with a partner in the armed forces?",
              cy="Yn y flwyddyn dreth lawn ddiwethaf, a gawsoch Lwfans Gofalwr, a oeddech yn y carchar am rywbeth a "
                 "ddilëwyd wedyn, neu a fuoch yn byw dramor gyda phartner yn y lluoedd arfog?"),
    hint=Words("You got Carer’s Allowance, were in prison for something later quashed, or lived abroad with a partner "
               "in "
               "the armed forces",
               cy="Cawsoch Lwfans Gofalwr, roeddech yn y carchar am rywbeth a ddilëwyd wedyn, neu buoch yn byw dramor "
                  "gyda phartner yn y lluoedd arfog"),
    missing=Words("Choose yes if any of these applied to you",
                  cy="Dewiswch ie os oedd unrhyw un o'r rhain yn berthnasol i chi"),
)
ASSESSED = Question(
    fact="esa.assessed", kind=YesNo(),
    ask=Words("Have you already had a work capability assessment for this illness?",
              cy="Ydych chi eisoes wedi cael asesiad o allu i weithio ar gyfer y salwch hwn?"),
    hint=Words("For example, for Universal Credit. If not, we arrange one after you claim.",
               cy="Er enghraifft, ar gyfer Credyd Cynhwysol. Os na, byddwn yn trefnu un ar ôl i chi hawlio."),
    missing=Words("Choose yes if you have already had a work capability assessment",
                  cy="Dewiswch ie os ydych eisoes wedi cael asesiad o allu i weithio"),
)

CLAIM = QuestionSet(
    name="esa_claim",
    title=Words("Claim New Style Employment and Support Allowance",
                cy="Hawlio Lwfans Cyflogaeth a Chymorth Dull Newydd"),
    questions=(
        identity.NAME, identity.BORN_ON, identity.NINO,
        contact.ADDRESS, housing.IN_GREAT_BRITAIN, contact.PHONE, contact.PHONE_IS_SAFE, contact.EMAIL,
        contact.LANGUAGE, contact.LETTER_FORMAT,
        health.CONDITION, health.NEAR_END_OF_LIFE, AGREES_PLAN, health.FIT_NOTE_FROM, health.FIT_NOTE_UNTIL,
        ASSESSED,
        GETS_SICK_PAY, SICK_PAY_ENDS_ON,
        work.IS_WORKING, work.HOURS_PER_WEEK, work.EARNINGS_PER_WEEK,
        savings.HAS_PENSION, savings.PENSION_PER_WEEK,
        GETS_JOBSEEKERS, BENEFIT_JUST_ENDED, HAD_BEFORE, FIRST_TEST_EASED,
        money.BANK_ACCOUNT, contact.HAS_HELPER, contact.HELPER_NAME, contact.ACCESS_NEEDS,
    ),
    declaration=Words(
        "What I have told you is true as far as I know. I will tell you when something changes, such as my health or "
        "work.",
        cy="Mae'r hyn yr wyf wedi'i ddweud wrthych yn wir hyd y gwn i. Byddaf yn dweud wrthych pan fydd rhywbeth yn "
           "newid, fel fy iechyd neu waith."),
    dictionary=Dictionary(FACTS),
)

ASSESSMENT = QuestionSet(
    name="esa_assessment",
    title=Words("Work capability assessment", cy="Asesiad o allu i weithio"),
    questions=(
        Question(
            fact="esa.assessed_on", kind=Date(past=True),
            ask=Words("On what day was the assessment made?", cy="Ar ba ddiwrnod y gwnaed yr asesiad?"),
            missing=Words("Enter the day of the assessment", cy="Rhowch ddiwrnod yr asesiad")),
        Question(
            fact="esa.points", kind=Count(at_most=300),
            ask=Words("How many points do the activities of Schedule 2 come to?",
                      cy="I sawl pwynt y daw gweithgareddau Atodlen 2?"),
            hint=Words("The highest descriptor of each activity, added together",
                       cy="Disgrifydd uchaf pob gweithgaredd, wedi'u hadio at ei gilydd"),
            missing=Words("Enter the points", cy="Rhowch y pwyntiau")),
        Question(
            fact="esa.at_risk_if_working", kind=YesNo(),
            ask=Words("Would finding them fit for work be a serious risk to anyone’s health?",
                      cy="A fyddai eu cael yn ffit i weithio yn risg ddifrifol i iechyd unrhyw un?"),
            hint=Words("Regulation 25. Not if changes at work or medicine would take the risk away.",
                       cy="Rheoliad 25. Nid os byddai newidiadau yn y gwaith neu feddyginiaeth yn cael gwared ar y "
                          "risg."),
            missing=Words("Choose yes if there would be a serious risk", cy="Dewiswch ie os byddai risg ddifrifol")),
        Question(
            fact="esa.meets_support_test", kind=YesNo(),
            ask=Words("Does any descriptor of Schedule 3 apply?", cy="A oes unrhyw ddisgrifydd o Atodlen 3 yn "
                                                                     "berthnasol?"),
            missing=Words("Choose yes if a descriptor of Schedule 3 applies",
                          cy="Dewiswch ie os yw disgrifydd o Atodlen 3 yn berthnasol")),
        Question(
            fact="esa.at_risk_if_preparing", kind=YesNo(),
            ask=Words("Would getting ready for work be a serious risk to anyone’s health?",
                      cy="A fyddai paratoi am waith yn risg ddifrifol i iechyd unrhyw un?"),
            hint=Words("Regulation 31(2)", cy="Rheoliad 31(2)"),
            missing=Words("Choose yes if there would be a serious risk", cy="Dewiswch ie os byddai risg ddifrifol")),
        Question(
            fact="esa.findings", kind=Text(long=True),
            ask=Words("What did you find, and from what evidence?", cy="Beth a ganfuoch, ac o ba dystiolaeth?"),
            hint=Words("The customer reads this", cy="Mae'r cwsmer yn darllen hyn"),
            missing=Words("Enter what you found", cy="Rhowch yr hyn a ganfuoch")),
    ),
    declaration=Words("This is my own finding, from the evidence I have named.",
                      cy="Dyma fy nghanfyddiad fy hun, o'r dystiolaeth yr wyf wedi'i henwi."),
    dictionary=Dictionary(FACTS),
)
