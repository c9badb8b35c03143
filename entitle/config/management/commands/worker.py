"""entitle worker: the background work."""
from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from entitle.config.serving import Supervisor, worker_command


class Command(BaseCommand):
    help = "Do the background work: letters, notifications, pay runs, sweeps. Run as many as you like, on any machine."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--queues", default="", help="only these queues, with commas (default: all)")

    def handle(self, *args: Any, queues: str, **options: Any) -> None:
        Supervisor({"worker": worker_command(queues=queues)}).run()
