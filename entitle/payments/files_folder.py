"""Where bank files are kept."""
from __future__ import annotations

from pathlib import Path

from django.conf import settings


def file_folder() -> Path:
    """A folder that only the agency's own account can read."""
    return Path(settings.ENTITLE_VAR) / "bank_files"
