"""What can happen to evidence."""
from __future__ import annotations

from entitle.history.vocabulary import vocabulary
from entitle.kernel.words import Words

CODES = vocabulary("evidence", {
    "evidence.asked_for": Words("We asked you for a document", cy="Gofynnwyd i chi am ddogfen"),
    "evidence.received": Words("We received a document from you", cy="Cawsom ddogfen gennych"),
    "evidence.scanned": Words("A file was checked for viruses", cy="Gwiriwyd ffeil am feirysau"),
    "evidence.accepted": Words("We accepted a document", cy="Derbyniwyd dogfen"),
    "evidence.not_accepted": Words("We could not accept a document", cy="Ni allem dderbyn dogfen"),
    "evidence.cancelled": Words("We no longer need a document", cy="Nid oes angen dogfen arnom mwyach"),
})
