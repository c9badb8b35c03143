"""The `entitle` command: Django's management underneath, a file a subcommand in management/commands."""
from __future__ import annotations

import os
import sys

from django.core.management import execute_from_command_line, load_command_class

_ALONE = {"assess", "simulate", "steer"}
"""Cases, plans and words need nothing started: no settings are read, so these need no keys and begin at once."""


def main() -> None:
    """Run what the command line asks for."""
    sys.argv[1:2] = [name if name.startswith("-") else name.replace("-", "_") for name in sys.argv[1:2]]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "entitle.config.settings")
    if sys.argv[1:2] and sys.argv[1] in _ALONE:
        load_command_class("entitle.config", sys.argv[1]).run_from_argv(sys.argv)
    else:
        execute_from_command_line(sys.argv)
