"""The `entitle` command: Django's management underneath, a file a subcommand in management/commands."""
from __future__ import annotations

import os
import sys

from django.core.management import execute_from_command_line

from entitle.config.management.commands import assess


def main() -> None:
    """Cases are worked out without starting anything: no settings are read, so it needs no keys and begins at once."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "entitle.config.settings")
    if sys.argv[1:2] == ["assess"]:
        assess.Command().run_from_argv(sys.argv)
    else:
        execute_from_command_line(sys.argv)
