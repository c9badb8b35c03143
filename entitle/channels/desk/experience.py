"""What people say it is like, by benefit and channel: the four drivers, how sure we are, and whether all are heard."""
from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest, HttpResponse

from entitle.blueprint import registry
from entitle.channels.desk.frame import desk, show
from entitle.contacts import queries as contacts
from entitle.contacts.survey import Share, survey_rules
from entitle.gateways import clock
from entitle.kernel.periods import add_months
from entitle.record.experience import BenefitHeard, experience

MONTHS = 12
FEEDBACK_MONTHS = 3
SHOWN = 100
_CHANNELS = {"online": "Online", "telephone": "By telephone", "clerical": "On paper", "exchange": "By telephone",
             "system": "Taken elsewhere"}


@desk("work.assign")
def what_it_is_like(request: HttpRequest) -> HttpResponse:
    """Twelve months to yesterday. Cells of fewer than five are not shown."""
    today, rules = clock.today(), survey_rules()
    found = experience(since=add_months(today, -MONTHS), until=today)
    heard_since = add_months(today, -FEEDBACK_MONTHS)
    return show(request, "experience.html", steps=contacts.feedback_by_step(since=heard_since)[:SHOWN],
                words=contacts.feedback_words(since=heard_since), title="What it is like",
                heard=found.heard, rules=rules,
                until=today - timedelta(days=1),
                benefits=[(registry.scheme(each.scheme).title.en if each.scheme else "All benefits", _rows(each))
                          for each in found.benefits])


def _rows(benefit: BenefitHeard) -> list[list[object]]:
    """A line for each channel, and one for all of them, weighted."""
    drivers = survey_rules().drivers
    rows: list[list[object]] = []
    for each in benefit.channels:
        shares = each.shares or {}
        replies = "fewer than 5, or would show one" if each.replies is None else str(each.replies)
        rows.append([_CHANNELS.get(each.channel, each.channel), {"text": f"{each.people:,}", "numeric": True},
                     {"text": replies, "numeric": True},
                     *({"text": _words(shares.get(driver.name)), "numeric": True} for driver in drivers)])
    together = benefit.together or {}
    heard = [share.replies for share in together.values()]
    rows.append(["Together, weighted", {"text": f"{sum(each.people for each in benefit.channels):,}", "numeric": True},
                 {"text": str(heard[0]) if heard else "fewer than 5", "numeric": True},
                 *({"text": _words(together.get(driver.name)), "numeric": True} for driver in drivers)])
    return rows


def _words(share: Share | None) -> str:
    return "-" if share is None else f"{share.percent}% ({share.low} to {share.high})"
