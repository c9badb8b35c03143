"""Put a caseload into an installation, as its database's owner.

    python -m bench.chaos.load HOW_MANY        (on the installation of ENTITLE_VAR)
"""
from __future__ import annotations

import os
import sys

import django
from django.conf import settings

from entitle.config.database import settings_for

if __name__ == "__main__":
    settings.DATABASES["default"] = settings_for(
        os.environ.get("DATABASE_URL", ""), var=settings.ENTITLE_VAR, as_owner=True)
    django.setup()
    from bench import payday_caseload

    payday_caseload.load(int(sys.argv[1]))
    print(payday_caseload.PAYDAY.toordinal())
