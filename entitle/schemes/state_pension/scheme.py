"""The sheet on the new State Pension: its whole shape on one screen."""
from __future__ import annotations

from entitle import standards
from entitle.blueprint.scheme import Cycle, Reason, Scheme
from entitle.kernel.words import Words
from entitle.letters.templates import LetterBook
from entitle.schemes.state_pension.facts import FACTS
from entitle.schemes.state_pension.questions import CLAIM
from entitle.schemes.state_pension.rulebook import FOLDER, RULES


def _because(rule: str, en: str, cy: str) -> Reason:
    return Reason(rule=rule, words=Words(en, cy=cy), cites=RULES.rules[rule].cites)


SCHEME = Scheme(
    name="state_pension",
    title=Words("State Pension", cy="Pensiwn y Wladwriaeth"),
    legal_basis="Pensions Act 2014 Part 1; State Pension Regulations 2015 (SI 2015/173)",
    overlaps="SI 1979/597 reg 4",
    folder=FOLDER,
    rules=RULES,
    facts=FACTS,
    claim=CLAIM,
    amount="weekly_amount",
    starts="start_on",
    invite_on="invite_on",
    cycle=Cycle(weeks=4, weekday="payment_weekday", in_arrears=True),
    refusals=(
        _because("under_old_scheme", "You reached State Pension age before 6 April 2016, so the older State Pension is "
                                     "yours to claim.",
                 "Cyrhaeddoch oedran Pensiwn y Wladwriaeth cyn 6 Ebrill 2016, felly yr hen Bensiwn y Wladwriaeth sydd "
                 "i chi ei hawlio."),
        _because("too_early", "You claimed more than 4 months before you reach State Pension age.",
                 "Gwnaethoch hawlio fwy na 4 mis cyn i chi gyrraedd oedran Pensiwn y Wladwriaeth."),
        _because("too_few_years", "You have fewer than 10 qualifying years of National Insurance.",
                 "Mae gennych lai na 10 mlynedd gymhwyso o Yswiriant Gwladol."),
    ),
    hand_offs=(
        _because("time_abroad", "You have lived or worked abroad.", "Rydych wedi byw neu weithio dramor."),
        _because("transitional_record", "You have a National Insurance record from before 6 April 2016.",
                 "Mae gennych gofnod Yswiriant Gwladol o cyn 6 Ebrill 2016."),
        _because("marriage_based_rights", "You may have rights through a marriage or civil partnership.",
                 "Efallai fod gennych hawliau drwy briodas neu bartneriaeth sifil."),
        _because("benefits_while_delaying", "You had another benefit while you put off your State Pension.",
                 "Cawsoch fudd-dal arall wrth ohirio eich Pensiwn y Wladwriaeth."),
        _because("increment_to_uprate", "You get more for starting later, from a day before the latest April rise. We "
                                        "work out by hand what that rise adds.",
                 "Rydych yn cael mwy am ddechrau'n hwyrach, o ddiwrnod cyn codiad diweddaraf mis Ebrill. Rydym yn "
                 "cyfrifo â llaw beth mae'r codiad hwnnw'n ei ychwanegu."),
    ),
    record_facts=("national_insurance.qualifying_years", "national_insurance.has_transitional_record",
                  "national_insurance.reduced_rate_election"),
    evidence={"person.born_on": ("birth_certificate", "passport"), "person.relationship": ("marriage_certificate",)},
    standards=standards.load(FOLDER / "standards.yaml"),
    letters=LetterBook.load(FOLDER / "letters"),
    quality_sample_percent=2,
    retention="14 months after the award ends",
)
