"""Names that cross the Django line: declared here once, given behaviour by the rooms above."""
from __future__ import annotations

# What starts, pauses, resumes and stops a clock. Standards name these; rooms write them.
CLAIM_RECEIVED = "claim.received"
CLAIM_DECIDED = "claim.decided"
CLAIM_HANDED_OFF = "claim.handed_off"
HAND_OFF_RESOLVED = "hand_off.resolved"
EVIDENCE_ASKED = "evidence.asked"
EVIDENCE_RECEIVED = "evidence.received"
EVIDENCE_VERIFIED = "evidence.verified"
CHANGE_REPORTED = "change.reported"
CHANGE_ACTED_ON = "change.acted_on"
RECONSIDERATION_ASKED = "reconsideration.asked"
RECONSIDERATION_DECIDED = "reconsideration.decided"
CALL_RANG = "call.rang"
CALL_BACK_SLOT_BEGAN = "call_back.slot_began"
CALL_BACK_PROMISED = "call_back.promised"
CALL_BACK_MADE = "call_back.made"
COMPLAINT_RECEIVED = "complaint.received"
COMPLAINT_CUSTOMER_ASKED = "complaint.customer_asked"
COMPLAINT_CUSTOMER_REPLIED = "complaint.customer_replied"
COMPLAINT_ANSWERED = "complaint.answered"
SAFEGUARDING_RAISED = "safeguarding.raised"
SAFEGUARDING_ACTED_ON = "safeguarding.acted_on"
AWARD_STARTED = "award.started"
ADVANCE_ASKED = "advance.asked"
ADVANCE_DECIDED = "advance.decided"
PAYMENT_FIRST_MADE = "payment.first_made"
PAYMENT_RETURNED = "payment.returned"
PAYMENT_RETURN_ACTED_ON = "payment.return_acted_on"
LETTER_RETURNED = "letter.returned"
LETTER_RETURN_ACTED_ON = "letter.return_acted_on"
DEATH_REPORTED = "death.reported"
DEATH_CONFIRMED = "death.confirmed"
DUPLICATE_SUSPECTED = "duplicate.suspected"
DUPLICATE_SETTLED = "duplicate.settled"
LOOK_CHOSEN = "look.chosen"
LOOK_CHECKED = "look.checked"
QUESTIONS_ASKED = "questions.asked"
QUESTIONS_ANSWERED = "questions.answered"
VULNERABILITY_REVIEW_DUE = "vulnerability.review_due"
VULNERABILITY_REVIEWED = "vulnerability.reviewed"
DECISION_REVIEW_ASKED = "decision.review_asked"
DECISION_REVIEW_MADE = "decision.review_made"

CLOCK_EVENTS = frozenset(value for name, value in tuple(globals().items()) if name.isupper() and isinstance(value, str))
"""Every name above."""

WORK_KINDS = frozenset({
    "claim.decide", "claim.evidence_review", "claim.hand_off", "change.act_on", "reconsideration.decide",
    "payment.returned", "look.check", "record.duplicate", "letter.undeliverable", "vulnerability.review",
    "death.confirm", "safeguarding.act", "decision.review", "questions.answer", "questions.chase", "party.find",
})
"""Work that a person does. The rooms whose work it is say when it starts, who may do it and when it is done."""
