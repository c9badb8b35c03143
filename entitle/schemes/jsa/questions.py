"""What someone who claims Jobseeker's Allowance is asked."""
from __future__ import annotations

from entitle.facts.dictionary import Dictionary
from entitle.kernel.words import Words
from entitle.questions.bank import contact, housing, identity, money, savings, work
from entitle.questions.conditions import is_yes
from entitle.questions.kinds import Choice, YesNo
from entitle.questions.question import Question
from entitle.questions.question_set import QuestionSet
from entitle.schemes.jsa.facts import FACTS

FIT_FOR_WORK = Question(
    fact="jsa.fit_for_work", kind=YesNo(),
    ask=Words("Are you well enough to work?", cy="Ydych chi'n ddigon iach i weithio?"),
    hint=Words("If illness or disability keeps you from work, another benefit may be better for you",
               cy="Os yw salwch neu anabledd yn eich cadw rhag gweithio, efallai y bydd budd-dal arall yn well i chi"),
    missing=Words("Choose yes if you are well enough to work", cy="Dewiswch ie os ydych yn ddigon iach i weithio"),
)
LOOKS_FOR_WORK = Question(
    fact="jsa.looks_for_work", kind=YesNo(),
    ask=Words("Are you looking for work, and free to start at once?",
              cy="Ydych chi'n chwilio am waith, ac yn rhydd i ddechrau ar unwaith?"),
    missing=Words("Choose yes if you are looking for work and free to start",
                  cy="Dewiswch ie os ydych yn chwilio am waith ac yn rhydd i ddechrau"),
)
AGREES_PLAN = Question(
    fact="jsa.agrees_plan", kind=YesNo(),
    ask=Words("Will you agree a plan with us of what you will do to find work?",
              cy="A wnewch chi gytuno ar gynllun gyda ni o'r hyn y byddwch yn ei wneud i ddod o hyd i waith?"),
    hint=Words("A work coach writes it with you. It is called a claimant commitment.",
               cy="Mae anogwr gwaith yn ei ysgrifennu gyda chi. Ymrwymiad hawlydd yw'r enw arno."),
    missing=Words("Choose yes if you will agree a plan", cy="Dewiswch ie os gwnewch gytuno ar gynllun"),
)
WHY_LAST_JOB_ENDED = Question(
    fact="jsa.why_last_job_ended", kind=Choice(),
    ask=Words("How did your last job end?", cy="Sut y daeth eich swydd ddiwethaf i ben?"),
    missing=Words("Choose how your last job ended", cy="Dewiswch sut y daeth eich swydd ddiwethaf i ben"),
)
RESCUE_WORK = Question(
    fact="jsa.volunteer_rescue_work", kind=YesNo(),
    ask=Words("Is your pay for part-time fire, lifeboat, coastguard or reserve forces work?",
              cy="Ai am waith rhan-amser gyda'r gwasanaeth tân, y bad achub, gwylwyr y glannau neu'r lluoedd wrth gefn "
                 "y mae eich cyflog?"),
    hint=Words("You may keep more of the pay for this work", cy="Cewch gadw mwy o'r cyflog am y gwaith hwn"),
    missing=Words("Choose yes if your pay is for this kind of work",
                  cy="Dewiswch ie os yw eich cyflog am y math hwn o waith"),
    when=is_yes("person.is_working", says=Words("they work", cy="ydynt yn gweithio")),
)
HAD_BEFORE = Question(
    fact="jsa.had_before", kind=YesNo(),
    ask=Words("Have you had Jobseeker’s Allowance in the last 3 years?",
              cy="Ydych chi wedi cael Lwfans Ceisio Gwaith yn y 3 blynedd diwethaf?"),
    missing=Words("Choose yes if you have had Jobseeker’s Allowance in the last 3 years",
                  cy="Dewiswch ie os ydych wedi cael Lwfans Ceisio Gwaith yn y 3 blynedd diwethaf"),
)
BENEFIT_JUST_ENDED = Question(
    fact="jsa.benefit_just_ended", kind=YesNo(),
    ask=Words("Did another benefit of yours end in the last 12 weeks?",
              cy="A ddaeth budd-dal arall a gawsoch i ben yn y 12 wythnos diwethaf?"),
    hint=Words("Employment and Support Allowance, Income Support or Carer’s Allowance",
               cy="Lwfans Cyflogaeth a Chymorth, Cymhorthdal Incwm neu Lwfans Gofalwr"),
    missing=Words("Choose yes if another benefit ended in the last 12 weeks",
                  cy="Dewiswch ie os daeth budd-dal arall i ben yn y 12 wythnos diwethaf"),
)
ABROAD_WITH_FORCES = Question(
    fact="jsa.abroad_with_forces", kind=YesNo(),
    ask=Words("In the last few years, did you live abroad with a husband, wife or civil partner in the UK armed "
              "forces?",
              cy="Yn yr ychydig flynyddoedd diwethaf, a fuoch yn byw dramor gyda gŵr, gwraig neu bartner sifil yn "
                 "lluoedd arfog y DU?"),
    missing=Words("Choose yes if you lived abroad with a partner in the armed forces",
                  cy="Dewiswch ie os buoch yn byw dramor gyda phartner yn y lluoedd arfog"),
)

CLAIM = QuestionSet(
    name="jsa_claim",
    title=Words("Claim New Style Jobseeker’s Allowance", cy="Hawlio Lwfans Ceisio Gwaith Dull Newydd"),
    questions=(
        identity.NAME, identity.BORN_ON, identity.NINO,
        contact.ADDRESS, housing.IN_GREAT_BRITAIN, contact.PHONE, contact.PHONE_IS_SAFE, contact.EMAIL,
        contact.LANGUAGE, contact.LETTER_FORMAT,
        FIT_FOR_WORK, LOOKS_FOR_WORK, AGREES_PLAN, work.IN_EDUCATION,
        WHY_LAST_JOB_ENDED, work.IS_WORKING, work.HOURS_PER_WEEK, work.EARNINGS_PER_WEEK, RESCUE_WORK,
        savings.HAS_PENSION, savings.PENSION_PER_WEEK,
        HAD_BEFORE, BENEFIT_JUST_ENDED, ABROAD_WITH_FORCES,
        money.BANK_ACCOUNT, contact.HAS_HELPER, contact.HELPER_NAME, contact.ACCESS_NEEDS,
    ),
    declaration=Words(
        "What I have told you is true as far as I know. I will tell you when something changes, such as work or pay.",
        cy="Mae'r hyn yr wyf wedi'i ddweud wrthych yn wir hyd y gwn i. Byddaf yn dweud wrthych pan fydd rhywbeth yn "
           "newid, fel gwaith neu gyflog."),
    dictionary=Dictionary(FACTS),
)
