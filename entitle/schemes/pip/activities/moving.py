"""Schedule 1 Part 3, activities 1 and 2: finding the way and walking."""
from __future__ import annotations

from entitle.kernel.words import Words
from entitle.schemes.pip.activities.activity import Activity

MOBILITY: tuple[Activity, ...] = (
    Activity(
        "planning_journeys", "M1", Words("Planning and following a journey", cy="Cynllunio a dilyn taith"),
        Words("Is it hard for you to plan a journey or to find your way?",
              cy="A yw'n anodd i chi gynllunio taith neu ddod o hyd i'ch ffordd?"),
        (Words("Can plan and follow a journey without help", cy="Yn gallu cynllunio a dilyn taith heb help"),
         Words("Needs prompting to go out, or it would cause great distress",
               cy="Angen anogaeth i fynd allan, neu byddai'n achosi gofid mawr"),
         Words("Cannot plan the way", cy="Yn methu cynllunio'r ffordd"),
         Words("Needs a person, a dog or an aid to follow a new way",
               cy="Angen person, ci neu declyn i ddilyn ffordd newydd"),
         Words("Cannot go on any journey: it would cause great distress",
               cy="Yn methu mynd ar unrhyw daith: byddai'n achosi gofid mawr"),
         Words("Needs a person, a dog or an aid to follow a way they know",
               cy="Angen person, ci neu declyn i ddilyn ffordd gyfarwydd")),
    ),
    Activity(
        "moving_around", "M2", Words("Walking", cy="Cerdded"),
        Words("Is it hard for you to stand up and walk?", cy="A yw'n anodd i chi sefyll a cherdded?"),
        (Words("Can stand and walk more than 200 metres", cy="Yn gallu sefyll a cherdded dros 200 metr"),
         Words("Can stand and walk over 50 but not over 200 metres",
               cy="Yn gallu sefyll a cherdded dros 50 ond nid dros 200 metr"),
         Words("Can walk over 20 but not over 50 metres, without an aid",
               cy="Yn gallu cerdded dros 20 ond nid dros 50 metr, heb declyn"),
         Words("Can walk over 20 but not over 50 metres, with an aid",
               cy="Yn gallu cerdded dros 20 ond nid dros 50 metr, gyda theclyn"),
         Words("Can walk over 1 but not over 20 metres", cy="Yn gallu cerdded dros 1 ond nid dros 20 metr"),
         Words("Cannot stand, or cannot walk more than 1 metre",
               cy="Yn methu sefyll, neu'n methu cerdded dros 1 metr")),
    ),
)
