"""Work on hand in the next four weeks, kind by kind, how old it is now, and the day the first of it will be late."""

from __future__ import annotations

from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse

from entitle.channels.desk.figures import band_words
from entitle.channels.desk.frame import desk, show
from entitle.gateways import clock
from entitle.kernel.working_days import ENGLAND_AND_WALES, working_days
from entitle.planning.work_ahead import Ahead, Past, TooLittleKnown, first_late, work_ahead
from entitle.work import queries as work
from entitle.work.kinds import kind_named

KNOWN_WEEKS, DAYS = 12, 28


@desk("work.assign")
def weeks_ahead(request: HttpRequest) -> HttpResponse:
    """`?kind=`; of which most is on hand, unless said. Eight statements."""
    today = clock.today()
    on_hand: dict[str, int] = {}
    for count in work.counts(on=today):
        on_hand[count.kind] = on_hand.get(count.kind, 0) + count.unfinished
    kinds = sorted(on_hand, key=lambda name: kind_named(name).words.en)
    most = max(kinds, key=lambda name: on_hand[name], default="")
    kind = request.GET.get("kind", "") if request.GET.get("kind", "") in on_hand else most
    ahead, problem = _ahead(kind, today) if kind else ((), "Nothing is on hand.")
    return show(
        request,
        "weeks_ahead.html",
        title="Weeks ahead",
        view="desk-weeks-ahead",
        kind=kind,
        what=kind_named(kind).words.en if kind else "Work",
        kinds=[(name, kind_named(name).words.en, on_hand[name]) for name in kinds],
        now=on_hand.get(kind, 0),
        ages=[(band_words(age), age.count) for age in work.ages(on=today, kind=kind)],
        weeks=ahead[6::7],
        bars=[("Now", on_hand.get(kind, 0)), *((f"{day.on:%-d %b}", round(day.on_hand)) for day in ahead[6::7])],
        late_on=first_late(ahead),
        problem=problem,
        known_weeks=KNOWN_WEEKS,
    )


def _ahead(kind: str, today: date) -> tuple[tuple[Ahead, ...], str]:
    """Told from whole weeks up to yesterday; or why nothing can be told."""
    yesterday = today - timedelta(days=1)
    first = today - timedelta(weeks=KNOWN_WEEKS)
    days = work.came_and_done(kind=kind, first=first, last=yesterday)
    past = [Past(on, came, done) for on, (came, done) in sorted(days.items())]
    allowed = work.usual_days_allowed(kind=kind, since=first)
    try:
        return work_ahead(past=past[len(past) % 7:], due=work.due_dates(kind=kind), days=DAYS,
                          allowed_days=allowed or 0,
                          is_worked=working_days(ENGLAND_AND_WALES).is_working_day), ""
    except TooLittleKnown as unknown:
        return (), f"Nothing can be said of the weeks to come: {unknown}."
