"""The rate, the amount, its shares and the fee of each case with children."""
from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from entitle.blueprint.cases import Row
from entitle.rules.book import RuleBook
from entitle.rules.run import Run
from entitle.schemes.child_maintenance.cases.cells import LISTED_BENEFITS, LOW_INCOME_BENEFITS
from entitle.schemes.child_maintenance.cases.families import Families, Income, families

_RATES = {"is_nil_rate": "nil", "is_flat_for_income": "flat", "is_flat_for_benefit": "flat",
          "is_reduced_rate": "reduced", "is_basic_plus": "basic_plus", "is_basic_rate": "basic"}
_AMOUNTS = ("is_calculated", *_RATES, "total_amount", "weekly_amount", "their_amount")
_FEES = ("all_fees_added", "receiving_parent_fee")


def rates(rules: RuleBook, rows: Sequence[Row], incomes: Sequence[Income]) -> Iterator[dict[str, str]]:
    """The cells of each row, all of one version of the law; the fee is blank on a date that has no law for it."""
    on = np.array([row["effective_date"] for row in rows], dtype=np.int64)
    has_fees = bool(rules.law.amount("collection_fee").covers(on).all())
    children = families(rules, rows)
    run = rate_run(rules, rows, incomes, children, want=(*_AMOUNTS, *(_FEES if has_fees else ())))
    for place, row in enumerate(rows):
        yield _cells(run, row, place, children) | (_fee_cells(run, row, place) if has_fees else {})


def rate_run(
    rules: RuleBook, rows: Sequence[Row], incomes: Sequence[Income], children: Families, *, want: Sequence[str],
    trace: bool = False,
) -> Run:
    """The run that works the rows out, all of one version of the law."""
    on_benefit = [row["prescribed_benefits"] or frozenset() for row in rows]
    return rules.run(
        {
            "child_maintenance.children": children.own, "child_maintenance.nights_agreed": True,
            "child_maintenance.service": "collect_and_pay",
            "paying_parent.tells_income": [income.pence is not None or bool(names)
                                           for income, names in zip(incomes, on_benefit, strict=True)],
            "paying_parent.situation": "none",
            "paying_parent.gets_listed_benefit": [bool(names & LISTED_BENEFITS) for names in on_benefit],
            "paying_parent.low_income_benefit": [bool(names & LOW_INCOME_BENEFITS) for names in on_benefit],
            "paying_parent.partner_also_pays": False,
            "paying_parent.other_children": [row["relevant_other_children"] or 0 for row in rows],
            "paying_parent.children_paid_for_elsewhere": [row["other_arrangement_children"] or 0 for row in rows],
            "paying_parent.pays_other_parents": [len(parents) > 1 for parents in children.parents],
            "paying_parent.other_receiving_parents": children.others,
        },
        on=np.array([row["effective_date"] for row in rows], dtype=np.int64), want=want, trace=trace,
        given={"is_qualifying_child": [True], "gross_weekly_income": [income.pence or 0 for income in incomes]},
    )


def _cells(run: Run, row: Row, place: int, children: Families) -> dict[str, str]:
    total = int(run.values["total_amount"][place])
    rate = _rate(run, place)
    shares = ""
    if row["children_by_receiving_parent"] is not None:
        starts = children.others.starts
        others = run.values["their_amount"][starts[place]:starts[place + 1]]
        amounts = (run.values["weekly_amount"][place], *others)
        shares = ";".join(f"{parent}={int(pence)}" for parent, pence in
                          zip(children.parents[place], amounts, strict=True))
    elif rate == "flat" and not total:
        rate = "nil"  # a flat rate that nights with a child bring to nothing (CSA 1991 Sch 1 para 8(2))
    return {"expected_rate_type": rate, "expected_weekly_pence": str(total),
            "expected_by_receiving_parent_pence": shares}


def _rate(run: Run, place: int) -> str:
    """What the rate is called: the first of those that holds."""
    if not run.values["is_calculated"][place]:
        return "default"
    return next(name for rule, name in _RATES.items() if run.values[rule][place])


def _fee_cells(run: Run, row: Row, place: int) -> dict[str, str]:
    if row["side"] is None:
        return {}
    total = int(run.values["total_amount"][place])
    if row["side"] == "paying":
        fee = int(run.values["all_fees_added"][place])
        return {"expected_collection_fee_pence": str(fee), "expected_total_with_fee_pence": str(total + fee)}
    fee = int(run.values["receiving_parent_fee"][place])
    return {"expected_collection_fee_pence": str(fee), "expected_total_with_fee_pence": str(total - fee)}
