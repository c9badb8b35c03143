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
        name="letter.undeliverable", words=Words("A letter came back", cy="Daeth llythyr yn ôl"),
        starts_when="a message fails, or a letter is returned", skill="records", standard="undeliverable_letter",
        done_when="the customer is reached another way, or the address is put right",
        cancelled_when="the customer has died", permission="change.record"),
)
