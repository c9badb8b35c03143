"""Where the data is: a PostgreSQL server named by DATABASE_URL, or the embedded one."""
from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlparse

APPLICATION_ROLE = "entitle_app"


def settings_for(url: str, *, var: Path, as_owner: bool, throw_away: bool = False) -> dict[str, Any]:
    """Django's DATABASES entry. The application's role cannot rewrite what is append-only; the owner migrates.

    Only the owner makes an embedded database that is not there: to whoever serves or works it has been lost.
    """
    options: dict[str, Any] = {"application_name": "entitle"}
    if not as_owner:
        options["assume_role"] = APPLICATION_ROLE
    common: dict[str, Any] = {"OPTIONS": options, "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True,
                              "ATOMIC_REQUESTS": False}
    if url:
        parts = urlparse(url)
        if parts.scheme not in ("postgres", "postgresql"):
            raise ValueError("DATABASE_URL must start with postgresql://")
        more = dict(parse_qsl(parts.query))  # libpq's own, such as sslmode; a socket's folder as host
        host = more.pop("host", parts.hostname or "")
        return common | {
            "ENGINE": "django.db.backends.postgresql", "NAME": unquote(parts.path.lstrip("/")) or "entitle",
            "USER": unquote(parts.username or ""), "PASSWORD": unquote(parts.password or ""),
            "HOST": host, "PORT": str(parts.port or ""), "OPTIONS": options | more,
        }
    folder = (var / "postgresql").resolve()
    return common | {
        "ENGINE": "entitle.config.embedded", "NAME": "entitle", "USER": "entitle", "HOST": str(folder / "socket"),
        "EMBEDDED": {"folder": str(folder), "throw_away": throw_away, "database": "entitle",
                     "may_make": as_owner},
    }


def var_folder() -> Path:
    """Where everything that must survive is kept: ENTITLE_VAR, or ./var.

    As root, PostgreSQL runs as an unprivileged user, who cannot reach a folder inside a closed one (mode 0700): there
    the default is a folder of /var/lib/entitle named for this one.
    """
    if os.environ.get("ENTITLE_VAR"):
        return Path(os.environ["ENTITLE_VAR"]).resolve()
    here = Path("var").resolve()
    if os.geteuid() == 0 and not all(parent.stat().st_mode & 0o001 for parent in here.parents):
        return Path("/var/lib/entitle") / hashlib.sha256(str(here).encode()).hexdigest()[:12]
    return here
