"""Sign-in's own Django forms shown as components. Everything a customer answers is a question, not a form."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.boundfield import BoundField

_AUTOCOMPLETE = {"username": "username", "login": "username", "email": "email", "code": "one-time-code"}


def form_field(field: BoundField) -> dict[str, Any]:
    """What a component's macro needs to draw one field: `component` names the macro, the rest are its parameters."""
    widget = field.field.widget
    attributes = widget.attrs
    drawn: dict[str, Any] = {
        "component": _component(widget),
        "id": field.id_for_label or field.html_name,
        "name": field.html_name,
        "value": "" if isinstance(widget, forms.PasswordInput) else _text(field.value()),
        "label": {"text": str(field.label or field.name)},
        "classes": "govuk-!-width-two-thirds",
        "autocomplete": attributes.get("autocomplete") or _AUTOCOMPLETE.get(field.name, ""),
    }
    if field.help_text and "<" not in str(field.help_text):
        drawn["hint"] = {"text": str(field.help_text)}
    if field.errors:
        drawn["errorMessage"] = {"text": " ".join(str(error) for error in field.errors)}
    if field.name == "code":
        drawn |= {"inputmode": "numeric", "classes": "govuk-input--width-10", "spellcheck": False}
    if drawn["component"] in ("radios", "checkboxes"):
        drawn |= _choices(field)
    return drawn


def form_errors(form: forms.BaseForm) -> list[dict[str, str]]:
    """The error summary of a form: each message with a link to its field."""
    found = [{"text": str(error)} for error in form.non_field_errors()]
    for field in form.visible_fields():
        found += [{"text": str(error), "href": f"#{field.id_for_label or field.html_name}"} for error in field.errors]
    return found


def _component(widget: forms.Widget) -> str:
    kinds = (
        (forms.PasswordInput, "password"),
        (forms.HiddenInput, "hidden"),
        (forms.Textarea, "textarea"),
        (forms.CheckboxSelectMultiple, "checkboxes"),
        (forms.RadioSelect, "radios"),
        (forms.CheckboxInput, "checkbox"),
    )
    return next((name for kind, name in kinds if isinstance(widget, kind)), "input")


def _choices(field: BoundField) -> dict[str, Any]:
    chosen = field.value()
    items = [
        {"value": value, "text": str(text), "checked": str(value) == str(chosen)}
        for value, text in getattr(field.field, "choices", ())
    ]
    return {"items": items, "fieldset": {"legend": {"text": str(field.label)}}}


def _text(value: Any) -> str:
    return "" if value is None else str(value)
