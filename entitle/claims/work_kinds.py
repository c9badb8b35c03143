"""The work that a claim makes."""
from __future__ import annotations

from entitle.kernel.words import Words
from entitle.work.kinds import WorkKind, work_kinds

work_kinds(
    WorkKind(
        name="claim.decide", words=Words("Decide a claim", cy="Penderfynu ar hawliad"),
        starts_when="a claim is submitted", skill="decisions", standard="", done_when="the claim is decided",
        cancelled_when="the claim is withdrawn", permission="claim.decide"),
    WorkKind(
        name="claim.hand_off", words=Words("Settle what the rules cannot", cy="Setlo'r hyn na all y rheolau"),
        starts_when="the rules hand a claim to a person, or an officer refers it", skill="specialist",
        standard="hand_off", done_when="the claim is given back with what was found",
        cancelled_when="the claim is withdrawn",
        permission="claim.decide"),
    WorkKind(
        name="questions.answer", words=Words("Answer questions for a claim", cy="Ateb cwestiynau ar gyfer hawliad"),
        starts_when="a claim needs what only a professional can say", skill="assessments",
        standard="further_questions", done_when="the answers are sent", cancelled_when="the claim is over",
        permission="questions.answer"),
    WorkKind(
        name="party.find", words=Words("Find someone to take part in a claim",
                                       cy="Dod o hyd i rywun i gymryd rhan mewn hawliad"),
        starts_when="a claim names someone who cannot be written to as they were named", skill="decisions",
        standard="further_questions", done_when="they are invited, or it is known that they cannot be found",
        cancelled_when="the claim is over", permission="claim.decide"),
    WorkKind(
        name="questions.chase", words=Words("Find out why questions were not answered",
                                            cy="Canfod pam na chafodd cwestiynau eu hateb"),
        starts_when="someone asked for a claim has not answered by their date", skill="decisions",
        standard="evidence_review", done_when="they are reached, or it is known that they will not answer",
        cancelled_when="the claim is over", permission="claim.take"),
    WorkKind(
        name="intake.settle", words=Words("Settle a claim that was sent on", cy="Setlo hawliad a anfonwyd ymlaen"),
        starts_when="a claim that was taken elsewhere cannot be put on a record as it was sent", skill="records",
        standard="stopped_intake", done_when="it is put right and is a claim",
        cancelled_when="it is refused, with the reason", permission="paper.enter"),
    WorkKind(
        name="handover.settle", words=Words("Put right what another body did not take",
                                            cy="Cywiro'r hyn na dderbyniodd corff arall"),
        starts_when="a body that a claim is handed to does not take a field of it", skill="records",
        standard="stopped_handover", done_when="it is put right and they have taken it",
        cancelled_when="they take it after all", permission="paper.enter"),
    WorkKind(
        name="handover.release", words=Words("Hand over a claim of a record that few may open",
                                             cy="Trosglwyddo hawliad o gofnod na chaiff ond ychydig ei agor"),
        starts_when="a claim of a restricted record is to be handed to another body", skill="safeguarding",
        standard="restricted_handover", done_when="someone there was agreed on to take it, and it is handed over",
        cancelled_when="the record is restricted no longer", permission="customer.look_restricted"),
)
