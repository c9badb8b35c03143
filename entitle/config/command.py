"""The `entitle` command: Django's management underneath, a file a subcommand in management/commands."""
from __future__ import annotations

import os
import sys

from django.core.management import execute_from_command_line

from entitle.config.management.commands import assess, simulate, steer


def main() -> None:
    """Cases, plans and words need nothing started: no settings are read, so these need no keys and begin at once."""
    sys.argv[1:2] = [name if name.startswith("-") else name.replace("-", "_") for name in sys.argv[1:2]]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "entitle.config.settings")
    alone = {"assess": assess.Command, "simulate": simulate.Command, "steer": steer.Command}.get("".join(sys.argv[1:2]))
    if alone is not None:
        alone().run_from_argv(sys.argv)
    else:
        execute_from_command_line(sys.argv)
