"""What history itself records: who looked, and what became of the checks of it."""
from __future__ import annotations

from entitle.history.vocabulary import vocabulary
from entitle.kernel.words import Words

LOOKED, LOOK_REFUSED, SEARCHED = LOOKS = vocabulary("history", {
    "customer.looked": Words("Someone looked at your record", cy="Edrychodd rhywun ar eich cofnod"),
    "customer.look_refused": Words("Someone was stopped from looking at your record",
                                   cy="Cafodd rhywun ei atal rhag edrych ar eich cofnod"),
    "customer.searched": Words("Someone searched for customers", cy="Chwiliodd rhywun am gwsmeriaid"),
})

[TOGETHER] = vocabulary("history", {
    "history.together": Words("Events were written together", cy="Ysgrifennwyd digwyddiadau gyda'i gilydd"),
})

vocabulary("history", {
    "history.verified": Words("History was verified", cy="Cafodd yr hanes ei wirio"),
    "history.found_altered": Words("History was found to have been altered", cy="Canfuwyd bod yr hanes wedi'i newid"),
})
