"""Check that nothing written was altered: events, seals, and the decisions and transfers that they vouch for."""
from __future__ import annotations

from pathlib import Path

from entitle.decisions import queries as decisions
from entitle.history.verify import Problem, verify
from entitle.payments import queries as payments


def verify_history(*, key: str, head_path: Path) -> list[Problem]:
    """Every problem, each naming the row; an empty list where all is as it was written."""
    sources = {"decision": decisions.digests, "payment": payments.digests, "transfer": payments.transfer_digests}
    return verify(key=key, head_path=head_path, digest_sources=sources,
                  unproved=(decisions.unproved, payments.unproved))
