"""What staff find of a claim: what was agreed about work, what our own benefits pay, and the rent that can count."""
from __future__ import annotations

from dataclasses import replace

from entitle.facts.dictionary import Dictionary
from entitle.kernel.words import Words
from entitle.questions.conditions import all_of, any_of, is_no, is_one_of, is_yes
from entitle.questions.question import Question
from entitle.questions.question_set import QuestionSet
from entitle.schemes.universal_credit.adult_facts import OWN_SOURCES
from entitle.schemes.universal_credit.asking import how_many, how_much, of_their_partner, what_day, whether, which
from entitle.schemes.universal_credit.facts import ALLOWANCES, FACTS

_COUPLE = is_yes("household.has_partner", Words("they live with a partner", cy="ydynt yn byw gyda phartner"))
_SELF_EMPLOYED = is_yes("person.is_self_employed", Words("they work for themselves", cy="ydynt yn hunangyflogedig"))
_GAINFUL = all_of(_SELF_EMPLOYED, is_yes("person.gainfully_self_employed", Words(
    "it is their main work", cy="dyna eu prif waith")))
_EITHER_GAINFUL = any_of(_GAINFUL, all_of(_COUPLE, is_yes("partner.is_self_employed", Words(
    "the partner works for themselves", cy="mae'r partner yn hunangyflogedig")), is_yes(
    "partner.gainfully_self_employed", Words("it is the partner's main work", cy="dyna brif waith y partner"))))
_INCOME = is_yes("person.has_unearned_income", Words("they have other income", cy="mae ganddynt incwm arall"))
_CHANGED = all_of(_INCOME, is_yes("person.unearned_income_changed", Words(
    "some of it started or stopped", cy="dechreuodd neu daeth rhywfaint ohono i ben")))
_RENTS = is_yes("home.pays_rent", Words("they pay rent", cy="ydynt yn talu rhent"))
_SOCIAL, _PRIVATE = (all_of(_RENTS, is_one_of("home.rents_from", kind, says=words)) for kind, words in (
    ("social", Words("the landlord is a council or housing association",
                     cy="cyngor neu gymdeithas dai yw'r landlord")),
    ("private", Words("the landlord is private", cy="mae'r landlord yn breifat"))))
_OWNS = all_of(is_no("home.pays_rent"), is_yes("home.owner_pays_charges", Words(
    "they own their home and pay service charges", cy="maent yn berchen ar eu cartref ac yn talu taliadau gwasanaeth")))
_MOVED = is_yes("universal_credit.has_transitional_element", Words("they have one", cy="oes ganddynt un"))
_STEADY = is_yes("universal_credit.had_steady_earnings", Words("they did", cy="gwnaethant"))

_ABOUT_WORK: tuple[Question, ...] = (
    whether("person.accepted_commitment", "Have they accepted a claimant commitment?",
            "Ydynt wedi derbyn ymrwymiad hawlydd?"),
    whether("person.excepted_at_16_or_17", "If they are 16 or 17, may they claim?",
            "Os ydynt yn 16 neu 17, a gânt hawlio?", optional=True),
    whether("person.education_excepted", "They are in education: may they still claim?",
            "Maent mewn addysg: a gânt hawlio o hyd?", when=is_yes("person.in_education")),
    whether("person.gainfully_self_employed", "Is working for themselves their main work, run for profit?",
            "Ai gweithio iddynt eu hunain yw eu prif waith, er elw?", when=_SELF_EMPLOYED),
    what_day("person.self_employed_from_on", "On what day was that found?", "Ar ba ddiwrnod y canfuwyd hynny?",
             when=_GAINFUL),
    whether("person.start_up_used", "Have they had a start-up period before?",
            "A gawsant gyfnod cychwyn o'r blaen?", when=_GAINFUL),
)
_EXPECTED: tuple[Question, ...] = (
    which("person.work_group", "What are they expected to do towards work?",
          "Beth a ddisgwylir iddynt ei wneud tuag at waith?"),
    how_many("person.expected_hours", "How many hours a week are they expected to work?",
             "Sawl awr yr wythnos y disgwylir iddynt weithio?", at_most=60),
)
_OF_OUR_BENEFITS: tuple[Question, ...] = tuple(
    question for stem, en, cy in OWN_SOURCES for question in (
        how_much(f"person.{stem}", f"{en}: how much do we pay them each time?",
                 f"{cy}: faint ydym yn ei dalu iddynt bob tro?", when=_INCOME,
                 hint=("Enter 0 if none", "Rhowch 0 os nad oes dim")),
        which(f"person.{stem}_paid_every", f"{en}: how often do we pay it?", f"{cy}: pa mor aml ydym yn ei dalu?",
              when=_INCOME),
        how_many(f"person.{stem}_days", f"{en}: how many days of the month is it for?",
                 f"{cy}: am sawl diwrnod o'r mis y mae?", when=_CHANGED, at_most=31),
    )) + (
    whether("person.has_support_component", "Does their Employment and Support Allowance have the support component?",
            "A oes elfen gymorth yn eu Lwfans Cyflogaeth a Chymorth?", when=_INCOME),
)
_OF_THE_CLAIM: tuple[Question, ...] = (
    whether("universal_credit.earlier_start_allowed", "Is there a ground to start the claim earlier?",
            "A oes rheswm dros ddechrau'r cais yn gynharach?", when=is_yes("universal_credit.wants_earlier_start")),
    whether("home.bedroom_rule_excepted", "Are spare bedrooms not to count?",
            "A ddylid peidio â chyfrif ystafelloedd gwely sbâr?", when=_SOCIAL),
    *(how_much(f"home.allowance_{stem}", f"What is the Local Housing Allowance a month for {en}?",
               f"Beth yw'r Lwfans Tai Lleol y mis am {cy}?", when=_PRIVATE,
               hint=("The Rent Officer’s figure for the postcode", "Ffigur y Swyddog Rhent am y cod post"))
      for stem, en, cy in ALLOWANCES),
    whether("universal_credit.has_transitional_element", "Were they moved to us with an amount that is protected?",
            "A symudwyd hwy atom gyda swm sydd wedi'i ddiogelu?"),
    how_much("universal_credit.transitional_element", "How much of it is left this month?",
             "Faint ohono sydd ar ôl y mis hwn?", when=_MOVED),
    whether("universal_credit.capital_protected", "Are savings over the limit ignored after a move from tax credits?",
            "A anwybyddir cynilion dros y terfyn ar ôl symud o gredydau treth?"),
    how_many("universal_credit.periods_without_earnings", "How many months in a row have they had no earnings?",
             "Sawl mis yn olynol y buont heb enillion?", when=_OWNS),
    whether("universal_credit.had_steady_earnings",
            "Did they earn enough in each of the 12 months before work stopped or pay fell?",
            "A enillwyd digon ym mhob un o'r 12 mis cyn i waith ddod i ben neu i gyflog ostwng?",
            hint=("See the months of pay that HMRC was told of", "Gweler misoedd y cyflog a ddywedwyd wrth CThEF")),
    what_day("universal_credit.grace_from_on", "What was the first day after that?",
             "Beth oedd y diwrnod cyntaf wedyn?", when=_STEADY),
)
FINDINGS = QuestionSet(
    name="universal_credit_findings",
    title=Words("What we found about the claim", cy="Yr hyn a ganfuom am y cais"),
    questions=(*_ABOUT_WORK, *_OF_OUR_BENEFITS,
               *of_their_partner(*_ABOUT_WORK, *_OF_OUR_BENEFITS, when=_COUPLE),
               *(replace(question, when=_EITHER_GAINFUL) for question in _EXPECTED),
               *(replace(question, when=all_of(_COUPLE, _EITHER_GAINFUL)) for question in of_their_partner(*_EXPECTED)),
               *_OF_THE_CLAIM),
    dictionary=Dictionary(FACTS),
)
