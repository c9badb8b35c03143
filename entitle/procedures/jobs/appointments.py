"""The sweep that reminds people of their interviews."""
from __future__ import annotations

from procrastinate.contrib.django import app

from entitle.gateways import clock
from entitle.procedures.remind_of_appointments import remind_of_appointments


@app.periodic(cron="5 * * * *")
@app.task(name="remind_of_appointments", queue="sweeps", queueing_lock="remind_of_appointments")
def remind(timestamp: int = 0) -> None:
    """Those on the next working day."""
    remind_of_appointments(as_at=clock.now())
