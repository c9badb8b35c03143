"""Limited capability for work: WRA 2012 section 12; UC Regs 2013 regs 27, 27A, 28, 38 to 44, Sch 5A.

Not coded, and found by a person at the work capability assessment: whether someone has limited capability, the severe
conditions criteria (reg 40A), and who had or awaited the element before 6 April 2026 (reg 27A, Sch 5A).
"""
from __future__ import annotations

from typing import Any

from entitle.kernel.words import Words
from entitle.rules.calendar import add_months
from entitle.rules.choose import choose
from entitle.rules.decorator import rule
from entitle.rules.row_by_row import NOTHING, ONE, anywhere, no, where
from entitle.rules.units import any_of, largest, of


@rule(cites="UC Regs 2013 reg 41(1)", gives="yes_no", unit="adult",
      label=Words("Has a health condition", cy="Â chyflwr iechyd"),
      says=Words("If your health limits your work, we assess what you can do.",
                 cy="Os yw eich iechyd yn cyfyngu ar eich gwaith, rydym yn asesu'r hyn y gallwch ei wneud."))
def has_condition(adult_has_health_condition: Any) -> Any:
    """Whether an illness or disability limits work."""
    return adult_has_health_condition


@rule(cites="UC Regs 2013 reg 39", gives="yes_no", unit="adult",
      label=Words("Limited capability for work", cy="Gallu cyfyngedig i weithio"),
      says=Words("We look at whether you are too ill to be asked to work now.",
                 cy="Rydym yn edrych a ydych yn rhy sâl i ofyn i chi weithio nawr."),
      only_if={"adult_work_capability": "has_condition"})
def has_limited_capability(has_condition: Any, adult_work_capability: Any) -> Any:
    """LCW, or LCWRA which includes it."""
    return has_condition & adult_work_capability.is_one_of("limited", "limited_for_activity")


@rule(cites="UC Regs 2013 reg 40", gives="yes_no", unit="adult",
      label=Words("Limited capability for work-related activity",
                  cy="Gallu cyfyngedig ar gyfer gweithgaredd sy'n gysylltiedig â gwaith"),
      says=Words("We look at whether you are too ill to be asked to get ready for work.",
                 cy="Rydym yn edrych a ydych yn rhy sâl i ofyn i chi baratoi ar gyfer gwaith."),
      only_if={"adult_work_capability": "has_condition"})
def has_lcwra(has_condition: Any, is_claimant: Any, adult_work_capability: Any) -> Any:
    """Whether a claimant was found to have LCWRA."""
    return has_condition & is_claimant & adult_work_capability.is_one_of("limited_for_activity")


@rule(cites="UC Regs 2013 reg 28(1), (3) to (5)", gives="yes_no", unit="adult",
      label=Words("Must wait for the health element", cy="Rhaid aros am yr elfen iechyd"),
      says=Words("Most people wait 3 months for the health element. There is no wait at the end of life, or if you had "
                 "it before.",
                 cy="Mae'r rhan fwyaf o bobl yn aros 3 mis am yr elfen iechyd. Nid oes rhaid aros ar ddiwedd oes, "
                    "neu os "
                    "oedd gennych yr elfen o'r blaen."),
      only_if={"adult_terminally_ill": "has_lcwra", "adult_no_wait_for_health_element": "has_lcwra"})
def has_health_wait(has_lcwra: Any, adult_terminally_ill: Any, adult_no_wait_for_health_element: Any) -> Any:
    """Whether the wait applies to someone with LCWRA."""
    return has_lcwra & no(adult_terminally_ill) & no(adult_no_wait_for_health_element)


@rule(cites="UC Regs 2013 reg 28(1), (2)", gives="yes_no", unit="adult",
      label=Words("Health element is due", cy="Mae'r elfen iechyd yn ddyledus"),
      says=Words("The health element starts with the period after the one in which the 3 months end.",
                 cy="Mae'r elfen iechyd yn dechrau gyda'r cyfnod ar ôl yr un y daw'r 3 mis i ben ynddo."),
      only_if={"adult_limited_capability_from_on": "has_health_wait"})
def is_due_health_element(
    has_lcwra: Any, has_health_wait: Any, adult_limited_capability_from_on: Any, health_wait: Any,
    period_starts_on: Any,
) -> Any:
    """Whether the months of waiting ended before this period began, or none were needed."""
    if not anywhere(has_health_wait):
        return has_lcwra
    starts = of(period_starts_on)
    waited = starts >= add_months(where(has_health_wait, adult_limited_capability_from_on, starts), health_wait)
    return has_lcwra & (no(has_health_wait) | waited)


@rule(cites="UC Regs 2013 regs 27, 27A, 36, 40A, Sch 5A", gives="pence_per_month", unit="adult",
      label=Words("Health amount", cy="Swm iechyd"),
      says=Words("The health amount is lower for most people from 6 April 2026. You keep the higher one if you had it "
                 "by then. You get it too if you are very ill for life, or near the end of life.",
                 cy="Mae'r swm iechyd yn is i'r rhan fwyaf o bobl o 6 Ebrill 2026. Rydych yn cadw'r un uwch os oedd "
                    "gennych erbyn hynny. Rydych yn ei gael hefyd os ydych yn sâl iawn am oes, neu'n agos at ddiwedd "
                    "oes."),
      only_if={"adult_health_claim_before_april_2026": "is_due_health_element",
               "adult_severe_conditions": "is_due_health_element", "adult_terminally_ill": "is_due_health_element"})
def health_amount_for_adult(
    is_due_health_element: Any, adult_health_claim_before_april_2026: Any, adult_severe_conditions: Any,
    adult_terminally_ill: Any, health_amount: Any,
) -> Any:
    """Pence per month in respect of one claimant."""
    return choose(
        ("not due", no(is_due_health_element), NOTHING),
        ("had it, or was waiting, before 6 April 2026", adult_health_claim_before_april_2026, health_amount.protected),
        ("severe conditions", adult_severe_conditions, health_amount.protected),
        ("terminally ill", adult_terminally_ill, health_amount.protected),
        otherwise=("everyone else", health_amount.other),
    )


@rule(cites="WRA 2012 s12; UC Regs 2013 reg 27(4)", gives="pence_per_month",
      label=Words("Health element", cy="Elfen iechyd"),
      says=Words("You get one health element. A couple gets the higher amount.",
                 cy="Rydych yn cael un elfen iechyd. Mae cwpl yn cael y swm uwch."))
def health_element(health_amount_for_adult: Any) -> Any:
    """Pence per month, one for each award."""
    return largest(health_amount_for_adult, otherwise=NOTHING)


@rule(cites="SI 2017/204 Sch 2 paras 8 to 15", gives="yes_no", unit="adult",
      label=Words("Kept the limited capability amount", cy="Wedi cadw'r swm gallu cyfyngedig"),
      says=Words("An amount for limited capability ended in April 2017. Those who had it by then keep it.",
                 cy="Daeth swm ar gyfer gallu cyfyngedig i ben ym mis Ebrill 2017. Mae'r rhai oedd yn ei gael erbyn "
                    "hynny yn ei gadw."),
      only_if={"adult_limited_capability_before_april_2017": "has_limited_capability"})
def kept_limited_work_amount(
    has_limited_capability: Any, is_claimant: Any, adult_limited_capability_before_april_2017: Any,
) -> Any:
    """Whether a claimant has had LCW since before 3 April 2017."""
    return has_limited_capability & is_claimant & adult_limited_capability_before_april_2017


@rule(cites="SI 2017/204 Sch 2; UC Regs 2013 reg 27", gives="pence_per_month",
      label=Words("Limited capability element", cy="Elfen gallu cyfyngedig"),
      says=Words("If you kept the older amount for limited work, you still get it. You can't get it and the health "
                 "element.",
                 cy="Os gwnaethoch gadw'r swm hŷn am waith cyfyngedig, rydych yn dal i'w gael. Ni allwch ei gael a'r "
                    "elfen iechyd."))
def limited_work_element(kept_limited_work_amount: Any, health_element: Any, limited_work_amount: Any) -> Any:
    """Pence per month, one for each award and never with the health element."""
    return choose(
        ("kept", any_of(kept_limited_work_amount) & (health_element < ONE), limited_work_amount),
        otherwise=("not kept, or the health element is paid", NOTHING),
    )


@rule(cites="UC Regs 2013 reg 22(1)(b)", gives="yes_no",
      label=Words("One of you has limited capability", cy="Mae gan un ohonoch allu cyfyngedig"),
      says=Words("We look at whether one of you is too ill to be asked to work.",
                 cy="Rydym yn edrych a yw un ohonoch yn rhy sâl i ofyn i chi weithio."))
def either_has_limited_capability(has_limited_capability: Any) -> Any:
    """Whether either of a couple has LCW or LCWRA."""
    return any_of(has_limited_capability)
