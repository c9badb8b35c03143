"""The staff room."""
from __future__ import annotations

from django.apps import AppConfig


class StaffConfig(AppConfig):
    name = "entitle.staff"
    label = "staff"
