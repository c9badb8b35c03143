"""A team leader's figures: decided within the standard, the age of what is on hand, promises about to be broken."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from entitle.blueprint import registry
from entitle.channels.desk.frame import desk, show
from entitle.channels.desk.timing import due
from entitle.gateways import clock
from entitle.kernel.periods import add_months
from entitle.kernel.working_days import ENGLAND_AND_WALES, working_days
from entitle.work import queries as work
from entitle.work.kinds import kind_named

MONTHS = 12
_CLOSE = 2  # working days


@desk("work.assign")
def figures(request: HttpRequest) -> HttpResponse:
    """Read from the same work and clocks as the queue, so the two cannot disagree. Four statements."""
    today = clock.today()
    since = add_months(today.replace(day=1), -(MONTHS - 1))
    close = working_days(ENGLAND_AND_WALES).add(today, _CLOSE)
    promises = work.promises_close(until=close)
    counts = work.counts(on=today)
    return show(
        request,
        "figures.html",
        title="Figures",
        schemes=_in_time(work.done_in_time(kind="claim.decide", since=since)),
        ages=[(band_words(age), age.count) for age in work.ages(on=today)],
        close=close,
        promises=[(item, kind_named(item.kind).words.en, due(item.target_on, today)) for item in promises],
        broken=sum(item.target_on < today for item in promises),
        unfinished=sum(count.unfinished for count in counts),
        late=sum(count.past_target for count in counts),
        kinds=[
            (kind_named(count.kind).words.en, registry.scheme(count.scheme).title.en if count.scheme else "Any", count)
            for count in counts
        ],
    )


def _in_time(rows: list[work.DoneInTime]) -> list[dict[str, object]]:
    """For each scheme: its standard, the share decided in time, and each month for a chart, oldest first."""
    shown = []
    for name, scheme in registry.schemes().items():
        own = [row for row in rows if row.scheme == name][::-1]
        done, in_time = sum(row.done for row in own), sum(row.in_time for row in own)
        standard = scheme.decision_standard
        shown.append(
            {
                "title": scheme.title.en,
                "done": done,
                "percent": in_time * 100 // done if done else None,
                "rows": own,
                "chart": [(f"{row.month:%b %Y}", row.in_time * 100 // row.done) for row in own],
                "standard": f"{standard.target_percent}% within {standard.interval} {standard.unit.replace('_', ' ')}",
                "target": standard.target_percent,
            }
        )
    return shown


def band_words(age: work.AgeBand) -> str:
    """'6 to 10 days'; the oldest is '41 days or more'."""
    return f"{age.first} to {age.last} days" if age.last is not None else f"{age.first} days or more"
