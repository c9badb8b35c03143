"""The work that an award makes when the rules cannot settle a period of it, or its new year."""
from __future__ import annotations

from entitle.kernel.words import Words
from entitle.work.kinds import WorkKind, work_kinds

ASSESS_PERIOD, UPRATE, REVIEW, STOPPED = (kind.name for kind in work_kinds(
    WorkKind(
        name="period.assess",
        words=Words("Work out an assessment period", cy="Cyfrifo cyfnod asesu"),
        starts_when="a period is over, and what was reported of it does not let the rules work it out",
        skill="decisions", standard="change_of_circumstances",
        done_when="the period is assessed, or the award ended", cancelled_when="the customer has died",
        permission="claim.decide", priority=1),
    WorkKind(
        name="award.uprate",
        words=Words("Settle what an award is paid in the new year", cy="Setlo beth a delir gan ddyfarniad yn y "
                                                                       "flwyddyn newydd"),
        starts_when="the new year's law does not fit an award, refuses it, or it was paid otherwise than by law",
        skill="decisions", standard="change_of_circumstances",
        done_when="its amount for the new year is decided, or the award ended",
        cancelled_when="the customer has died", permission="claim.decide"),
    WorkKind(
        name="award.review",
        words=Words("Look at an award again before it ends", cy="Edrych eto ar ddyfarniad cyn iddo ddod i ben"),
        starts_when="the day comes that the rules gave, when it was decided, to look at the award again",
        skill="decisions", standard="change_of_circumstances",
        done_when="what is to follow the award is decided", cancelled_when="the customer has died, or the award ended",
        permission="claim.decide"),
    WorkKind(
        name="award.stopped",
        words=Words("Look again at payments that were stopped", cy="Edrych eto ar daliadau a ataliwyd"),
        starts_when="the day comes on which a stopped award is to be looked at again", skill="decisions",
        standard="stopped_payments", done_when="it is paid again, ended, or kept stopped until another day",
        cancelled_when="the customer has died, or the award ended", permission="claim.decide", priority=1),
))
