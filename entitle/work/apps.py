"""The work room, and the moment at which every room's kinds of work are read."""
from __future__ import annotations

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class WorkConfig(AppConfig):
    name = "entitle.work"
    label = "work"

    def ready(self) -> None:
        """Read each room's work_kinds.py, so that work of a kind nobody declared is refused."""
        autodiscover_modules("work_kinds")
