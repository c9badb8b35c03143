"""The work that an award makes when the rules cannot settle a period of it."""
from __future__ import annotations

from entitle.kernel.words import Words
from entitle.work.kinds import WorkKind, work_kinds

[ASSESS_PERIOD] = (kind.name for kind in work_kinds(
    WorkKind(
        name="period.assess",
        words=Words("Work out an assessment period", cy="Cyfrifo cyfnod asesu"),
        starts_when="a period is over, and what was reported of it does not let the rules work it out",
        skill="decisions", standard="change_of_circumstances",
        done_when="the period is assessed, or the award ended", cancelled_when="the customer has died",
        permission="claim.decide", priority=1),
))
