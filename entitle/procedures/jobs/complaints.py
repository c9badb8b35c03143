"""The sweep that goes on with complaints whose question was never answered."""
from __future__ import annotations

from procrastinate.contrib.django import app

from entitle.gateways import clock
from entitle.procedures.go_on_with_complaints import go_on_with_complaints


@app.periodic(cron="20 5 * * *")
@app.task(name="go_on_with_complaints", queue="sweeps", queueing_lock="go_on_with_complaints")
def go_on(timestamp: int = 0) -> None:
    """Those whose day to reply has gone by."""
    go_on_with_complaints(as_at=clock.now())
