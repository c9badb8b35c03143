"""All the benefits, and one benefit's rules and amounts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from entitle.blueprint import registry
from entitle.blueprint.scheme import Scheme
from entitle.channels.law_book.amounts import in_words
from entitle.channels.law_book.words import WORDS
from entitle.gateways import clock
from entitle.law.amount import NoLawForDate, Series
from entitle.pages import formats
from entitle.pages.access import public
from entitle.rules.decorator import Rule
from entitle.rules.picture import to_svg


@public
@require_safe
def law(request: HttpRequest) -> HttpResponse:
    """The benefits whose law there is."""
    benefits = [
        {"title": scheme.title, "href": reverse("law_benefit", args=[slug_of(scheme.name)]),
         "legal_basis": scheme.legal_basis,
         "holds": WORDS["rules_and_amounts"].filled(rules=len(scheme.rules.rules),
                                                    amounts=len(scheme.rules.law.amounts))}
        for scheme in registry.schemes().values()
    ]
    return show(request, "index.html", benefits=benefits)


@public
@require_safe
def benefit(request: HttpRequest, benefit: str) -> HttpResponse:
    """One benefit's rules in the order of its law, and its amounts as they stand today."""
    scheme = scheme_at(benefit)
    return show(
        request, "benefit.html", scheme=scheme, back_url=reverse("law"), today=clock.today(),
        picture=reverse("law_picture", args=[benefit]),
        rules=[link_to(scheme, rule) for rule in scheme.rules.rules.values()],
        amounts=[row for amount in scheme.rules.law for series in amount.series.values()
                 for row in [_row(scheme, amount.name, amount.about, series, clock.today())]],
    )


@public
@require_safe
def picture(request: HttpRequest, benefit: str) -> HttpResponse:
    """One benefit's rules as a picture: what each reads. The same is said in words on each rule's page."""
    scheme = scheme_at(benefit)
    drawn = to_svg(scheme.rules, title=formats.say(scheme.title))
    return HttpResponse(drawn, content_type="image/svg+xml; charset=utf-8")


def show(request: HttpRequest, template: str, **context: Any) -> HttpResponse:
    """A page of this door. `said` is its words in the language of the page."""
    frame: Mapping[str, Any] = {"said": {name: formats.say(words) for name, words in WORDS.items()},
                                "service_name": formats.say(WORDS["law"]), "service_url": reverse("law")}
    status = context.pop("status", 200)
    return render(request, f"law_book/{template}", {**frame, **context}, status=status)


def scheme_at(slug: str) -> Scheme:
    """The scheme at an address. Raises Http404."""
    try:
        return registry.scheme(slug.replace("-", "_"))
    except registry.NoSuchScheme as absent:
        raise Http404 from absent


def slug_of(name: str) -> str:
    """How a scheme or a rule is addressed."""
    return name.replace("_", "-")


def link_to(scheme: Scheme, rule: Rule) -> dict[str, Any]:
    """A rule's name, words and address."""
    return {"label": rule.label, "says": rule.says, "cites": rule.cites,
            "href": reverse("law_rule", args=[slug_of(scheme.name), slug_of(rule.name)])}


def _row(scheme: Scheme, amount: str, about: str, series: Series, today: date) -> list[dict[str, Any]]:
    """An amount's row: what it is (a link to the first rule that reads it), and how it stands today."""
    readers = [rule for rule in scheme.rules.rules.values() if amount in rule.parameters]
    part = series.name.partition(".")[2].replace("_", " ")
    what = {"text": f"{about}: {part}" if part else about,
            "href": f"{link_to(scheme, readers[0])['href']}#amount-{series.name.replace('.', '-')}" if readers else ""}
    try:
        value = series.value_on(today)
    except NoLawForDate:
        return [what, {"text": formats.say(WORDS["no_law"])}, {"text": ""}, {"text": series.name}, {"text": ""}]
    return [what, {"text": in_words(value, series.unit)}, {"text": formats.day(value.from_on)}, {"text": value.cites},
            {"text": formats.day(value.checked_on)}]
