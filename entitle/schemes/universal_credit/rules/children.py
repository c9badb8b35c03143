"""Children: WRA 2012 section 10; UC Regs 2013 regs 4, 5, 24, 24A, 24B; Transitional Provisions Regs 2014 reg 43.

Not coded: who has main responsibility where two homes share a child (reg 4(4)), children looked after or away (reg 4A,
4(7)), and the grounds of Sch 12, all of which a person finds.
"""
from __future__ import annotations

from typing import Any

from entitle.kernel.words import Words
from entitle.rules.calendar import has_turned
from entitle.rules.choose import choose
from entitle.rules.decorator import rule
from entitle.rules.row_by_row import NOTHING, ONE, anywhere, no, where
from entitle.rules.units import any_of, of, rank, total
from entitle.schemes.universal_credit.rules.ages import is_before_september_after


@rule(cites="UC Regs 2013 reg 2", gives="yes_no", unit="child",
      label=Words("Under 16", cy="O dan 16"),
      says=Words("We look at whether each child is under 16.", cy="Rydym yn edrych a yw pob plentyn o dan 16 oed."))
def is_under_16(child_born_on: Any, last_day_on: Any, young_person_ages: Any) -> Any:
    """Whether the sixteenth birthday comes after the period."""
    return no(has_turned(young_person_ages.child, child_born_on, of(last_day_on)))


@rule(cites="UC Regs 2013 regs 5(1)(a), 33(1)(a)", gives="yes_no", unit="child",
      label=Words("Before September after turning 16", cy="Cyn mis Medi ar ôl troi'n 16"),
      says=Words("A child counts until 31 August after their 16th birthday.",
                 cy="Mae plentyn yn cyfrif hyd at 31 Awst ar ôl ei ben-blwydd yn 16 oed."))
def is_before_first_september(child_born_on: Any, last_september_on: Any, young_person_ages: Any) -> Any:
    """Whether the period ends before the 1 September that follows the sixteenth birthday."""
    return is_before_september_after(young_person_ages.child, child_born_on, of(last_september_on))


@rule(cites="UC Regs 2013 reg 5(1)(b)", gives="yes_no", unit="child",
      label=Words("Counts only if in education", cy="Yn cyfrif dim ond os mewn addysg"),
      says=Words("After that, a young person counts only while still at school, in college or training.",
                 cy="Ar ôl hynny, dim ond tra yn yr ysgol, mewn coleg neu'n hyfforddi y mae person ifanc yn cyfrif."))
def depends_on_education(
    is_before_first_september: Any, child_born_on: Any, last_september_on: Any, young_person_ages: Any,
) -> Any:
    """Whether past that day, and the period ends before the 1 September that follows the nineteenth birthday."""
    return no(is_before_first_september) & is_before_september_after(
        young_person_ages.young_person, child_born_on, of(last_september_on))


@rule(cites="UC Regs 2013 regs 4, 5", gives="yes_no", unit="child",
      label=Words("Your child for Universal Credit", cy="Eich plentyn ar gyfer Credyd Cynhwysol"),
      says=Words("A child counts if they normally live with you and are young enough.",
                 cy="Mae plentyn yn cyfrif os yw fel arfer yn byw gyda chi ac yn ddigon ifanc."),
      only_if={"child_in_education": "depends_on_education"})
def is_child_of_claim(
    child_born_on: Any, child_lives_with_claimant: Any, is_before_first_september: Any, depends_on_education: Any,
    child_in_education: Any, last_day_on: Any,
) -> Any:
    """A child or qualifying young person for whom the claimants are responsible. One born in the period counts."""
    young_enough = is_before_first_september | depends_on_education & child_in_education
    return child_lives_with_claimant & young_enough & (child_born_on <= of(last_day_on))


@rule(cites="WRA 2012 s10(1); UC Regs 2013 reg 4", gives="yes_no",
      label=Words("Responsible for a child", cy="Yn gyfrifol am blentyn"),
      says=Words("We look at whether you look after a child.", cy="Rydym yn edrych a ydych yn gofalu am blentyn."))
def has_child(is_child_of_claim: Any) -> Any:
    """Whether responsible for any child or qualifying young person."""
    return any_of(is_child_of_claim)


@rule(cites="WRA 2012 s10(1A); Universal Credit (Removal of Two Child Limit) Act 2026", gives="yes_no", unit="child",
      label=Words("Two-child limit in force", cy="Terfyn dau blentyn mewn grym"),
      says=Words("Until 5 April 2026 most families had child amounts for two children only. From 6 April 2026 there is "
                 "no limit.",
                 cy="Hyd at 5 Ebrill 2026 dim ond am ddau blentyn yr oedd y rhan fwyaf o deuluoedd yn cael symiau "
                    "plentyn. O 6 Ebrill 2026 nid oes terfyn."))
def limit_applies(is_child_of_claim: Any, two_child_limit: Any) -> Any:
    """Whether the limit is in force for this child of the claim."""
    return is_child_of_claim & (two_child_limit.in_force > NOTHING)


@rule(cites="UC Regs 2013 regs 24A(1)(za), 24B", gives="place", unit="child",
      label=Words("Place among your children", cy="Lle ymhlith eich plant"),
      says=Words("We count your children from the oldest. Children you adopted or care for in place of their parents "
                 "are left out of the count.",
                 cy="Rydym yn cyfrif eich plant o'r hynaf. Nid yw plant yr ydych wedi'u mabwysiadu neu'n gofalu "
                    "amdanynt "
                    "yn lle eu rhieni yn rhan o'r cyfrif."),
      only_if={"child_adopted_or_cared_for": "limit_applies", "child_limit_excepted": "limit_applies"})
def place_in_limit(
    child_born_on: Any, limit_applies: Any, child_adopted_or_cared_for: Any, child_limit_excepted: Any,
    last_day_on: Any,
) -> Any:
    """0 for the first. Of children born on one day, one who would be paid for anyway comes later (reg 24B(2))."""
    in_order = limit_applies & no(child_adopted_or_cared_for)
    twice, last = child_born_on + child_born_on, of(last_day_on) + ONE
    return rank(where(in_order, twice + where(child_limit_excepted, ONE, NOTHING), last + last))


@rule(cites="TP Regs 2014 reg 43; UC Regs 2013 reg 24B(1)", gives="yes_no", unit="child",
      label=Words("Oldest child", cy="Plentyn hynaf"),
      says=Words("The first amount is for your oldest child.", cy="Mae'r swm cyntaf ar gyfer eich plentyn hynaf."))
def is_eldest(child_born_on: Any, is_child_of_claim: Any, last_day_on: Any) -> Any:
    """Whether first by date of birth of the children of the claim; of those born on one day, the first listed."""
    last = of(last_day_on) + ONE
    return is_child_of_claim & (rank(where(is_child_of_claim, child_born_on, last)) < ONE)


@rule(cites="WRA 2012 s10; UC Regs 2013 regs 24(1), 24A, 36; TP Regs 2014 reg 43", gives="pence_per_month",
      unit="child",
      label=Words("Child element", cy="Elfen plentyn"),
      says=Words("You get an amount for each child. It is higher for your oldest if they were born before 6 April "
                 "2017.",
                 cy="Rydych yn cael swm ar gyfer pob plentyn. Mae'n uwch ar gyfer yr hynaf os cafodd ei eni cyn 6 "
                    "Ebrill "
                    "2017."),
      only_if={"child_adopted_or_cared_for": "limit_applies", "child_limit_excepted": "limit_applies"})
def child_element(
    child_born_on: Any, is_child_of_claim: Any, is_eldest: Any, limit_applies: Any, place_in_limit: Any,
    child_adopted_or_cared_for: Any, child_limit_excepted: Any, two_child_limit: Any, limit_born_before: Any,
    child_amount: Any,
) -> Any:
    """Pence per month for each child or qualifying young person."""
    born_before, over_limit = child_born_on < limit_born_before, limit_applies
    if anywhere(limit_applies):
        over_limit = limit_applies & no((place_in_limit < two_child_limit.children) | born_before
                                        | child_adopted_or_cared_for | child_limit_excepted)
    return choose(
        ("not a child of the claim", no(is_child_of_claim), NOTHING),
        ("over the two-child limit", over_limit, NOTHING),
        ("oldest, born before 6 April 2017", is_eldest & born_before,
         child_amount.first_born_before_limit),
        otherwise=("each other child", child_amount.each_other),
    )


@rule(cites="UC Regs 2013 reg 24(2), 36", gives="pence_per_month", unit="child",
      label=Words("Disabled child addition", cy="Ychwanegiad plentyn anabl"),
      says=Words("You get more for each child who gets a disability benefit. It does not matter how many children you "
                 "have.",
                 cy="Rydych yn cael mwy am bob plentyn sy'n cael budd-dal anabledd. Nid oes ots faint o blant sydd "
                    "gennych."))
def disabled_child_addition(is_child_of_claim: Any, child_disability: Any, disabled_child_amount: Any) -> Any:
    """Pence per month; the limit does not touch it."""
    return choose(
        ("not a child of the claim", no(is_child_of_claim), NOTHING),
        ("higher rate", child_disability.is_one_of("higher"), disabled_child_amount.higher),
        ("lower rate", child_disability.is_one_of("lower"), disabled_child_amount.lower),
        otherwise=("no disability benefit", NOTHING),
    )


@rule(cites="WRA 2012 s10; UC Regs 2013 reg 24(1)", gives="pence_per_month",
      label=Words("Amounts for children", cy="Symiau ar gyfer plant"),
      says=Words("We add up the amounts for your children.", cy="Rydym yn adio'r symiau ar gyfer eich plant."))
def child_elements(child_element: Any) -> Any:
    """Pence per month."""
    return total(child_element)


@rule(cites="UC Regs 2013 reg 24(2)", gives="pence_per_month",
      label=Words("Extra for disabled children", cy="Swm ychwanegol ar gyfer plant anabl"),
      says=Words("We add up the extra amounts for disabled children.",
                 cy="Rydym yn adio'r symiau ychwanegol ar gyfer plant anabl."))
def disabled_child_additions(disabled_child_addition: Any) -> Any:
    """Pence per month."""
    return total(disabled_child_addition)
