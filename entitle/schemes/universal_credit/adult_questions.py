"""What each adult is asked about themselves: the claimant in the claim, and a partner on their own sign-in."""
from __future__ import annotations

from entitle.kernel.words import Words
from entitle.questions.bank import work as bank
from entitle.questions.conditions import all_of, is_yes
from entitle.questions.question import Question
from entitle.schemes.universal_credit.adult_facts import OWN_SOURCES, SOURCES
from entitle.schemes.universal_credit.asking import how_many, how_much, what_day, whether, which

_WELL = is_yes("person.has_health_condition", Words("they have an illness or disability that limits work",
                                                    cy="mae ganddynt salwch neu anabledd sy'n cyfyngu ar waith"))
_CARES = is_yes("person.is_carer", Words("they care for someone", cy="ydynt yn gofalu am rywun"))
_EMPLOYED = is_yes("person.is_employed", Words("they work for an employer", cy="ydynt yn gweithio i gyflogwr"))
_BUSINESS = is_yes("person.is_self_employed", Words("they work for themselves", cy="ydynt yn hunangyflogedig"))
_INCOME = is_yes("person.has_unearned_income", Words("they have other income", cy="mae ganddynt incwm arall"))
_CHANGED = is_yes("person.unearned_income_changed", Words(
    "other income started or stopped this month", cy="dechreuodd neu daeth incwm arall i ben y mis hwn"))
_STUDENT = is_yes("person.has_student_income", Words(
    "they get a student loan or grant", cy="ydynt yn cael benthyciad neu grant myfyriwr"))
_NOUGHT = ("Enter 0 if there was none", "Rhowch 0 os nad oedd dim")

ABOUT_THEM: tuple[Question, ...] = (
    whether("person.abroad_in_last_two_years", "Did you come to live in the United Kingdom in the last 2 years?",
            "A ddaethoch i fyw yn y Deyrnas Unedig yn y 2 flynedd ddiwethaf?",
            hint=("Do not count holidays", "Peidiwch â chyfrif gwyliau")),
    whether("person.is_prisoner", "Are you in prison?", "Ydych chi yn y carchar?"),
    bank.IN_EDUCATION,
)
HEALTH_AND_CARE: tuple[Question, ...] = (
    whether("person.has_health_condition", "Does an illness or disability limit the work you can do?",
            "A oes salwch neu anabledd yn cyfyngu ar y gwaith y gallwch ei wneud?"),
    what_day("person.limited_capability_from_on", "What is the first day on your fit note?",
             "Beth yw'r diwrnod cyntaf ar eich nodyn ffitrwydd?", when=_WELL,
             hint=("If you have none yet, give the day it began to stop you working",
                   "Os nad oes gennych un eto, rhowch y diwrnod y dechreuodd eich atal rhag gweithio")),
    whether("person.gets_daily_living_benefit",
            "Do you get help with daily living from PIP, DLA or Attendance Allowance?",
            "Ydych chi'n cael help gyda bywyd bob dydd gan PIP, DLA neu Lwfans Gweini?",
            hint=("PIP daily living, DLA care at the middle or highest rate, or Attendance Allowance",
                  "PIP bywyd bob dydd, gofal DLA ar y gyfradd ganol neu uchaf, neu Lwfans Gweini")),
    whether("person.gets_other_disability_benefit",
            "Do you get other PIP or DLA, an industrial injury benefit, a war pension or Guardian’s Allowance?",
            "Ydych chi'n cael PIP neu DLA arall, budd-dal anaf diwydiannol, pensiwn rhyfel neu Lwfans Gwarcheidwad?"),
    whether("person.is_blind", "Are you certified as severely sight impaired?",
            "Ydych chi wedi'ch ardystio â nam difrifol ar y golwg?"),
    whether("person.is_carer", "Do you care for someone for 35 hours a week or more?",
            "Ydych chi'n gofalu am rywun am 35 awr yr wythnos neu fwy?"),
    whether("person.cared_for_gets_disability_benefit", "Do they get a disability benefit for daily care?",
            "Ydyn nhw'n cael budd-dal anabledd ar gyfer gofal dyddiol?", when=_CARES),
    whether("person.care_is_paid", "Are you paid to give that care?",
            "Ydych chi'n cael eich talu am y gofal hwnnw?", when=_CARES,
            hint=("Do not count Carer’s Allowance", "Peidiwch â chyfrif Lwfans Gofalwr")),
    whether("person.another_carer_is_paid", "Does anyone else get a carer’s benefit for the same person?",
            "A oes unrhyw un arall yn cael budd-dal gofalwr am yr un person?", when=_CARES),
)
WORK: tuple[Question, ...] = (
    whether("person.in_paid_work", "Are you in paid work, or about to start?",
            "Ydych chi mewn gwaith â thâl, neu ar fin dechrau?"),
    whether("person.is_employed", "Do you work for an employer?", "Ydych chi'n gweithio i gyflogwr?"),
    whether("person.is_self_employed", "Do you work for yourself?", "Ydych chi'n gweithio i chi'ch hun?"),
)
EARNINGS: tuple[Question, ...] = (
    how_much("person.pay", "How much are you paid in the month, before tax?",
             "Faint ydych chi'n cael eich talu yn y mis, cyn treth?", when=_EMPLOYED, proof="payslip", hint=_NOUGHT),
    how_much("person.pay_tax", "How much Income Tax comes off that pay?",
             "Faint o Dreth Incwm sy'n dod oddi ar y cyflog hwnnw?", when=_EMPLOYED, hint=_NOUGHT),
    how_much("person.pay_national_insurance", "How much National Insurance comes off that pay?",
             "Faint o Yswiriant Gwladol sy'n dod oddi ar y cyflog hwnnw?", when=_EMPLOYED, hint=_NOUGHT),
    how_much("person.takings", "How much does your business take in the month?",
             "Faint mae eich busnes yn ei gymryd yn y mis?", when=_BUSINESS, hint=_NOUGHT),
    how_much("person.business_expenses", "How much does it cost to run in the month?",
             "Faint mae'n ei gostio i'w redeg yn y mis?", when=_BUSINESS,
             hint=("Not the miles you drive or your home: we ask for those next",
                   "Nid y milltiroedd rydych yn eu gyrru na'ch cartref: byddwn yn gofyn am y rheini nesaf")),
    how_many("person.business_miles", "How many miles did you drive a car or van for it?",
             "Sawl milltir y gwnaethoch yrru car neu fan ar ei gyfer?", when=_BUSINESS, hint=_NOUGHT),
    how_many("person.business_motorcycle_miles", "How many miles did you ride a motorcycle for it?",
             "Sawl milltir y gwnaethoch reidio beic modur ar ei gyfer?", when=_BUSINESS, hint=_NOUGHT),
    how_many("person.hours_working_at_home", "How many hours in the month do you work on it at home?",
             "Sawl awr yn y mis ydych chi'n gweithio arno gartref?", when=_BUSINESS, at_most=744, hint=_NOUGHT),
    how_much("person.business_tax", "How much Income Tax did you pay on it in the month?",
             "Faint o Dreth Incwm a dalwyd arno yn y mis?", when=_BUSINESS, hint=_NOUGHT),
    how_much("person.business_national_insurance", "How much National Insurance did you pay on it in the month?",
             "Faint o Yswiriant Gwladol a dalwyd arno yn y mis?", when=_BUSINESS, hint=_NOUGHT),
    how_much("person.unused_losses", "What losses of the business have not been taken off yet?",
             "Pa golledion y busnes sydd heb eu tynnu eto?", when=_BUSINESS, hint=_NOUGHT),
    how_much("person.pension_contributions", "How much do you pay into a pension in the month?",
             "Faint ydych chi'n ei dalu i bensiwn yn y mis?", hint=_NOUGHT),
)
_OF_SOURCES: tuple[Question, ...] = tuple(
    question for stem, en, cy in SOURCES if (stem, en, cy) not in OWN_SOURCES for question in (
        how_much(f"person.{stem}", f"{en}: how much do you get each time?",
                 f"{cy}: faint ydych chi'n ei gael bob tro?", when=_INCOME, hint=_NOUGHT),
        which(f"person.{stem}_paid_every", f"{en}: how often is it paid?", f"{cy}: pa mor aml y'i telir?",
              when=_INCOME),
        how_many(f"person.{stem}_days", f"{en}: how many days of the month was it paid for?",
                 f"{cy}: am sawl diwrnod o'r mis y'i talwyd?", when=all_of(_INCOME, _CHANGED), at_most=31),
    ))
INCOME: tuple[Question, ...] = (
    whether("person.has_unearned_income", "Do you have any income besides earnings?",
            "A oes gennych unrhyw incwm heblaw enillion?",
            hint=("For example, a pension, a benefit, or maintenance for yourself from a former partner. Do not count "
                  "child maintenance.",
                  "Er enghraifft, pensiwn, budd-dal, neu gynhaliaeth i chi'ch hun gan gyn-bartner. Peidiwch â chyfrif "
                  "cynhaliaeth plant.")),
    whether("person.unearned_income_changed", "Did any of it start or stop this month?",
            "A ddechreuodd neu a ddaeth unrhyw ran ohono i ben y mis hwn?", when=_INCOME),
    *_OF_SOURCES,
    whether("person.has_student_income", "Do you get a student loan or grant?",
            "Ydych chi'n cael benthyciad neu grant myfyriwr?"),
    how_much("person.student_loan", "How much is your student loan for the year?",
             "Faint yw eich benthyciad myfyriwr am y flwyddyn?", when=_STUDENT, hint=_NOUGHT),
    how_much("person.postgraduate_loan", "How much is your postgraduate loan for the year?",
             "Faint yw eich benthyciad ôl-raddedig am y flwyddyn?", when=_STUDENT, hint=_NOUGHT),
    how_many("person.course_periods", "How many months of the year does your course run?",
             "Am sawl mis o'r flwyddyn y mae eich cwrs yn rhedeg?", when=_STUDENT, at_least=1, at_most=12),
    whether("person.student_income_ignored", "Is it the long vacation, or does the course end this month?",
            "Ai'r gwyliau hir yw hi, neu a yw'r cwrs yn gorffen y mis hwn?", when=_STUDENT),
)
SAVINGS = how_much("person.savings", "How much do you have in savings and investments?",
                   "Faint sydd gennych mewn cynilion a buddsoddiadau?", proof="bank_statement",
                   hint=("Cash, accounts, shares, and property other than your home. Enter 0 if you have none.",
                         "Arian parod, cyfrifon, cyfranddaliadau, ac eiddo heblaw eich cartref. Rhowch 0 os nad oes "
                         "dim."))
