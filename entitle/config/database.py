"""Where the data is: a PostgreSQL server named by DATABASE_URL, or the embedded one."""
from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlparse

import psycopg
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError, connection

APPLICATION_ROLE = "entitle_app"
_WRITTEN = ("DATABASE_URL cannot be read. It is written postgresql://user:password@host:port/name, and a character of "
            "the password such as / @ : # % [ as % and two digits: / is %2F.")


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
        return common | {"ENGINE": "django.db.backends.postgresql"} | _server(url, options)
    folder = (var / "postgresql").resolve()
    return common | {
        "ENGINE": "entitle.config.embedded", "NAME": "entitle", "USER": "entitle", "HOST": str(folder / "socket"),
        "EMBEDDED": {"folder": str(folder), "throw_away": throw_away, "database": "entitle",
                     "may_make": as_owner},
    }


def _server(url: str, options: dict[str, Any]) -> dict[str, Any]:
    """Raises ImproperlyConfigured, which never repeats the address: it has a password in it."""
    try:
        parts = urlparse(url)
        more = dict(parse_qsl(parts.query))  # libpq's own, such as sslmode; a socket's folder as host
        read = {"HOST": unquote(more.pop("host", parts.hostname or "")),
                "PORT": more.pop("port", str(parts.port or ""))}
        psycopg.conninfo.make_conninfo("", **more)
    except psycopg.ProgrammingError as problem:
        raise ImproperlyConfigured(f"DATABASE_URL: {str(problem).strip()}.") from None
    except ValueError:
        raise ImproperlyConfigured(_WRITTEN) from None
    if parts.scheme not in ("postgres", "postgresql"):
        raise ImproperlyConfigured("DATABASE_URL must start with postgresql://")
    return read | {"NAME": unquote(parts.path.lstrip("/")) or "entitle", "USER": unquote(parts.username or ""),
                   "PASSWORD": unquote(parts.password or ""), "OPTIONS": options | more}


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


def what_still_runs() -> str:
    """What is said last by what leaves the embedded PostgreSQL running; nothing of a server of somebody's own."""
    if "EMBEDDED" not in connection.settings_dict:
        return ""
    return "Its PostgreSQL still runs: `entitle stop` stops it, and the data stays."


def refuse_what_is_not_set_up() -> None:
    """Before processes are started that would fail one after another: is there a database, with tables, for us?

    One that does not answer may be back in a moment: that is said on standard error, and they are started. Raises
    ClusterUnusable, or what PostgreSQL says of missing tables or rights.
    """
    try:
        with connection.cursor() as cursor:
            cursor.execute("select 1 from history_event limit 1")
    except OperationalError as problem:
        print(f"The database does not answer yet, and is tried again: {str(problem).strip()}", file=sys.stderr)
    finally:
        connection.close()
