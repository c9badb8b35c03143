"""The sweep that tells people of a promised day that moves."""
from __future__ import annotations

from procrastinate.contrib.django import app

from entitle.gateways import clock
from entitle.procedures.tell_of_moved_promises import tell_of_moved_promises


@app.periodic(cron="25 7-18 * * *")
@app.task(name="tell_of_moved_promises", queue="sweeps", queueing_lock="tell_of_moved_promises")
def tell(timestamp: int = 0) -> None:
    """By day, so that nobody's telephone rings at night."""
    tell_of_moved_promises(as_at=clock.now())
