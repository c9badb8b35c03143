"""One rule: its words, its law, its code, its amounts through time, and a place to try it."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe
from markupsafe import Markup

from entitle.blueprint.scheme import Scheme
from entitle.channels.law_book.amounts import shown
from entitle.channels.law_book.beginning import filled_in
from entitle.channels.law_book.contents import link_to, scheme_at, show
from entitle.channels.law_book.examples import begin_with, examples_of, facts_of
from entitle.channels.law_book.fields import Field, fields_of, law_field
from entitle.channels.law_book.trying import Tried, try_rule, typed
from entitle.gateways import clock
from entitle.pages import formats
from entitle.pages.access import public
from entitle.pages.explanation import value_in_words
from entitle.pages.guidance import guidance
from entitle.pages.language import language
from entitle.rules.decorator import Rule

TRIED = "try"
_MOST_TYPED = 4_000


@public
@require_safe
def rule(request: HttpRequest, benefit: str, rule: str) -> HttpResponse:
    """GET shows a rule with an example worked out; with what somebody typed, it is worked out for that instead."""
    scheme = scheme_at(benefit)
    one = scheme.rules.rules.get(rule.replace("-", "_"))
    if one is None:
        raise Http404
    fields, law = fields_of(scheme, one.name), law_field()
    is_tried = TRIED in request.GET and len(request.META.get("QUERY_STRING", "")) <= _MOST_TYPED
    today = clock.today()
    tried = _tried(request.GET.dict(), scheme, one, fields, law, today) if is_tried else _example(
        scheme, one, fields, law, today)
    here = reverse("law_rule", args=[benefit, rule])
    return show(
        request, "rule.html", scheme=scheme, rule=one, here=here, status=422 if tried.errors else 200,
        page_title=formats.say(one.label), back_url=reverse("law_benefit", args=[benefit]), tried=tried,
        is_tried=is_tried, fields=[_drawn(field, tried) for field in (*fields, law) if _is_asked(field, tried)],
        error_list=[{"text": formats.say(error.message), "href": f"#{error.field_id}"} for error in tried.errors],
        more=guidance(scheme, one.name), code=_code(one), examples=_examples(scheme, one), **_neighbours(scheme, one),
        series=[each for name in one.parameters if name in scheme.rules.law.amounts
                for each in shown(scheme.rules.law.amount(name), today=today)],
    )


def _tried(posted: Mapping[str, Any], scheme: Scheme, rule: Rule, fields: tuple[Field, ...], law: Field,
           today: date) -> Tried:
    return try_rule(scheme, rule.name, fields=fields, law=law, posted={**posted}, today=today)


def _example(scheme: Scheme, rule: Rule, fields: tuple[Field, ...], law: Field, today: date) -> Tried:
    """The rule worked out for an example of its own, else for what the scheme's examples say of the facts it needs.

    What they leave out is made up. Where nothing fits, the fields are left to be filled in.
    """
    own, others = begin_with(scheme, rule.name), facts_of(scheme)
    needed = {field.fact: others[field.fact] for field in fields if field.needed and field.fact in others}
    on = own.law_on if own else today
    for facts in (own.facts if own else needed, needed, {}):
        posted = {**typed(fields, filled_in(scheme, rule.name, facts, on=on)), **typed((law,), {law.fact: on})}
        tried = try_rule(scheme, rule.name, fields=fields, law=law, posted=posted, today=today)
        if not tried.errors:
            return tried
    return Tried({**typed(fields, needed), **typed((law,), {law.fact: on})}, on)


def _is_asked(field: Field, tried: Tried) -> bool:
    """Whether a page asks for a fact: it is always needed, or the answers so far have made it so."""
    names = field.question.kind.fields(field.question.field_id)
    return field.needed or not field.question.kind.is_blank(tried.posted, field.question.field_id) or any(
        error.field_id in names or error.field_id.startswith(f"{field.question.field_id}-") for error in tried.errors)


def _drawn(field: Field, tried: Tried) -> Markup:
    return field.question.web(posted=tried.posted, errors=tried.errors, language=language(), heading=False)


def _neighbours(scheme: Scheme, rule: Rule) -> dict[str, Any]:
    """What the rule reads, and which rules read it."""
    rules = scheme.rules.rules
    reads = dict.fromkeys(rule.depends_on)
    known = scheme.rules.plan(want=(rule.name,)).facts
    facts = dict.fromkeys(formats.say(fact.label) for name in reads if name in known for fact in known[name].facts)
    return {
        "facts": list(facts),
        "rules_read": [link_to(scheme, rules[name]) for name in reads if name in rules],
        "read_by": [link_to(scheme, each) for each in rules.values() if rule.name in each.depends_on],
    }


def _examples(scheme: Scheme, rule: Rule) -> list[dict[str, str]]:
    return [
        {"name": example.name, "value": _expected(example.expect[rule.name], rule.gives), "because": example.because}
        for example in examples_of(scheme, rule.name)
    ]


def _expected(value: Any, unit: str) -> str:
    if isinstance(value, list):
        return ", ".join(value_in_words(each, unit) for each in value)
    return value_in_words(value, "date" if isinstance(value, date) else unit)


def _code(rule: Rule) -> str:
    """The function itself; what is said about it above it on the page is not said again."""
    source = inspect.getsource(rule.formula)
    return source[source.index("def "):].rstrip()
