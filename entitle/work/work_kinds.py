"""Kinds of work about customers and staff, whose rooms lie below this one."""

from __future__ import annotations

from entitle.kernel.words import Words
from entitle.work.kinds import WorkKind, work_kinds

work_kinds(
    WorkKind(
        name="look.check",
        words=Words("Check why someone looked at a record", cy="Gwirio pam edrychodd rhywun ar gofnod"),
        starts_when="a look is chosen in the month's sample",
        skill="supervision",
        standard="look_check",
        done_when="the look is found proper, or misuse is found",
        cancelled_when="never",
        permission="looks.check",
    ),
    WorkKind(
        name="record.duplicate",
        words=Words("Two records may be one person", cy="Gall dau gofnod fod yr un person"),
        starts_when="a registration matches a customer already held",
        skill="records",
        standard="duplicate_record",
        done_when="they are joined, or found to be two people",
        cancelled_when="one of them is withdrawn",
        permission="change.record",
    ),
    WorkKind(
        name="vulnerability.review",
        words=Words("Review a vulnerability", cy="Adolygu bregusrwydd"),
        starts_when="a vulnerability's review date comes",
        skill="safeguarding",
        standard="vulnerability_review",
        done_when="it is kept with a new date, or ended",
        cancelled_when="the customer has died",
        permission="change.record",
    ),
    WorkKind(
        name="death.confirm",
        words=Words("Confirm a death", cy="Cadarnhau marwolaeth"),
        starts_when="a death is reported by someone other than a registrar",
        skill="bereavement",
        standard="death_reported",
        done_when="the date is confirmed, or the report was wrong",
        cancelled_when="a registrar's notice confirms it",
        permission="change.record",
        priority=1,
    ),
    WorkKind(
        name="bereavement.support",
        words=Words("See what somebody whose partner died may get",
                    cy="Gweld beth y gall rhywun y bu farw eu partner ei gael"),
        starts_when="a death is reported of somebody's partner",
        skill="bereavement",
        standard="death_reported",
        done_when="their benefits are looked at again, and they were told what they may claim",
        cancelled_when="the customer has died",
        permission="change.record",
        priority=1,
    ),
    WorkKind(
        name="representative.replace",
        words=Words("Find who acts for a customer now", cy="Dod o hyd i bwy sy'n gweithredu dros gwsmer nawr"),
        starts_when="somebody who acts for a customer, or is paid for them, dies",
        skill="bereavement",
        standard="death_reported",
        done_when="somebody else acts for them, or nobody need",
        cancelled_when="the customer has died",
        permission="change.record",
        priority=1,
    ),
)
