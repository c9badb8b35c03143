from __future__ import annotations

from django.apps import AppConfig


class ClaimsConfig(AppConfig):
    name = "entitle.claims"
    label = "claims"
