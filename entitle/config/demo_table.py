"""The demonstration's table: what the fortnight came to."""
from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.table import Table

from entitle.blueprint import registry
from entitle.kernel.money import pounds
from entitle.simulation.figures import Figures


def table_of(figures: Figures, *, days: int) -> Table:
    """Every figure, named as an officer would name it."""
    table = Table(title=f"{days} working days at the agency", title_justify="left", show_header=False, pad_edge=False)
    table.add_column()
    table.add_column(justify="right")
    for name, value in _rows(figures):
        table.add_row(name, value)
    return table


def _rows(figures: Figures) -> Iterator[tuple[str, str]]:
    taken = sum(figures.claims.values())
    yield "Customers on the record", f"{figures.customers:,}"
    yield "Claims taken", f"{taken:,}"
    yield from _parts(figures.claims)
    yield "Decided", f"{figures.decided:,}"
    yield "   by the rules alone", f"{figures.decided_by_rules:,}"
    yield "   by the date promised", f"{figures.in_time:,} of {figures.decided:,}"
    tenths = figures.days_to_decide * 10 // max(figures.decided, 1)
    yield "   days from claim to decision, on average", f"{tenths // 10}.{tenths % 10}"
    yield "Refused, always by a person", f"{figures.refused:,}"
    yield from _parts(figures.refused_because)
    yield "Handed to a specialist, for one reason or more", f"{figures.handed_off:,}"
    yield from _parts(figures.handed_off_because)
    yield "Still to be decided", f"{sum(figures.waiting.values()):,}"
    yield from _parts(figures.waiting)
    yield "Calls, from the first ring", f"{sum(figures.calls.values()):,}"
    yield from _parts(figures.calls)
    yield "Call-backs promised", f"{sum(figures.call_backs.values()):,}"
    yield from _parts(figures.call_backs)
    yield "Interviews", f"{sum(figures.interviews.values()):,}"
    yield from _parts(figures.interviews)
    yield "Letters and messages", f"{sum(figures.messages.values()):,}"
    yield from _parts(figures.messages)
    yield "Payments made", f"{figures.payments:,} for {pounds(figures.pence)}"
    yield "Bank files sent", f"{figures.files:,} for {pounds(figures.file_pence)}"
    agree = (figures.file_payments, figures.file_pence) == (figures.attempted, figures.attempted_pence)
    yield "   against what was instructed", "the same to the penny" if agree else "DIFFERENT"
    yield "Credits that came back", f"{figures.returned:,}"
    yield "Ledger balance", pounds(figures.ledger_balance)
    yield "Events in history", f"{figures.events:,}"
    yield "   verified", "nothing altered" if not figures.problems else f"{len(figures.problems)} PROBLEMS"


def _parts(counts: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    for name, count in counts.items():
        yield f"   {_named(name)}", f"{count:,}"


def _named(name: str) -> str:
    for scheme in registry.schemes().values():
        for reason in (*scheme.hand_offs, *scheme.refusals):
            if reason.rule == name:
                label = scheme.rules.rules[name].label.en
                return label[:1].lower() + label[1:]
    return name.replace("_", " ")
