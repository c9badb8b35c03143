"""What can happen to sign-ins, teams and checks of looks."""

from __future__ import annotations

from entitle.history.vocabulary import vocabulary
from entitle.kernel.words import Words

vocabulary(
    "staff",
    {
        "staff.joined": Words("A member of staff was given a sign-in", cy="Cafodd aelod o staff fanylion mewngofnodi"),
        "staff.role_given": Words("A member of staff was given a role", cy="Cafodd aelod o staff rôl"),
        "staff.role_taken_away": Words(
            "A role was taken from a member of staff", cy="Cafodd rôl ei chymryd oddi ar aelod o staff"
        ),
        "staff.skill_begun": Words(
            "A member of staff began to learn a kind of work", cy="Dechreuodd aelod o staff ddysgu math o waith"
        ),
        "staff.skill_practised": Words(
            "A member of staff was found practised in a kind of work",
            cy="Canfuwyd bod aelod o staff yn brofiadol mewn math o waith",
        ),
        "staff.skill_taken_away": Words(
            "A member of staff no longer does a kind of work", cy="Nid yw aelod o staff yn gwneud math o waith mwyach"
        ),
        "staff.began_again": Words(
            "A member of staff lost their password or phone and was given a new start",
            cy="Collodd aelod o staff gyfrinair neu ffôn a chafodd ddechrau newydd",
        ),
        "staff.left": Words("A member of staff's sign-in was closed", cy="Caewyd manylion mewngofnodi aelod o staff"),
        "adviser.away": Words("Someone who sees customers is away", cy="Mae rhywun sy'n gweld cwsmeriaid i ffwrdd"),
        "adviser.back": Words("Someone who sees customers is back", cy="Mae rhywun sy'n gweld cwsmeriaid yn ôl"),
        "office.kept": Words(
            "The offices where people are seen were put in order", cy="Rhoddwyd trefn ar y swyddfeydd lle gwelir pobl"
        ),
        "contingency.began": Words(
            "An office went over to forms and the offline page",
            cy="Aeth swyddfa drosodd i ffurflenni a'r dudalen all-lein",
        ),
        "contingency.ended": Words(
            "An office went back to working as usual", cy="Aeth swyddfa yn ôl i weithio fel arfer"
        ),
        "look.chosen": Words(
            "A look at your record was chosen to be checked", cy="Dewiswyd edrychiad ar eich cofnod i'w wirio"
        ),
        "look.questioned": Words("A look at your record was questioned", cy="Cwestiynwyd edrychiad ar eich cofnod"),
        "look.found_proper": Words(
            "A look at your record was found to be proper", cy="Canfuwyd bod edrychiad ar eich cofnod yn briodol"
        ),
        "look.found_misuse": Words(
            "A look at your record was found to be misuse", cy="Canfuwyd bod edrychiad ar eich cofnod yn gamddefnydd"
        ),
    },
)
