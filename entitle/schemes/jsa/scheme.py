"""The sheet on New Style Jobseeker's Allowance: its whole shape on one screen."""
from __future__ import annotations

from entitle import standards
from entitle.blueprint.scheme import Cycle, Reason, Scheme
from entitle.facts.national_insurance import NATIONAL_INSURANCE
from entitle.kernel.words import Words
from entitle.letters.templates import LetterBook
from entitle.schemes.jsa.facts import FACTS
from entitle.schemes.jsa.questions import CLAIM
from entitle.schemes.jsa.rulebook import FOLDER, RULES


def _because(rule: str, en: str, cy: str) -> Reason:
    return Reason(rule=rule, words=Words(en, cy=cy), cites=RULES.rules[rule].cites)


SCHEME = Scheme(
    name="jsa",
    title=Words("New Style Jobseeker’s Allowance", cy="Lwfans Ceisio Gwaith Dull Newydd"),
    legal_basis="Jobseekers Act 1995; Jobseeker's Allowance Regulations 2013 (SI 2013/378)",
    overlaps="SI 1979/597 reg 4",
    folder=FOLDER,
    rules=RULES,
    facts=FACTS,
    claim=CLAIM,
    amount="weekly_amount",
    starts="start_on",
    last_day="last_day_on",
    changes_on=("turns_25_on",),
    rate_day="paid_on",
    cycle=Cycle(weeks=2, weekday="payment_weekday"),
    refusals=(
        _because("no_plan", "You did not agree a plan to find work.", "Ni wnaethoch gytuno ar gynllun i ddod o hyd i "
                                                                     "waith."),
        _because("paid_too_little", "You paid too little National Insurance from a job in the 2 tax years we look at.",
                 "Gwnaethoch dalu rhy ychydig o Yswiriant Gwladol o swydd yn y 2 flwyddyn dreth yr edrychwn arnynt."),
        _because("reached_too_little", "You do not have enough pay and credits in each of the 2 tax years.",
                 "Nid oes gennych ddigon o gyflog a chredydau ym mhob un o'r 2 flwyddyn dreth."),
        _because("earns_too_much", "You are paid too much.", "Mae eich cyflog yn rhy uchel."),
        _because("works_too_much", "You work 16 hours a week or more.",
                 "Rydych yn gweithio 16 awr yr wythnos neu fwy."),
        _because("unfit_for_work", "You are too ill to work.", "Rydych yn rhy sâl i weithio."),
        _because("studies_full_time", "You study full time.", "Rydych yn astudio'n amser llawn."),
        _because("over_pension_age", "You have reached State Pension age.",
                 "Rydych wedi cyrraedd oedran Pensiwn y Wladwriaeth."),
        _because("outside_great_britain", "You do not live in England, Scotland or Wales.",
                 "Nid ydych yn byw yn Lloegr, yr Alban na Chymru."),
        _because("nothing_to_pay", "Your pension leaves nothing for us to pay.",
                 "Mae eich pensiwn yn golygu nad oes dim i ni ei dalu."),
    ),
    hand_offs=(
        _because("under_18", "You are under 18.", "Rydych dan 18 oed."),
        _because("not_looking", "You are not looking for work, or not free to start.",
                 "Nid ydych yn chwilio am waith, neu nid ydych yn rhydd i ddechrau."),
        _because("left_last_job", "You left your last job or were dismissed.",
                 "Gadawsoch eich swydd ddiwethaf neu cawsoch eich diswyddo."),
        _because("earlier_claim", "You had Jobseeker's Allowance in the last 3 years.",
                 "Cawsoch Lwfans Ceisio Gwaith yn y 3 blynedd diwethaf."),
        _because("abroad_with_forces", "You lived abroad with a partner in the armed forces.",
                 "Buoch yn byw dramor gyda phartner yn y lluoedd arfog."),
        _because("record_of_other_years", "Your National Insurance record is for other tax years.",
                 "Mae eich cofnod Yswiriant Gwladol ar gyfer blynyddoedd treth eraill."),
        _because("record_does_not_add_up", "Your National Insurance record does not add up.",
                 "Nid yw eich cofnod Yswiriant Gwladol yn gywir."),
    ),
    record_facts=tuple(fact.name for fact in NATIONAL_INSURANCE if "class_2" not in fact.name),
    evidence={"person.born_on": ("birth_certificate", "passport"), "person.earnings_per_week": ("bank_statement",),
              "person.pension_per_week": ("letter",)},
    standards=standards.load(FOLDER / "standards.yaml"),
    letters=LetterBook.load(FOLDER / "letters"),
    quality_sample_percent=2,
    retention="14 months after the award ends",
)
