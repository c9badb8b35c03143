"""Ways to sign in that another organisation runs: the staff's own identity provider, where one is set up."""

from __future__ import annotations

from allauth.socialaccount.adapter import get_adapter
from django.http import HttpRequest


def other_sign_ins(request: HttpRequest) -> list[dict[str, str]]:
    """Name and address of each. Empty where only names and passwords are used."""
    return [
        {
            "name": (provider.app.name if provider.app else "") or provider.name,
            "href": provider.get_login_url(request, process="login"),
        }
        for provider in get_adapter(request).list_providers(request)
    ]
