"""The sheet on Personal Independence Payment: its whole shape on one screen."""
from __future__ import annotations

from entitle import standards
from entitle.blueprint.scheme import Cycle, FurtherQuestions, Reason, Scheme
from entitle.kernel.words import Words
from entitle.letters.templates import LetterBook
from entitle.questions.conditions import is_one_of
from entitle.schemes.pip.assessment import ASSESSMENT
from entitle.schemes.pip.facts import FACTS
from entitle.schemes.pip.questions import CLAIM
from entitle.schemes.pip.rulebook import FOLDER, RULES


def _because(rule: str, en: str, cy: str) -> Reason:
    return Reason(rule=rule, words=Words(en, cy=cy), cites=RULES.rules[rule].cites)


SCHEME = Scheme(
    name="pip",
    title=Words("Personal Independence Payment", cy="Taliad Annibyniaeth Personol"),
    legal_basis="Welfare Reform Act 2012 Part 4; SI 2013/377",
    folder=FOLDER,
    rules=RULES,
    facts=FACTS,
    claim=CLAIM,
    further=(
        FurtherQuestions(questions=ASSESSMENT, of="health_professional", standard="pip_assessment",
                         when=is_one_of("pip.lives_in", "england", "wales")),
    ),
    amount="weekly_amount",
    starts="start_on",
    last_day="last_day_on",
    review="review_on",
    cycle=Cycle(weeks=4, weekday="payment_weekday", in_arrears=True),
    refusals=(
        _because("over_pension_age", "You claimed for the first time after State Pension age.",
                 "Gwnaethoch hawlio am y tro cyntaf ar ôl oedran Pensiwn y Wladwriaeth."),
        _because("too_young", "You claimed more than 3 months before you are 16.",
                 "Gwnaethoch hawlio fwy na 3 mis cyn i chi fod yn 16 oed."),
        _because("lives_elsewhere", "You do not live in England or Wales.", "Nid ydych yn byw yng Nghymru na Lloegr."),
        _because("too_soon", "Your PIP could start only more than 3 months after you claimed.",
                 "Dim ond mwy na 3 mis ar ôl i chi hawlio y gallai eich PIP ddechrau."),
        _because("too_short", "Your needs are not likely to last for 9 months.",
                 "Nid yw eich anghenion yn debygol o bara 9 mis."),
        _because("too_few_points", "You have fewer than 8 points for daily living and fewer than 8 for mobility.",
                 "Mae gennych lai nag 8 pwynt am fyw bob dydd a llai nag 8 am symudedd."),
    ),
    hand_offs=(
        _because("time_abroad", "You have been abroad for more than 4 weeks at a time.",
                 "Rydych wedi bod dramor am fwy na 4 wythnos ar y tro."),
        _because("residence_to_check", "We need to check your right to live here and claim.",
                 "Mae angen i ni wirio eich hawl i fyw yma a hawlio."),
        _because("away_from_home", "You are in hospital, a care home or prison.",
                 "Rydych mewn ysbyty, cartref gofal neu garchar."),
        _because("earlier_award", "You had PIP or Disability Living Allowance in the last 2 years.",
                 "Cawsoch PIP neu Lwfans Byw i'r Anabl yn y 2 flynedd diwethaf."),
        _because("award_to_check", "The advice on how long your award should run does not fit the rest.",
                 "Nid yw'r cyngor ar hyd eich dyfarniad yn cyd-fynd â'r gweddill."),
        _because("days_to_check", "The days counted for one of the activities do not add up.",
                 "Nid yw'r diwrnodau a gyfrifwyd ar gyfer un o'r gweithgareddau yn gywir."),
    ),
    person_decides=True,
    evidence={"person.born_on": ("birth_certificate", "passport"), "health.condition": ("letter",)},
    standards=standards.load(FOLDER / "standards.yaml"),
    letters=LetterBook.load(FOLDER / "letters"),
    quality_sample_percent=3,
    retention="14 months after the award ends",
)
