"""What follows a set of further questions: whoever is now to be asked is, and a claim that waits for nobody goes on."""

from __future__ import annotations

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from entitle.gateways import clock
from entitle.procedures.ask_further import ask_further
from entitle.procedures.chase_further import chase_further
from entitle.procedures.jobs.decisions import try_to_decide
from entitle.procedures.take_own_records import take_own_records

_RETRY = RetryStrategy(max_attempts=10, exponential_wait=4)


@app.task(name="go_on_with_claim", queue="decisions", retry=_RETRY)
def go_on_with_claim(claim_code: str) -> None:
    """Ask whoever the answers show must be asked; where nobody is, let the rules decide what they can."""
    take_own_records(claim_code=claim_code, as_at=clock.now())  # a partner may have turned out to have a record
    ask_further(claim_code=claim_code, as_at=clock.now())
    try_to_decide(claim_code=claim_code)


@app.periodic(cron="45 6 * * *")
@app.task(name="chase_further", queue="sweeps", queueing_lock="chase_further")
def chase(timestamp: int = 0) -> None:
    """Questions not answered by their date become work."""
    chase_further(as_at=clock.now())
