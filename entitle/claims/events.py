"""What can happen to a claim."""
from __future__ import annotations

from entitle.history.vocabulary import vocabulary
from entitle.kernel.words import Words

CODES = vocabulary("claims", {
    "claim.started": Words("You started a claim", cy="Dechreuoch hawliad"),
    "claim.continued": Words("You went on with your claim another way",
                             cy="Aethoch ymlaen â'ch hawliad mewn ffordd arall"),
    "claim.form_printed": Words("We printed the rest of your claim on paper",
                                cy="Gwnaethom argraffu gweddill eich hawliad ar bapur"),
    "statement.made": Words("We wrote down what you have told us, for you to check",
                            cy="Ysgrifennwyd yr hyn a ddywedoch wrthym, i chi ei wirio"),
    "statement.agreed": Words("You agreed that your statement is right", cy="Cytunoch fod eich datganiad yn gywir"),
    "claim.protected": Words("Your claim counts from an earlier date",
                             cy="Mae eich hawliad yn cyfrif o ddyddiad cynharach"),
    "claim.submitted": Words("You sent your claim", cy="Anfonoch eich hawliad"),
    "claim.evidence_awaited": Words("Your claim is waiting for something from you",
                                    cy="Mae eich hawliad yn aros am rywbeth gennych chi"),
    "claim.evidence_in": Words("We have what your claim was waiting for",
                               cy="Mae gennym yr hyn yr oedd eich hawliad yn aros amdano"),
    "claim.referred": Words("Your claim was passed to a specialist",
                            cy="Cafodd eich hawliad ei drosglwyddo i arbenigwr"),
    "claim.returned": Words("A specialist finished looking at your claim",
                            cy="Gorffennodd arbenigwr edrych ar eich hawliad"),
    "claim.decided": Words("We decided your claim", cy="Penderfynwyd ar eich hawliad"),
    "questions.asked": Words("Someone was asked more questions for a claim",
                             cy="Gofynnwyd rhagor o gwestiynau i rywun ar gyfer hawliad"),
    "questions.joined": Words("Someone agreed to take part in a claim",
                              cy="Cytunodd rhywun i gymryd rhan mewn hawliad"),
    "questions.code_refused": Words("A code from a letter was not right", cy="Nid oedd cod o lythyr yn gywir"),
    "questions.form_printed": Words("We printed further questions on paper",
                                    cy="Gwnaethom argraffu cwestiynau pellach ar bapur"),
    "questions.answered": Words("Someone answered more questions for a claim",
                                cy="Atebodd rhywun ragor o gwestiynau ar gyfer hawliad"),
    "questions.cancelled": Words("Questions for a claim are no longer needed",
                                 cy="Nid oes angen cwestiynau ar gyfer hawliad mwyach"),
    "claim.withdrawn": Words("Your claim was withdrawn", cy="Cafodd eich hawliad ei dynnu'n ôl"),
})
