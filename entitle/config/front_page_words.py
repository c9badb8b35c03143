"""What the demonstration's first page says."""

from __future__ import annotations

from entitle.kernel.words import Words

WORDS = {
    "title": Words("Choose a door", cy="Dewiswch ddrws"),
    "lead": Words(
        "A fortnight has been lived at this agency, up to the eve of a bank holiday. Come in as anyone below: no "
        "password is needed on this machine.",
        cy="Mae pythefnos wedi'i fyw yn yr asiantaeth hon, hyd at drothwy gŵyl banc. Dewch i mewn fel unrhyw un "
        "isod: nid oes angen cyfrinair ar y peiriant hwn.",
    ),
    "enter": Words("Go in", cy="Ewch i mewn"),
    "empty": Words(
        "Nobody is here yet. Run “make demo”, which makes the people and lives the fortnight.",
        cy="Nid oes neb yma eto. Rhedwch “make demo”, sy'n creu'r bobl ac yn byw'r pythefnos.",
    ),
    "more": Words("More to see", cy="Mwy i'w weld"),
    "start": Words("The page that the public begins on", cy="Y dudalen y mae'r cyhoedd yn dechrau arni"),
    "post_box": Words(
        "The post box: every letter, email and text that was sent",
        cy="Y blwch post: pob llythyr, e-bost a neges destun a anfonwyd",
    ),
    "bank": Words(
        "What the bank sent back (its advice, as it gives it)",
        cy="Yr hyn a anfonodd y banc yn ôl (ei hysbysiad, fel y mae'n ei roi)",
    ),
    "explained": Words(
        "In a terminal: “entitle explain” with a reference works a decision out step by step, with the law",
        cy="Mewn terfynell: mae “entitle explain” gyda chyfeirnod yn gweithio penderfyniad allan gam wrth "
        "gam, gyda'r gyfraith",
    ),
}
