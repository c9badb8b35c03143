"""The payments room as a Django application."""
from __future__ import annotations

from django.apps import AppConfig


class PaymentsConfig(AppConfig):
    name = "entitle.payments"
    label = "payments"
    default_auto_field = "django.db.models.BigAutoField"
