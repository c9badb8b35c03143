"""What can happen in a contact, and to a message."""
from __future__ import annotations

from entitle.history.vocabulary import vocabulary
from entitle.kernel.words import Words

CODES = vocabulary("contacts", {
    "contact.began": Words("You were in touch with us", cy="Buoch mewn cysylltiad â ni"),
    "contact.identity_confirmed": Words("You showed us who you are", cy="Dangosoch i ni pwy ydych chi"),
    "contact.helper_joined": Words("Someone who may speak for you joined a call",
                                   cy="Ymunodd rhywun sy'n cael siarad ar eich rhan â galwad"),
    "contact.ended": Words("Your contact with us ended", cy="Daeth eich cysylltiad â ni i ben"),
    "change.reported": Words("You told us about a change", cy="Dywedoch wrthym am newid"),
    "change.acted_on": Words("We acted on a change you told us about",
                             cy="Gweithredwyd ar newid y dywedoch wrthym amdano"),
    "appointment.booked": Words("An interview was booked for you", cy="Trefnwyd cyfweliad i chi"),
    "appointment.moved": Words("Your interview was moved", cy="Symudwyd eich cyfweliad"),
    "appointment.cancelled": Words("Your interview was cancelled", cy="Canslwyd eich cyfweliad"),
    "appointment.reminded": Words("We reminded you of your interview", cy="Atgoffwyd chi o'ch cyfweliad"),
    "appointment.attended": Words("You came to your interview", cy="Daethoch i'ch cyfweliad"),
    "appointment.missed": Words("You were not at your interview, and we asked why",
                                cy="Nid oeddech yn eich cyfweliad, a gofynnwyd pam"),
    "appointment.cause_given": Words("You told us why you could not come", cy="Dywedoch wrthym pam na allech ddod"),
    "appointment.cause_decided": Words("We looked at why you could not come",
                                       cy="Edrychwyd ar pam na allech ddod"),
    "message.written": Words("We wrote to you", cy="Ysgrifennwyd atoch"),
    "message.sent": Words("A message was sent to you", cy="Anfonwyd neges atoch"),
    "message.delivered": Words("A message reached you", cy="Cyrhaeddodd neges chi"),
    "message.failed": Words("A message could not reach you", cy="Ni allai neges eich cyrraedd"),
    "call.answered": Words("We answered your call", cy="Atebwyd eich galwad"),
    "call.transferred": Words("Your call was passed to a colleague", cy="Trosglwyddwyd eich galwad i gydweithiwr"),
    "call.not_recorded": Words("We stopped recording while you gave us bank details",
                               cy="Rhoesom y gorau i recordio tra oeddech yn rhoi manylion banc i ni"),
    "call.recorded": Words("Recording of your call went on", cy="Aeth y recordio o'ch galwad ymlaen"),
    "call.wrapped_up": Words("Your call was noted", cy="Nodwyd eich galwad"),
    "call_back.promised": Words("We promised to ring you", cy="Addawsom eich ffonio"),
    "call_back.missed": Words("We rang and did not reach you", cy="Ffoniasom ac ni chawsom afael arnoch"),
    "call_back.made": Words("We rang you as we promised", cy="Ffoniasom chi fel yr addawsom"),
    "call_back.failed": Words("We could not reach you, and wrote to you",
                              cy="Ni allem gael gafael arnoch, ac ysgrifennwyd atoch"),
    "call_back.cancelled": Words("A call to you was no longer needed", cy="Nid oedd angen eich ffonio mwyach"),
    # A person in danger may not be the only one who reads their account: these say nothing of it.
    "safeguarding.opened": Words("We asked a colleague to look at something",
                                 cy="Gofynnwyd i gydweithiwr edrych ar rywbeth"),
    "safeguarding.point_done": Words("A colleague did so", cy="Gwnaeth cydweithiwr hynny"),
    "safeguarding.closed": Words("Our colleague finished", cy="Gorffennodd ein cydweithiwr"),
    "message.suppressed": Words("A message was not sent", cy="Ni anfonwyd neges"),
})
