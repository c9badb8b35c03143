"""The offline page's own words. What is asked, and what is wrong with an answer, comes from the question sets."""
from __future__ import annotations

from entitle.kernel.words import Words

WORDS = {
    "title": Words("Take claims offline", cy="Cymryd ceisiadau all-lein"),
    "language": Words("Language", cy="Iaith"),
    "problem": Words("There is a problem", cy="Mae problem"),
    "error": Words("Error", cy="Gwall"),
    "back": Words("Back", cy="Yn ôl"),
    "save": Words("Save and continue", cy="Cadw a pharhau"),
    "later": Words("Save and come back later", cy="Cadw a dod yn ôl yn nes ymlaen"),
    "choose": Words("Choose a passphrase for this browser", cy="Dewiswch gyfrinymadrodd i'r porwr hwn"),
    "choose_why": Words(
        "Claims are kept in this browser under your passphrase until they can be sent. The passphrase is kept "
        "nowhere: without it, nobody can read or send them.",
        cy="Cedwir ceisiadau yn y porwr hwn dan eich cyfrinymadrodd nes y gellir eu hanfon. Ni chedwir y "
           "cyfrinymadrodd yn unman: hebddo, ni all neb eu darllen na'u hanfon."),
    "enter": Words("Enter this browser’s passphrase", cy="Rhowch gyfrinymadrodd y porwr hwn"),
    "passphrase": Words("Passphrase", cy="Cyfrinymadrodd"),
    "again": Words("The same passphrase again", cy="Yr un cyfrinymadrodd eto"),
    "length": Words("12 characters or more, such as four words that you will remember.",
                    cy="12 nod neu fwy, fel pedwar gair y byddwch yn eu cofio."),
    "too_short": Words("The passphrase must have 12 characters or more",
                       cy="Rhaid i'r cyfrinymadrodd gael 12 nod neu fwy"),
    "not_same": Words("The two passphrases must be the same", cy="Rhaid i'r ddau gyfrinymadrodd fod yr un fath"),
    "wrong": Words("That is not this browser’s passphrase", cy="Nid dyna gyfrinymadrodd y porwr hwn"),
    "open": Words("Continue", cy="Parhau"),
    "start": Words("Take a claim", cy="Cymryd cais"),
    "unfinished": Words("Claims not finished", cy="Ceisiadau heb eu gorffen"),
    "began": Words("begun", cy="dechreuwyd"),
    "tally": Words("What this browser has taken", cy="Yr hyn a gymerodd y porwr hwn"),
    "taken": Words("Taken", cy="Cymerwyd"),
    "arrived": Words("Arrived", cy="Cyrhaeddodd"),
    "waiting": Words("Waiting to be sent", cy="Yn aros i'w hanfon"),
    "refused": Words("Refused", cy="Gwrthodwyd"),
    "send": Words("Send what is waiting", cy="Anfon yr hyn sy'n aros"),
    "away": Words("The system cannot be reached. Go on taking claims: they are sent by themselves when it is back.",
                  cy="Ni ellir cyrraedd y system. Daliwch ati i gymryd ceisiadau: anfonir hwy ohonynt eu hunain pan "
                     "fydd yn ôl."),
    "sign_in": Words("The system is back. Sign in, and what is waiting will be sent.",
                     cy="Mae'r system yn ôl. Mewngofnodwch, ac anfonir yr hyn sy'n aros."),
    "sign_in_link": Words("Sign in", cy="Mewngofnodi"),
    "all_sent": Words("All that was taken has arrived.", cy="Mae'r cyfan a gymerwyd wedi cyrraedd."),
    "some_refused": Words("Some claims were refused. Tell a team leader their numbers.",
                          cy="Gwrthodwyd rhai ceisiadau. Rhowch eu rhifau i arweinydd tîm."),
    "check": Words("Check the answers with the customer", cy="Gwiriwch yr atebion gyda'r cwsmer"),
    "not_answered": Words("Not answered", cy="Heb ei ateb"),
    "change": Words("Change", cy="Newid"),
    "declaration": Words("Declaration", cy="Datganiad"),
    "agree": Words("They confirm this", cy="Maent yn cadarnhau hyn"),
    "must_agree": Words("Confirm that they agree with the declaration",
                        cy="Cadarnhewch eu bod yn cytuno â'r datganiad"),
    "finish": Words("Finish the claim", cy="Gorffen y cais"),
    "kept": Words("The claim is kept", cy="Mae'r cais wedi'i gadw"),
    "kept_number": Words("Its number in this browser", cy="Ei rif yn y porwr hwn"),
    "kept_why": Words("It counts from now, and is sent when the system is back. Tell them so.",
                      cy="Mae'n cyfrif o nawr ymlaen, ac fe'i hanfonir pan fydd y system yn ôl. Dywedwch hynny "
                         "wrthynt."),
    "home": Words("Back to the start", cy="Yn ôl i'r dechrau"),
    "add": Words("Add another", cy="Ychwanegu un arall"),
    "scripts": Words("This page needs JavaScript, to work without the system. Without it, use a printed form.",
                     cy="Mae angen JavaScript ar y dudalen hon i weithio heb y system. Hebddo, defnyddiwch ffurflen "
                        "brintiedig."),
}
