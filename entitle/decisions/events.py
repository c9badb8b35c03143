"""What can happen to a decision once it is made."""
from __future__ import annotations

from entitle.history.vocabulary import vocabulary
from entitle.kernel.words import Words

CODES = vocabulary("decisions", {
    "decision.revised": Words("We changed a decision", cy="Newidiwyd penderfyniad"),
    "decision.reconsideration_asked": Words("You asked us to look at a decision again",
                                            cy="Gofynnoch i ni edrych eto ar benderfyniad"),
    "decision.reconsideration_withdrawn": Words("You no longer ask us to look at a decision again",
                                                cy="Nid ydych yn gofyn i ni edrych eto ar benderfyniad mwyach"),
    "decision.reconsidered": Words("We looked at a decision again", cy="Edrychwyd eto ar benderfyniad"),
    "decision.review_asked": Words("We asked a second colleague to look before we decide",
                                   cy="Gofynnwyd i ail gydweithiwr edrych cyn i ni benderfynu"),
    "decision.review_made": Words("A second colleague looked before we decided",
                                  cy="Edrychodd ail gydweithiwr cyn i ni benderfynu"),
    "decision.chosen_for_checking": Words("A decision was chosen to be checked", cy="Dewiswyd penderfyniad i'w wirio"),
    "decision.checked": Words("A decision was checked", cy="Gwiriwyd penderfyniad"),
})
