"""The first page: in the demonstration every door with a ready sign-in; elsewhere the public's way in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_safe

from entitle.channels.online.benefits import home
from entitle.config.addresses import from_this_machine
from entitle.config.front_page_words import WORDS
from entitle.gateways import clock
from entitle.kernel.words import Words
from entitle.pages.access import public
from entitle.staff.models import User


@dataclass(frozen=True)
class Door:
    """One card: whose, what they do there, and the name of the address it leads to."""

    username: str
    name: Words
    about: Words
    address: str


DOORS = (
    Door(
        "olwen",
        Words("Olwen claims online", cy="Mae Olwen yn hawlio ar-lein"),
        Words(
            "A customer: her claim, what was decided and why, when she is paid, and who looked at her record.",
            cy="Cwsmer: ei chais, beth a benderfynwyd a pham, pryd y caiff ei thalu, a phwy edrychodd ar ei chofnod.",
        ),
        "online_account",
    ),
    Door(
        "precious",
        Words("Precious asks why", cy="Mae Precious yn gofyn pam"),
        Words(
            "A customer who was told no by a person, with the law, and can ask for it to be looked at again.",
            cy="Cwsmer a gafodd na gan berson, gyda'r gyfraith, ac a all ofyn i rywun edrych eto.",
        ),
        "online_account",
    ),
    Door(
        "nia",
        Words("Agent on the telephone", cy="Asiant ar y ffôn"),
        Words(
            "Nia finds or registers the caller, and takes the claim in one call by the same questions.",
            cy="Mae Nia'n canfod y galwr neu'n ei gofrestru, ac yn cymryd y cais mewn un alwad, â'r un cwestiynau.",
        ),
        "telephone_find",
    ),
    Door(
        "bronwen",
        Words("Caseworker at the desk", cy="Gweithiwr achos wrth y ddesg"),
        Words(
            "Bronwen has one queue with dates from published standards, and decides what the rules leave to a person.",
            cy="Mae gan Bronwen un ciw gyda dyddiadau o safonau cyhoeddedig, ac mae'n penderfynu'r hyn y mae'r rheolau "
            "yn ei adael i berson.",
        ),
        "desk-home",
    ),
    Door(
        "helen",
        Words("Specialist", cy="Arbenigwr"),
        Words(
            "Helen settles time abroad and records from before 2016, and looks at decisions again.",
            cy="Mae Helen yn setlo amser dramor a chofnodion o cyn 2016, ac yn edrych eto ar benderfyniadau.",
        ),
        "desk-home",
    ),
    Door(
        "carol",
        Words("Clerical officer", cy="Swyddog clerigol"),
        Words(
            "Carol prints what is left to ask, and keys in paper from the day it arrived.",
            cy="Mae Carol yn argraffu'r hyn sydd ar ôl i'w ofyn, ac yn mewnbynnu papur o'r diwrnod y cyrhaeddodd.",
        ),
        "clerical_home",
    ),
    Door(
        "idris",
        Words("Team leader", cy="Arweinydd tîm"),
        Words(
            "Idris sees who is behind before they are late, and checks who looked at whose record.",
            cy="Mae Idris yn gweld pwy sydd ar ei hôl hi mewn pryd, ac yn gwirio pwy edrychodd ar gofnodion.",
        ),
        "desk-home",
    ),
    Door(
        "anwen",
        Words("Payments officer", cy="Swyddog taliadau"),
        Words(
            "Anwen runs the payments; only her colleague Tom can release the file to the bank.",
            cy="Mae Anwen yn rhedeg y taliadau; dim ond ei chydweithiwr Tom all ryddhau'r ffeil i'r banc.",
        ),
        "desk-pay-runs",
    ),
    Door(
        "tom",
        Words("Releasing officer", cy="Swyddog rhyddhau"),
        Words(
            "Tom looks at a bank file that another officer made, and lets it go.",
            cy="Mae Tom yn edrych ar ffeil banc a wnaeth swyddog arall, ac yn ei gollwng.",
        ),
        "desk-bank-files",
    ),
)


@public
@require_safe
def front_page(request: HttpRequest) -> HttpResponse:
    """GET /: the doors of the demonstration, on this machine only; for everyone else, the benefits and how to claim."""
    if not settings.ENTITLE_DEMO or not from_this_machine(request):
        return home(request)
    links = {
        "post_box": f"{settings.ENTITLE_NOTIFY_URL}/post-box.html",
        "bank": f"{settings.ENTITLE_BANK_URL}/advices/arucs?up_to={clock.today()}",
    }
    return render(request, "front_page.html", {"doors": list(_doors_there_are()), "links": links, "words": WORDS})


@public
@require_safe
def start_page(request: HttpRequest) -> HttpResponse:
    """GET /start/: the page that the public begins on, in the demonstration too."""
    return home(request)


def _doors_there_are() -> Iterator[tuple[Door, str]]:
    """Those whose address exists and whose person does."""
    there = set(
        User.objects.filter(username__in=[door.username for door in DOORS], is_active=True).values_list(
            "username", flat=True
        )
    )
    for door in DOORS:
        try:
            address = reverse(door.address)
        except NoReverseMatch:
            continue
        if door.username in there:
            yield door, address
