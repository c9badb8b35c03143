"""entitle stop: stop the embedded PostgreSQL. The data stays."""
from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from entitle.config.embedded.cluster import Cluster


class Command(BaseCommand):
    help = "Stop the embedded PostgreSQL. Its data stays where it is; the next command that needs it starts it again."

    def handle(self, *args: Any, **options: Any) -> None:
        Cluster(settings.ENTITLE_VAR / "postgresql").stop()
        self.stdout.write("PostgreSQL is stopped. The data is kept in " + str(settings.ENTITLE_VAR / "postgresql"))
