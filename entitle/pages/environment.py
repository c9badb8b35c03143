"""The Jinja environment of every page: the components, the words in both languages, and how values are written."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.messages import get_messages
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from jinja2 import ChainableUndefined, ChoiceLoader, Environment, PackageLoader, PrefixLoader

from entitle.pages import charts, formats
from entitle.pages.contingency import contingency_told
from entitle.pages.footer import address_of, footer_links
from entitle.pages.form_fields import form_errors, form_field
from entitle.pages.language import language, language_choices
from entitle.pages.other_sign_ins import other_sign_ins
from entitle.pages.pagination import page_links


def environment(**options: Any) -> Environment:
    """Made once by Django's Jinja2 backend. Autoescaping is on; nothing a person wrote goes through an `html` key."""
    components = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    options["loader"] = ChoiceLoader([options["loader"], components])
    # The components read optional keys of optional keys, so an absent one must be falsy rather than an error.
    options["undefined"] = ChainableUndefined
    made = Environment(extensions=["jinja2.ext.i18n", "jinja2.ext.do"], trim_blocks=True, lstrip_blocks=True, **options)
    made.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]
    made.globals.update(
        static=static,
        url=reverse,
        address_of=address_of,
        contingency_told=contingency_told,
        footer_links=footer_links,
        language=language,
        language_choices=language_choices,
        form_field=form_field,
        form_errors=form_errors,
        other_sign_ins=other_sign_ins,
        page_links=page_links,
        bar_chart=charts.bar_chart,
        compared_bars=charts.compared_bars,
        line_chart=charts.line_chart,
        messages_of=get_messages,
        demonstration=getattr(settings, "ENTITLE_DEMO", False),
    )
    made.filters.update(
        money=formats.money,
        per=formats.per,
        day=formats.day,
        weekday_and_day=formats.weekday_and_day,
        month=formats.month,
        moment=formats.moment,
        number=formats.number,
        say=formats.say,
        national_insurance_number=formats.national_insurance_number,
        sort_code=formats.sort_code,
    )
    return made
