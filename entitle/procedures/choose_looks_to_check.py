"""Choose, by chance, some of last month's looks at records for team leaders to check."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction

from entitle.history import operations as history
from entitle.kernel.periods import Instant, london_date, midday
from entitle.kernel.references import SYSTEM, Reference
from entitle.staff import operations as staff
from entitle.standards import agency
from entitle.work import operations as work
from entitle.work import queries


def choose_looks_to_check(*, seed: str, as_at: Instant) -> int:
    """One in a hundred of each team's looks. Run again, it chooses no others. Returns how many there are."""
    last_month = (london_date(as_at).replace(day=1) - timedelta(days=1)).replace(day=1)
    with transaction.atomic():
        chosen = staff.choose_looks(month=last_month, seed=seed, as_at=as_at)
        for check in chosen:
            about = Reference("look_check", check.id)
            if check.state != "chosen" or queries.is_open(about=about, kind="look.check"):
                continue
            work.open(
                kind="look.check",
                about=about,
                customer_id=None,
                origin_at=midday(london_date(check.chosen_at)),
                as_at=as_at,
                standard=agency()["look_check"],
                team_id=check.team_id,
            )
            history.write(code="look.chosen", about=about, customer_id=check.customer_id, by=SYSTEM, at=as_at)
        return len(chosen)
