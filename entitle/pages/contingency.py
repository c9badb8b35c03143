"""What everybody at an office reads on every page while it works without the system."""
from __future__ import annotations

from django.http import HttpRequest

from entitle.kernel.words import Words
from entitle.pages.footer import address_of
from entitle.pages.formats import moment, say
from entitle.staff import queries as staff
from entitle.staff.models import User

_TITLE = Words("Contingency at {office}", cy="Trefn wrth gefn yn {office}")
_WHY = Words("{who} switched this on, {when}: {why}", cy="{who} a drodd hyn ymlaen, {when}: {why}")
_DO = Words(
    "Take every claim on the offline page, or on a printed form where there is no browser. Turn nobody away. Write the "
    "day and time on each form. Send nothing twice: what is taken offline arrives by itself when the system is back.",
    cy="Cymerwch bob cais ar y dudalen all-lein, neu ar ffurflen brintiedig lle nad oes porwr. Peidiwch â throi neb i "
       "ffwrdd. Ysgrifennwch y diwrnod a'r amser ar bob ffurflen. Peidiwch ag anfon dim ddwywaith: mae'r hyn a gymerir "
       "all-lein yn cyrraedd ohono'i hun pan fydd y system yn ôl.")
_LINKS = (
    ("clerical_offline", Words("Take a claim offline", cy="Cymryd cais all-lein")),
    ("clerical_home", Words("Print forms", cy="Argraffu ffurflenni")),
    ("clerical_contingencies", Words("What was taken and what has arrived",
                                     cy="Yr hyn a gymerwyd a'r hyn a gyrhaeddodd")),
)


def contingency_told(request: HttpRequest) -> dict[str, object] | None:
    """The notice for whoever is signed in: {title, why, do, links}; None where their office works as usual."""
    user = getattr(request, "user", None)
    if not isinstance(user, User) or user.kind != User.STAFF:
        return None
    held = staff.contingency_of(user.pk)
    if held is None:
        return None
    return {
        "title": say(_TITLE.filled(office=held.office.name)),
        "why": say(_WHY.filled(who=held.begun_by.name, when=moment(held.began_at), why=held.why)),
        "do": say(_DO),
        "links": [{"text": say(words), "href": address_of(name)} for name, words in _LINKS if address_of(name)],
    }
