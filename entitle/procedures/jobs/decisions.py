"""Jobs between taking a claim and deciding it: acknowledge it, fetch the record, scan the evidence, try to decide."""
from __future__ import annotations

from datetime import date

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from entitle.claims import queries as claims
from entitle.decisions.errors import AlreadyDecided
from entitle.gateways import clock, files, national_insurance, virus
from entitle.kernel.lifecycle import NotAllowedNow
from entitle.kernel.references import SYSTEM
from entitle.procedures.acknowledge_claim import acknowledge_claim as acknowledge
from entitle.procedures.ask_further import ask_further
from entitle.procedures.decide_claim import decide_claim
from entitle.procedures.pass_intake import pass_intake as pass_on
from entitle.procedures.record_scan import record_scan
from entitle.procedures.take_own_records import take_own_records
from entitle.procedures.take_record_facts import take_record_facts
from entitle.record.queries import nino_of_claim

_RETRY = RetryStrategy(max_attempts=10, exponential_wait=4)


@app.task(name="pass_intake", queue="decisions", retry=_RETRY)
def pass_intake(intake_id: int) -> None:
    """Make a claim of one that was taken elsewhere and sent on."""
    pass_on(intake_id=intake_id, as_at=clock.now())


@app.task(name="acknowledge_claim", queue="decisions", retry=_RETRY)
def acknowledge_claim(claim_code: str, received_on: str) -> None:
    """Write to the customer that we have their claim."""
    acknowledge(claim_code=claim_code, received_on=date.fromisoformat(received_on), as_at=clock.now())


@app.task(name="fetch_record", queue="decisions", retry=_RETRY)
def fetch_record(claim_code: str) -> None:
    """Ask whoever else must answer; look at our own awards; ask for the customer's National Insurance record and put
    it on theirs.
    """
    ask_further(claim_code=claim_code, as_at=clock.now())
    take_own_records(claim_code=claim_code, as_at=clock.now())
    ask_further(claim_code=claim_code, as_at=clock.now())  # of those who had a benefit before, more is asked
    nino = nino_of_claim(claim_code=claim_code)
    if nino is None:
        return
    try:
        facts = national_insurance.fetch(nino)
    except national_insurance.RecordNotFound:
        return  # the decision then waits for a person: its facts are missing
    take_record_facts(claim_code=claim_code, facts=facts, source="National Insurance record", as_at=clock.now())


@app.task(name="try_to_decide", queue="decisions", retry=_RETRY)
def try_to_decide(claim_code: str) -> None:
    """Let the rules decide what they can alone: entitlement that is straightforward. The rest stays for people.

    A claim that waits for someone's answers is not decided over their heads.
    """
    if claims.waits_for_answers(claim_code=claim_code):
        return
    try:
        decide_claim(claim_code=claim_code, by=SYSTEM, as_at=clock.now())
    except (AlreadyDecided, NotAllowedNow):
        return  # a person was first, or the claim was taken back


@app.task(name="scan_evidence", queue="decisions", retry=_RETRY)
def scan_evidence(item_id: int, sha256: str) -> None:
    """Ask the scanner about a stored file. A scanner that does not answer leaves it unscanned, and is asked again."""
    verdict = virus.scan(files.read(sha256))
    record_scan(item_id=item_id, result=verdict.result, as_at=clock.now())
    if verdict.result == "unscanned":
        raise RuntimeError("the virus scanner did not answer")
