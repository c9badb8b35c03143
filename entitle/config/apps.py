"""Start-up: after migrating, the application's role is given what it may do."""
from __future__ import annotations

from django.apps import AppConfig
from django.db.models.signals import post_migrate

from entitle.config.grants import grant_to_application


class ConfigConfig(AppConfig):
    name = "entitle.config"
    label = "config"

    def ready(self) -> None:
        post_migrate.connect(grant_to_application, sender=self)
