"""entitle worker: do the background work: letters, pay runs, sweeps."""
from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from entitle.config.database import refuse_what_is_not_set_up
from entitle.config.serving import Supervisor, worker_command


class Command(BaseCommand):
    help = "Do the background work: letters, notifications, pay runs, sweeps. Run as many as you like, on any machine."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--queues", default="", help="only these queues, with commas (default: all)")

    def handle(self, *args: Any, queues: str, **options: Any) -> None:
        refuse_what_is_not_set_up()
        Supervisor({"worker": worker_command(queues=queues)}).run()
