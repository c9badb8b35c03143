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
    from entitle.history.operations import EventRow, write_many
    from entitle.kernel.references import SYSTEM, Reference

    awards = int(sys.argv[1])
    payday_caseload.load(awards)
    write_many(  # what proves each decision, which bears no digest
        EventRow("claim.decided", SYSTEM, payday_caseload.NOW, Reference("claim", number), customer_id=number,
                 refers_to=Reference("decision", number), digest=b"") for number in range(1, awards + 1))
    print(payday_caseload.PAYDAY.toordinal())
