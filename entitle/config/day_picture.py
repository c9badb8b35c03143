"""A simulated day, or two side by side, in figures and as a page to look at."""
from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from entitle.pages.charts import bar_chart, compared_bars
from entitle.planning.lived import Lived, Tally

HEADINGS = ("Rang", "Answered", "In time", "Mean wait", "Longest", "Rang off", "Call-back", "Blocked", "Agents", "Busy")
_HOUR = 3600
_STYLE = """
:root { --entitle-deep: #10403b; --entitle-line: #b1b4b6; }
body { font: 18px/1.4 "Helvetica Neue", "Liberation Sans", arial, sans-serif; margin: 2rem auto; max-width: 60rem;
  padding: 0 1rem; color: #0b0c0c; }
table { border-collapse: collapse; margin-top: 1.5rem; }
th, td { padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #b1b4b6; text-align: right; }
th:first-child { text-align: left; } caption { text-align: left; font-weight: 700; }
.scroll { overflow-x: auto; }
.entitle-chart { display: block; width: 100%; max-width: 760px; height: auto; font-size: 13px; }
.entitle-chart__bar { fill: var(--entitle-deep); stroke: var(--entitle-deep); stroke-width: 1.5; }
.entitle-chart__bar--hollow { fill: #fff; } .entitle-chart__grid { stroke: var(--entitle-line); }
.entitle-chart__figure { text-anchor: end; fill: #4b5457; }
.entitle-chart__label { text-anchor: middle; fill: #4b5457; }
"""


def cells(tally: Tally) -> tuple[str, ...]:
    """A line of figures under HEADINGS; a dash for a share of nobody."""
    return (f"{tally.offered:,}", f"{tally.answered:,}", _percent(tally.in_time_percent),
            _seconds(tally.mean_wait_seconds), _seconds(tally.longest_seconds), f"{tally.abandoned:,}",
            f"{tally.call_backs:,}", f"{tally.blocked:,}",
            f"{tally.there_seconds / _HOUR:.1f}" if tally.there_seconds else "–", _percent(tally.occupied_percent))


def compared_cells(first: Tally, second: Tally) -> list[tuple[str, str, str]]:
    """A row a figure: what it is, and what it came to in each plan. Agents are hours of theirs."""
    names = (*HEADINGS[:8], "Hours of agents", "Busy")
    return list(zip(names, cells(first), cells(second), strict=True))


def hour_name(hour: int) -> str:
    return f"{hour:02}:00"


def draw_days(days: Sequence[Lived], *, seed: int) -> str:
    """A whole HTML page that needs nothing else: charts with words for them, and every figure in a table."""
    title = " and ".join(day.name for day in days)
    body = [Markup("<h1>{}</h1><p>A simulated day, seed {}.</p>").format(title, seed)]
    body += [_charts(*days)] if len(days) == 2 else [_chart(days[0])]
    body += [_table(day) for day in days]
    if len(days) == 2:
        rows = [(row[0], row[1:]) for row in compared_cells(days[0].total, days[1].total)]
        body.append(_rows("The two plans, with the same callers", ("", *(day.name for day in days)), rows))
    page = Markup('<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" '
                  'content="width=device-width, initial-scale=1"><title>{}</title><style>{}</style></head>'
                  "<body><main>{}</main></body></html>\n")
    return str(page.format(title, Markup(_STYLE), Markup("").join(body)))


def _chart(day: Lived) -> Markup:
    rang = [(hour_name(hour), day.hours[hour].offered) for hour in day.open_hours]
    lost = [(hour_name(hour), _lost(day.hours[hour])) for hour in day.open_hours]
    return Markup("<h2>Who rang</h2>{}<h2>Who was not answered</h2>{}").format(
        bar_chart(title="Callers in each hour", rows=rang),
        bar_chart(title="Callers in each hour who rang off or were never let in", rows=lost))


def _charts(first: Lived, second: Lived) -> Markup:
    hours = sorted({*first.open_hours, *second.open_hours})
    labels = [hour_name(hour) for hour in hours]
    in_time = [[round(day.hours[hour].in_time_percent or 0) for hour in hours] for day in (first, second)]
    lost = [[_lost(day.hours[hour]) for hour in hours] for day in (first, second)]
    return Markup("<p>Filled: {}. Hollow: {}.</p><h2>Per cent answered in time</h2>{}<h2>Who was not answered</h2>{}"
                  ).format(
        first.name, second.name,
        compared_bars(title="Per cent of callers of each hour answered in time", labels=labels, first=in_time[0],
                      second=in_time[1]),
        compared_bars(title="Callers in each hour who rang off or were never let in", labels=labels, first=lost[0],
                      second=lost[1]))


def _table(day: Lived) -> Markup:
    rows = [(hour_name(hour), cells(day.hours[hour])) for hour in day.open_hours]
    rows += [("All day", cells(day.total)), *((name, cells(tally)) for name, tally in day.queues.items())]
    return _rows(day.name, ("Hour", *HEADINGS), rows)


def _rows(caption: str, head: Sequence[str], rows: Sequence[tuple[str, Sequence[str]]]) -> Markup:
    heads = Markup("").join(Markup('<th scope="col">{}</th>').format(each) for each in head)
    lines = Markup("").join(
        Markup('<tr><th scope="row">{}</th>{}</tr>').format(
            name, Markup("").join(Markup("<td>{}</td>").format(each) for each in figures)) for name, figures in rows)
    return Markup('<div class="scroll" tabindex="0" role="region" aria-label="{}"><table><caption>{}</caption>'
                  "<thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>").format(caption, caption, heads, lines)


def _lost(tally: Tally) -> int:
    return tally.abandoned + tally.blocked


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.0f}%"


def _seconds(seconds: float | None) -> str:
    return "–" if seconds is None else f"{int(seconds) // 60}:{int(seconds) % 60:02}"
