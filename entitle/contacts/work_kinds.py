"""The work that contacts and messages make."""
from __future__ import annotations

from entitle.kernel.words import Words
from entitle.work.kinds import WorkKind, work_kinds

work_kinds(
    WorkKind(
        name="change.act_on",
        words=Words("Act on a change of circumstances", cy="Gweithredu ar newid mewn amgylchiadau"),
        starts_when="a customer tells us of a change that may touch an award", skill="changes",
        standard="change_of_circumstances", done_when="every award it touches is changed, or found not to be touched",
        cancelled_when="the customer takes back what they told us", permission="change.record"),
    WorkKind(
        name="appointment.interview", words=Words("See a customer for an interview", cy="Gweld cwsmer am gyfweliad"),
        starts_when="an interview is booked", skill="interviews", standard="interview",
        done_when="the customer was seen, or did not come", cancelled_when="the interview is cancelled",
        permission="appointment.keep"),
    WorkKind(
        name="appointment.move",
        words=Words("Move an interview: the adviser is away", cy="Symud cyfweliad: mae'r cynghorydd i ffwrdd"),
        starts_when="the adviser of an interview to come is away", skill="interviews", standard="interview_moved",
        done_when="it is moved, and the customer told before the day it was to be",
        cancelled_when="it is cancelled, or held by someone else", permission="appointment.keep", priority=0),
    WorkKind(
        name="appointment.cause", words=Words("Hear why a customer did not come", cy="Clywed pam na ddaeth cwsmer"),
        starts_when="a customer did not come to an interview", skill="interviews", standard="missed_interview",
        done_when="an officer finds a good cause, or finds none and says why", cancelled_when="the customer has died",
        permission="appointment.keep"),
    WorkKind(
        name="safeguarding.act", words=Words("Someone may be in danger", cy="Gall rhywun fod mewn perygl"),
        starts_when="words that mean danger are said, typed or written, by any channel", skill="safeguarding",
        standard="safeguarding", done_when="the six-point plan is closed with its outcome", cancelled_when="never",
        permission="change.record", priority=0),
    WorkKind(
        name="letter.undeliverable", words=Words("A letter came back", cy="Daeth llythyr yn ôl"),
        starts_when="a message fails, or a letter is returned", skill="records", standard="undeliverable_letter",
        done_when="the customer is reached another way, or the address is put right",
        cancelled_when="the customer has died", permission="change.record"),
    WorkKind(
        name="complaint.answer", words=Words("Answer a complaint", cy="Ateb cwyn"),
        starts_when="someone complains by any channel, comes back to us, or was told that it takes longer",
        skill="complaints", standard="complaint",
        done_when="it is put right with them, answered with an outcome, or they are told why it takes longer",
        cancelled_when="never", permission="complaint.answer"),
    WorkKind(
        name="complaint.outside",
        words=Words("Answer a complaint of someone without a record", cy="Ateb cwyn rhywun heb gofnod"),
        starts_when="someone who has no record complains by any channel", skill="complaints", standard="complaint",
        done_when="it is answered with an outcome, and the answer is sent where they asked", cancelled_when="never",
        permission="complaint.answer"),
    WorkKind(
        name="call.call_back",
        words=Words("Ring back in the half-hour that was chosen", cy="Ffonio'n ôl yn yr hanner awr a ddewiswyd"),
        starts_when="a caller chooses a half-hour to be rung in", skill="telephone", standard="call_back_slot",
        done_when="they are reached, or three attempts over two days have failed and they are written to",
        cancelled_when="they ring again, or need it no longer", permission="call.take"),
)
