"""What can happen to an award."""
from __future__ import annotations

from entitle.history.vocabulary import vocabulary
from entitle.kernel.words import Words

CODES = vocabulary("awards", {
    "award.opened": Words("Your payments were set up", cy="Cafodd eich taliadau eu trefnu"),
    "award.amount_changed": Words("The amount you are paid changed", cy="Newidiodd y swm a delir i chi"),
    "award.period_assessed": Words("We worked out what you are paid for a month",
                                   cy="Cyfrifwyd yr hyn a delir i chi am fis"),
    "award.amount_told": Words("We told you that your amount changed", cy="Dywedwyd wrthych fod eich swm wedi newid"),
    "award.uprated": Words("Your amount went up for the new year", cy="Cynyddodd eich swm ar gyfer y flwyddyn newydd"),
    "award.suspended": Words("Your payments were stopped for now", cy="Cafodd eich taliadau eu hatal am y tro"),
    "award.review_moved": Words("The date to look at your stopped payments again was changed",
                                cy="Newidiwyd y dyddiad i edrych eto ar eich taliadau a ataliwyd"),
    "award.resumed": Words("Your payments started again", cy="Ailddechreuodd eich taliadau"),
    "award.ended": Words("Your payments ended", cy="Daeth eich taliadau i ben"),
})
