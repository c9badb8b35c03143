"""The work that a decision makes once someone disagrees with it."""
from __future__ import annotations

from entitle.kernel.words import Words
from entitle.work.kinds import WorkKind, work_kinds

work_kinds(
    WorkKind(
        name="reconsideration.decide", words=Words("Look at a decision again", cy="Edrych eto ar benderfyniad"),
        starts_when="a customer asks for a decision to be looked at again", skill="reconsiderations",
        standard="mandatory_reconsideration", done_when="it is upheld or changed, by another officer than the first",
        cancelled_when="the customer no longer asks", permission="reconsideration.decide"),
    WorkKind(
        name="decision.review", words=Words("Agree before money stops", cy="Cytuno cyn i arian ddod i ben"),
        starts_when="a decision would take money from someone of whom care is taken", skill="safeguarding",
        standard="decision_review", done_when="another officer than the first agrees, or does not, and says why",
        cancelled_when="the claim is withdrawn", permission="claim.decide", priority=1),
)
