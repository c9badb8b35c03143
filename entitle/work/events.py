"""What can happen to a piece of work."""
from __future__ import annotations

from entitle.history.vocabulary import vocabulary
from entitle.kernel.words import Words

vocabulary("work", {
    "work.opened": Words("Work was opened for our staff", cy="Agorwyd gwaith i'n staff"),
    "work.taken": Words("A member of staff took the work on", cy="Cymerodd aelod o staff y gwaith"),
    "work.handed_back": Words("The work was handed back", cy="Cafodd y gwaith ei roi yn ôl"),
    "work.assigned": Words("The work was given to a member of staff", cy="Rhoddwyd y gwaith i aelod o staff"),
    "work.paused": Words("The work is waiting for something", cy="Mae'r gwaith yn aros am rywbeth"),
    "work.resumed": Words("The work went on again", cy="Aeth y gwaith yn ei flaen eto"),
    "promise.moved": Words("We told you another day for what we promised",
                           cy="Dywedom ddiwrnod arall wrthych ar gyfer yr hyn a addawsom"),
    "work.completed": Words("The work was done", cy="Cafodd y gwaith ei wneud"),
    "work.cancelled": Words("The work was no longer needed", cy="Nid oedd angen y gwaith mwyach"),
})
