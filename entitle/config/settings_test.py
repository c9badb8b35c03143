"""Settings of the tests: a throw-away PostgreSQL of their own, and well-known keys."""
from __future__ import annotations

import os
import tempfile
from pathlib import Path

os.environ["ENTITLE_DEMO"] = "1"
os.environ.setdefault("ENTITLE_VAR", str(Path(tempfile.gettempdir()) / f"entitle-tests-{os.getuid()}"))

from entitle.config.database import settings_for
from entitle.config.settings import *  # noqa: F403
from entitle.config.settings import ENTITLE_VAR

DATABASES = {"default": settings_for("", var=ENTITLE_VAR, as_owner=True, throw_away=True)}
DATABASES["default"]["CONN_MAX_AGE"] = 0
# A database of its own for each run, so that two runs on one machine do not meet.
DATABASES["default"]["TEST"] = {"NAME": f"test_entitle_{os.getpid()}"}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
AXES_ENABLED = False
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
ENTITLE_POSTS_PER_MINUTE = 100_000
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}  # noqa: F405
