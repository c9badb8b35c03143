"""Writing claims: for procedures, inside their transaction."""
from entitle.claims.operations.asked import ask, end_asked, invite, join, lock_asked
from entitle.claims.operations.claim import (
    CLAIMANT,
    add_party,
    answer,
    lock,
    move,
    promise_by,
    protect_from,
    start,
    submit,
    withdraw,
)
from entitle.claims.operations.council_form import keep_council_form
from entitle.claims.operations.form_pack import end_pack_form, lock_pack_form, make_form_pack, spoil_pack_forms
from entitle.claims.operations.handover import (
    end_handover,
    keep_feedback,
    keep_handover,
    lock_handover,
    mend_handover,
    note_attempt,
    reject_handover,
    respell_handover,
)
from entitle.claims.operations.intake import (
    end_intake,
    hold_claims_of,
    keep_intake,
    lock_intake,
    mend,
    stop_intake,
)
from entitle.claims.operations.statement import agree_statement, keep_statement

__all__ = [
    "CLAIMANT",
    "add_party",
    "agree_statement",
    "answer",
    "ask",
    "end_asked",
    "end_handover",
    "end_intake",
    "end_pack_form",
    "hold_claims_of",
    "invite",
    "join",
    "keep_council_form",
    "keep_feedback",
    "keep_handover",
    "keep_intake",
    "keep_statement",
    "lock",
    "lock_asked",
    "lock_handover",
    "lock_intake",
    "lock_pack_form",
    "make_form_pack",
    "mend",
    "mend_handover",
    "move",
    "note_attempt",
    "promise_by", "protect_from",
    "reject_handover",
    "respell_handover",
    "spoil_pack_forms",
    "start",
    "stop_intake",
    "submit",
    "withdraw",
]
