"""One question as a page is about to show it, and the GOV.UK components that draw it."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, PrefixLoader
from markupsafe import Markup

from entitle.kernel.words import Words
from entitle.questions.kinds import phrases
from entitle.questions.kinds.answering import FieldError


@cache
def _environment() -> Environment:
    return Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True, auto_reload=False,
                       loader=PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")}))


@cache
def component(name: str) -> Callable[[dict[str, Any]], Markup]:
    """The macro of a GOV.UK component: component("date-input")(parameters). Compiled once, kept."""
    template = _environment().get_template(f"govuk_frontend_jinja/components/{name}/macro.html")
    macro = "govuk" + "".join(part.capitalize() for part in name.split("-"))
    drawn: Callable[[dict[str, Any]], Markup] = getattr(template.module, macro)
    return drawn


@dataclass(frozen=True)
class View:
    """What a kind draws from. `shown` is what each field holds, by its name; every text in it is escaped when drawn."""

    name: str
    ask: Words
    hint: Words | None
    optional: bool
    shown: Mapping[str, str]
    errors: tuple[FieldError, ...]
    language: str
    heading: bool = True
    by_staff: bool = False

    def text(self, words: Words) -> str:
        return words[self.language]

    def holds(self, name: str) -> str:
        """What a field holds; always text."""
        value = self.shown.get(name, "")
        return value if isinstance(value, str) else ""

    @property
    def question(self) -> str:
        return self.text(self.ask) + (f" ({self.text(phrases.OPTIONAL)})" if self.optional else "")

    def label(self) -> dict[str, Any]:
        """The question as the label of its only field."""
        size = "govuk-label--l" if self.heading else "govuk-label--s"
        return {"text": self.question, "classes": size, "isPageHeading": self.heading}

    def fieldset(self) -> dict[str, Any]:
        """The question as the legend of several fields."""
        size = "govuk-fieldset__legend--l" if self.heading else "govuk-fieldset__legend--s"
        return {"legend": {"text": self.question, "classes": size, "isPageHeading": self.heading}}

    def hinted(self, otherwise: Words | None = None) -> dict[str, str] | None:
        words = self.hint or otherwise
        return {"text": self.text(words)} if words else None

    def error(self, *names: str) -> dict[str, str] | None:
        """What a component shows as the error of the first of these fields that has one."""
        found = next((error for error in self.errors if error.field_id in names), None)
        if found is None:
            return None
        return {"text": self.text(found.message), "visuallyHiddenText": self.text(phrases.ERROR)}

    def autocomplete(self, purpose: str) -> str | None:
        return "off" if self.by_staff else purpose or None

    def within(self, name: str, ask: Words, hint: Words | None, optional: bool) -> View:
        """The same page's view of a question inside this one."""
        return replace(self, name=name, ask=ask, hint=hint, optional=optional, heading=False)

    def group(self, inside: Markup) -> Markup:
        """Several fields under the question as their legend, with its hint."""
        hint = self.hinted()
        fieldset = self.fieldset()
        hint_id = f"{self.name}-hint"
        if hint:
            inside = component("hint")({"id": hint_id, **hint}) + inside
        return component("fieldset")({**fieldset, "describedBy": hint_id if hint else None, "html": inside})
