"""The sheet on New Style Employment and Support Allowance: its whole shape on one screen."""
from __future__ import annotations

from entitle import standards
from entitle.blueprint.scheme import Cycle, FurtherQuestions, Reason, Scheme
from entitle.facts.national_insurance import NATIONAL_INSURANCE
from entitle.kernel.words import Words
from entitle.letters.templates import LetterBook
from entitle.questions.conditions import all_of, is_no, is_yes
from entitle.schemes.esa.facts import FACTS
from entitle.schemes.esa.questions import ASSESSMENT, CLAIM
from entitle.schemes.esa.rulebook import FOLDER, RULES


def _because(rule: str, en: str, cy: str) -> Reason:
    return Reason(rule=rule, words=Words(en, cy=cy), cites=RULES.rules[rule].cites)


SCHEME = Scheme(
    name="esa",
    title=Words("New Style Employment and Support Allowance", cy="Lwfans Cyflogaeth a Chymorth Dull Newydd"),
    legal_basis="Welfare Reform Act 2007 Part 1; Employment and Support Allowance Regulations 2013 (SI 2013/379)",
    overlaps="SI 1979/597 reg 4",
    folder=FOLDER,
    rules=RULES,
    facts=FACTS,
    claim=CLAIM,
    further=(
        FurtherQuestions(
            questions=ASSESSMENT, of="health_professional", standard="esa_assessment",
            when=all_of(is_yes("esa.assessed", says=Words("they have been assessed", cy="ydynt wedi'u hasesu")),
                        is_no("health.near_end_of_life",
                              says=Words("they are not near the end of life", cy="nad ydynt yn agos at ddiwedd oes"))),
        ),
    ),
    amount="weekly_amount",
    starts="start_on",
    last_day="last_day_on",
    changes_on=("turns_25_on", "main_phase_from_on"),
    rate_day="paid_on",
    cycle=Cycle(weeks=2, weekday="payment_weekday"),
    refusals=(
        _because("paid_too_little", "You paid too little National Insurance in the 2 tax years we look at.",
                 "Gwnaethoch dalu rhy ychydig o Yswiriant Gwladol yn y 2 flwyddyn dreth yr edrychwn arnynt."),
        _because("reached_too_little", "You do not have enough pay and credits in each of the 2 tax years.",
                 "Nid oes gennych ddigon o gyflog a chredydau ym mhob un o'r 2 flwyddyn dreth."),
        _because("fit_for_work", "The assessment found that you can work.", "Canfu'r asesiad y gallwch weithio."),
        _because("no_plan", "You did not agree a plan with us.", "Ni wnaethoch gytuno ar gynllun gyda ni."),
        _because("too_young", "You are under 16.", "Rydych dan 16 oed."),
        _because("over_pension_age", "You have reached State Pension age.",
                 "Rydych wedi cyrraedd oedran Pensiwn y Wladwriaeth."),
        _because("outside_great_britain", "You do not live in England, Scotland or Wales.",
                 "Nid ydych yn byw yn Lloegr, yr Alban na Chymru."),
        _because("gets_jobseekers", "You get Jobseeker's Allowance or Income Support.",
                 "Rydych yn cael Lwfans Ceisio Gwaith neu Gymhorthdal Incwm."),
        _because("works_too_much", "You work or are paid more than the rules allow.",
                 "Rydych yn gweithio neu'n cael eich talu fwy nag y mae'r rheolau'n ei ganiatáu."),
        _because("nothing_to_pay", "Your pension leaves nothing for us to pay.",
                 "Mae eich pensiwn yn golygu nad oes dim i ni ei dalu."),
    ),
    hand_offs=(
        _because("earlier_claim", "You had Employment and Support Allowance in the last 3 years.",
                 "Cawsoch Lwfans Cyflogaeth a Chymorth yn y 3 blynedd diwethaf."),
        _because("first_test_eased", "The first National Insurance test may be easier for you.",
                 "Efallai y bydd y prawf Yswiriant Gwladol cyntaf yn haws i chi."),
        _because("fit_note_ran_out", "Your fit note ran out before you claimed.",
                 "Daeth eich nodyn ffitrwydd i ben cyn i chi hawlio."),
        _because("record_of_other_years", "Your National Insurance record is for other tax years.",
                 "Mae eich cofnod Yswiriant Gwladol ar gyfer blynyddoedd treth eraill."),
        _because("record_does_not_add_up", "Your National Insurance record does not add up.",
                 "Nid yw eich cofnod Yswiriant Gwladol yn gywir."),
    ),
    record_facts=tuple(fact.name for fact in NATIONAL_INSURANCE),
    evidence={"health.fit_note_from_on": ("fit_note",), "health.fit_note_until_on": ("fit_note",),
              "person.born_on": ("birth_certificate", "passport"), "person.pension_per_week": ("letter",)},
    standards=standards.load(FOLDER / "standards.yaml"),
    letters=LetterBook.load(FOLDER / "letters"),
    quality_sample_percent=5,
    retention="14 months after the award ends",
)
