"""The columns of a household in one assessment period. Money is pence in the period; flags are 0 or 1."""
from __future__ import annotations

from entitle.blueprint.cases import Column, date_cell, one_of, whole_number

MOST_CHILDREN, MOST_NON_DEPENDANTS = 5, 2
_FLAG = whole_number(0, 1)
_MONEY = whole_number(0, 999_999_999)
_HOURS = whole_number(0, 168)
_DATE = date_cell()
EXEMPTIONS = {
    "none": "none", "child_under_5": "child_under_5", "pension_credit": "pension_credit",
    "pip_daily_living": "daily_living_benefit", "dla_care": "daily_living_benefit",
    "attendance_allowance": "daily_living_benefit", "carers_allowance": "carers_allowance", "prisoner": "prisoner",
    "armed_forces": "armed_forces",
}
"""Why a non-dependant is exempt, as a file says it and as the fact does."""


def _adult(prefix: str, *, may_be_absent: bool) -> tuple[Column, ...]:
    """Of the claimant (c1_) or a partner (c2_), whose cells may be blank."""
    def column(name: str, read: object) -> Column:
        return Column(f"{prefix}_{name}", read, may_be_blank=may_be_absent)  # type: ignore[arg-type]

    flags = ("lcwra", "lcw", "carer", "pip_daily_living", "start_up_period", "in_paid_work")
    money = ("pay_gross", "pay_tax", "pay_ni", "pension_contrib", "se_profit", "se_tax", "se_ni", "carers_allowance",
             "new_style_esa", "new_style_jsa", "private_pension")
    return (
        column("dob", _DATE), *(column(name, _FLAG) for name in flags), *(column(name, _MONEY) for name in money),
        column("work_group", one_of("all", "preparation", "interview", "none")), column("expected_hours", _HOURS),
    )


def _child(number: int) -> tuple[Column, ...]:
    prefix = f"ch{number}"
    return (
        Column(f"{prefix}_dob", _DATE, may_be_blank=True), Column(f"{prefix}_qyp", _FLAG, may_be_blank=True),
        Column(f"{prefix}_disability", one_of("none", "lower", "higher"), may_be_blank=True),
        Column(f"{prefix}_limit_exception", _FLAG, may_be_blank=True),
    )


def _non_dependant(number: int) -> tuple[Column, ...]:
    return (Column(f"nd{number}_dob", _DATE, may_be_blank=True),
            Column(f"nd{number}_exempt", one_of(*EXEMPTIONS), may_be_blank=True))


COLUMNS = (
    Column("ap_start", _DATE), Column("ap_end", _DATE), Column("couple", _FLAG),
    *_adult("c1", may_be_absent=False), *_adult("c2", may_be_absent=True),
    Column("carers_same_person", _FLAG, may_be_blank=True),
    Column("lcwra_rate", one_of("standard", "protected", "new_claimant"), may_be_blank=True),
    Column("n_children", whole_number(0, MOST_CHILDREN)),
    *(column for number in range(1, MOST_CHILDREN + 1) for column in _child(number)),
    Column("london", _FLAG), Column("tenure", one_of("private", "social", "none")), Column("rent_pm", _MONEY),
    Column("lha_pm", _MONEY, may_be_blank=True), Column("n_nondeps", whole_number(0, MOST_NON_DEPENDANTS)),
    *(column for number in range(1, MOST_NON_DEPENDANTS + 1) for column in _non_dependant(number)),
    Column("spousal_maintenance", _MONEY), Column("child_maintenance_disregarded", _MONEY, may_be_blank=True),
    Column("capital", _MONEY), Column("childcare_costs", _MONEY),
    Column("childcare_children", whole_number(0, MOST_CHILDREN), may_be_blank=True),
)
