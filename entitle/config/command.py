"""The `entitle` command: Django's management underneath, a file a subcommand in management/commands."""
from __future__ import annotations

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "entitle.config.settings")
    execute_from_command_line(sys.argv)
