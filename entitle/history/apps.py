"""The history room, and the moment at which every room's event codes are read."""
from __future__ import annotations

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class HistoryConfig(AppConfig):
    name = "entitle.history"
    label = "history"

    def ready(self) -> None:
        """Read each room's events.py, so that a code nobody declared is refused wherever it is written."""
        autodiscover_modules("events")
