"""Start-up: after migrating, the application's role is given what it may do."""
from __future__ import annotations

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate

from entitle.config.grants import grant_to_application


class ConfigConfig(AppConfig):
    name = "entitle.config"
    label = "config"

    def ready(self) -> None:
        # Of the first room with tables: Django sends nothing for an app that has none, as this one.
        post_migrate.connect(grant_to_application, sender=apps.get_app_config("history"))
