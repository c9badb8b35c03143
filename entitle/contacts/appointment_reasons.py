"""Why an interview is moved or cancelled: a few reasons, in both languages, that a letter can give."""
from __future__ import annotations

from entitle.kernel.words import Words

MOVED = {
    "asked": Words("You asked us to move it.", cy="Gofynnoch i ni ei symud."),
    "adviser_away": Words("The adviser you were to see is away.", cy="Mae'r cynghorydd yr oeddech i'w weld i ffwrdd."),
    "office_closed": Words("The office is closed that day.", cy="Mae'r swyddfa ar gau y diwrnod hwnnw."),
}
CANCELLED = {
    "asked": Words("You asked us to cancel it.", cy="Gofynnoch i ni ei ganslo."),
    "not_needed": Words("You do not need to be seen any more.", cy="Nid oes angen eich gweld mwyach."),
}
OF_THE_CUSTOMER = "asked"
