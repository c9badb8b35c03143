"""The sweep that asks yesterday's people what it was like."""
from __future__ import annotations

from procrastinate.contrib.django import app

from entitle.gateways import clock
from entitle.procedures.offer_surveys import offer_surveys


@app.periodic(cron="0 9 * * *")
@app.task(name="offer_surveys", queue="sweeps", queueing_lock="offer_surveys")
def offer(timestamp: int = 0) -> None:
    """As many of each channel."""
    offer_surveys(as_at=clock.now())
