"""Schedule 1 Part 2, activities 7 to 10: talking, reading, other people and money."""
from __future__ import annotations

from entitle.kernel.words import Words
from entitle.schemes.pip.activities.activity import Activity

LIVING: tuple[Activity, ...] = (
    Activity(
        "communicating", "DL7", Words("Talking and listening", cy="Siarad a gwrando"),
        Words("Is it hard for you to speak, to hear or to understand what people say?",
              cy="A yw'n anodd i chi siarad, clywed neu ddeall yr hyn mae pobl yn ei ddweud?"),
        (Words("Can speak, hear and understand without help", cy="Yn gallu siarad, clywed a deall heb help"),
         Words("Needs an aid to speak or hear", cy="Angen teclyn i siarad neu glywed"),
         Words("Needs support with long or hard sentences", cy="Angen cefnogaeth gyda brawddegau hir neu anodd"),
         Words("Needs support with short and simple sentences", cy="Angen cefnogaeth gyda brawddegau byr a syml"),
         Words("Cannot speak, hear or understand even with support",
               cy="Yn methu siarad, clywed na deall hyd yn oed gyda chefnogaeth")),
    ),
    Activity(
        "reading", "DL8", Words("Reading", cy="Darllen"),
        Words("Is it hard for you to read or understand written words?",
              cy="A yw'n anodd i chi ddarllen neu ddeall geiriau ysgrifenedig?"),
        (Words("Can read without help, or with glasses", cy="Yn gallu darllen heb help, neu gyda sbectol"),
         Words("Needs an aid, other than glasses, to read", cy="Angen teclyn, heblaw sbectol, i ddarllen"),
         Words("Needs prompting with long or hard words", cy="Angen anogaeth gyda geiriau hir neu anodd"),
         Words("Needs prompting with short and simple words", cy="Angen anogaeth gyda geiriau byr a syml"),
         Words("Cannot read or understand signs and words at all",
               cy="Yn methu darllen na deall arwyddion a geiriau o gwbl")),
    ),
    Activity(
        "engaging", "DL9", Words("Being with other people", cy="Bod gyda phobl eraill"),
        Words("Is it hard for you to be with other people?", cy="A yw'n anodd i chi fod gyda phobl eraill?"),
        (Words("Can be with other people without help", cy="Yn gallu bod gyda phobl eraill heb help"),
         Words("Needs prompting to be with other people", cy="Angen anogaeth i fod gyda phobl eraill"),
         Words("Needs trained support to be with other people",
               cy="Angen cefnogaeth gan rywun profiadol i fod gyda phobl eraill"),
         Words("Cannot be with other people: great distress, or risk of harm",
               cy="Yn methu bod gyda phobl eraill: gofid mawr, neu risg o niwed")),
    ),
    Activity(
        "budgeting", "DL10", Words("Dealing with money", cy="Delio ag arian"),
        Words("Is it hard for you to choose what to buy or to plan your money?",
              cy="A yw'n anodd i chi ddewis beth i'w brynu neu gynllunio eich arian?"),
        (Words("Can deal with money without help", cy="Yn gallu delio ag arian heb help"),
         Words("Needs help with bills and planning", cy="Angen help gyda biliau a chynllunio"),
         Words("Needs help with prices and change", cy="Angen help gyda phrisiau a newid mân"),
         Words("Cannot make any choice about money", cy="Yn methu gwneud unrhyw ddewis am arian")),
    ),
)
