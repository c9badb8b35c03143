"""Fees: the Child Support Fees Regulations 2014. Nothing is charged where the parents pay each other.

Not coded: enforcement fees (regulation 10), which belong to collecting. Announced, not in force: 2 per cent for each.
"""
from __future__ import annotations

from typing import Any

from entitle.kernel.money import HALF_UP
from entitle.kernel.words import Words
from entitle.rules.calendar import birthday
from entitle.rules.decorator import rule
from entitle.rules.row_by_row import where
from entitle.rules.units import of, total


@rule(cites="SI 2014/612 reg 7(1)", gives="yes_no",
      label=Words("Paid through us", cy="Telir trwom ni"),
      says=Words("We charge a fee only where the money is paid through us.",
                 cy="Dim ond lle telir yr arian trwom ni yr ydym yn codi ffi."))
def is_collected(child_maintenance_service: Any) -> Any:
    """Whether the agency collects the money and passes it on."""
    return child_maintenance_service.is_one_of("collect_and_pay")


@rule(cites="SI 2014/612 reg 7(3)", gives="pence_per_week",
      label=Words("Fee added", cy="Ffi a ychwanegir"),
      says=Words("Where we collect the money, the paying parent pays 20% on top.",
                 cy="Lle rydym yn casglu'r arian, mae'r rhiant sy'n talu yn talu 20% yn ychwanegol."))
def paying_parent_fee(is_collected: Any, weekly_amount: Any, collection_fee: Any) -> Any:
    """Pence per week; rounded once, half a penny up."""
    return where(is_collected, collection_fee.paying_parent.of(weekly_amount, rounding=HALF_UP), 0)


@rule(cites="SI 2014/612 reg 7(3), (4)", gives="pence_per_week", unit="receiving_parent",
      label=Words("Fee added for another parent", cy="Ffi a ychwanegir am riant arall"),
      says=Words("The 20% is worked out for each other parent apart.",
                 cy="Cyfrifir yr 20% ar gyfer pob rhiant arall ar wahân."))
def their_fee(is_collected: Any, their_amount: Any, collection_fee: Any) -> Any:
    """Pence per week; rounded once, half a penny up."""
    return where(of(is_collected), collection_fee.paying_parent.of(their_amount, rounding=HALF_UP), 0)


@rule(cites="SI 2014/612 reg 7(3), (4)", gives="pence_per_week",
      label=Words("All the fees added", cy="Yr holl ffioedd a ychwanegir"),
      says=Words("These are the fees on what is paid to each parent, added up.",
                 cy="Dyma'r ffioedd ar yr hyn a delir i bob rhiant, wedi'u hadio."))
def all_fees_added(paying_parent_fee: Any, their_fee: Any) -> Any:
    """Pence per week."""
    return paying_parent_fee + total(their_fee)


@rule(cites="SI 2014/612 reg 7(5)", gives="pence_per_week",
      label=Words("Fee taken off", cy="Ffi a dynnir"),
      says=Words("Where we collect the money, we take 4% off what we pass on.",
                 cy="Lle rydym yn casglu'r arian, rydym yn tynnu 4% o'r hyn yr ydym yn ei drosglwyddo."))
def receiving_parent_fee(is_collected: Any, weekly_amount: Any, collection_fee: Any) -> Any:
    """Pence per week; rounded once, half a penny up."""
    return where(is_collected, collection_fee.receiving_parent.of(weekly_amount, rounding=HALF_UP), 0)


@rule(cites="SI 2014/612 reg 7(3)", gives="pence_per_week",
      label=Words("The paying parent pays", cy="Mae'r rhiant sy'n talu yn talu"),
      says=Words("This is what the paying parent pays each week, with any fee.",
                 cy="Dyma'r hyn y mae'r rhiant sy'n talu yn ei dalu bob wythnos, gydag unrhyw ffi."))
def paying_parent_pays(weekly_amount: Any, paying_parent_fee: Any) -> Any:
    """Pence per week."""
    return weekly_amount + paying_parent_fee


@rule(cites="SI 2014/612 reg 7(5)", gives="pence_per_week",
      label=Words("The receiving parent gets", cy="Mae'r rhiant sy'n derbyn yn cael"),
      says=Words("This is what the receiving parent gets each week, after any fee.",
                 cy="Dyma'r hyn y mae'r rhiant sy'n derbyn yn ei gael bob wythnos, ar ôl unrhyw ffi."))
def receiving_parent_gets(weekly_amount: Any, receiving_parent_fee: Any) -> Any:
    """Pence per week."""
    return weekly_amount - receiving_parent_fee


@rule(cites="SI 2014/612 regs 3 and 4", gives="pence",
      label=Words("Fee to apply", cy="Ffi i wneud cais"),
      says=Words("It is free to apply for child maintenance.", cy="Mae gwneud cais am gynhaliaeth plant am ddim."))
def fee_to_apply(
    person_born_on: Any, claim_made_on: Any, child_maintenance_domestic_abuse: Any, application_fee: Any,
    application_fee_age: Any,
) -> Any:
    """Pence, once: nothing for a young applicant or one who told us of abuse. By the law of the day of applying."""
    is_young = claim_made_on < birthday(person_born_on, application_fee_age)
    return where(is_young | child_maintenance_domestic_abuse, 0, application_fee)
