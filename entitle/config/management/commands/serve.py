"""entitle serve: serve the web application."""
from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from entitle.config import arguments
from entitle.config.database import refuse_what_is_not_set_up, what_still_runs
from entitle.config.serving import ExposedDemonstration, Supervisor, calls_address, calls_command, web_command


class Command(BaseCommand):
    help = "Serve the web application. Run `entitle setup` once first, and `entitle worker` beside it."
    requires_system_checks: list[str] = ["steering"]

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (default: this machine only)")
        parser.add_argument("--port", type=arguments.port, default=8000, help="where to listen (default 8000)")
        parser.add_argument("--calls-port", type=arguments.port, default=8090,
                            help="where agents' browsers hear of their calls (default 8090; 0 for nowhere)")
        parser.add_argument("--workers", type=arguments.at_least_one, default=2, help="processes (default 2)")

    def handle(self, *args: Any, host: str, port: int, calls_port: int, workers: int, **options: Any) -> None:
        try:
            commands = {"web": web_command(host=host, port=port, workers=workers, demonstration=settings.ENTITLE_DEMO)}
        except ExposedDemonstration as problem:
            raise CommandError(str(problem)) from problem
        refuse_what_is_not_set_up()
        if not (settings.STATIC_ROOT / "staticfiles.json").exists():  # `entitle setup` has done it, at every upgrade
            call_command("collectstatic", interactive=False, verbosity=0)
        self.stdout.write(f"Entitle is at http://{host}:{port} (Ctrl+C stops it)")
        self.stdout.flush()
        if calls_port:
            commands["calls"] = calls_command(host=host, port=calls_port)
        Supervisor(commands, calls_address(host=host, port=calls_port)).run()
        self.stdout.write(f"Stopped. {what_still_runs()}".strip())
