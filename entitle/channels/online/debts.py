"""What somebody was paid too much: why, what has gone off it, how it is paid back, and asking for less to be kept."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from entitle.blueprint import registry
from entitle.channels.online.door import NotYours, own_door
from entitle.channels.online.frame import show
from entitle.channels.online.standing import Standing
from entitle.gateways import clock
from entitle.kernel.words import Words
from entitle.pages.many_questions import Read, error_list, fields_of, read_all
from entitle.payments import queries as payments
from entitle.payments.queries import DebtAtAGlance
from entitle.procedures.ask_for_less import ask_for_less
from entitle.questions.kinds import Money, Text
from entitle.questions.question import Question

STATES = {
    "found": Words("Nothing is kept from your payments for it now", cy="Ni chedwir dim o'ch taliadau amdano nawr"),
    "recovering": Words("Paid back from your payments", cy="Yn cael ei dalu'n ôl o'ch taliadau"),
    "settled": Words("Nothing is left to pay back", cy="Nid oes dim ar ôl i'w dalu'n ôl"),
    "written_off": Words("We do not ask for it any more", cy="Nid ydym yn gofyn amdano mwyach"),
    "with_estate": Words("Only the estate is asked", cy="Dim ond i'r ystâd y gofynnir"),
}
_AFFORD = Words("How much of each payment could you manage without?",
                cy="Faint o bob taliad y gallech ymdopi hebddo?")
_NOUGHT = Words("Write 0 if you cannot manage without any of it.",
                cy="Ysgrifennwch 0 os na allwch ymdopi heb ddim ohono.")
_WHY = Words("What do you have to pay for?", cy="Beth sydd rhaid i chi dalu amdano?")
_HINT = Words("Rent, food, heating, children, being ill, other debts, or anything else that matters.",
              cy="Rhent, bwyd, gwresogi, plant, bod yn sâl, dyledion eraill, neu unrhyw beth arall sy'n bwysig.")
_QUESTIONS = (
    Question(fact="debt.pence_each", kind=Money(called=_AFFORD), ask=_AFFORD, hint=_NOUGHT),
    Question(fact="debt.why", kind=Text(long=True, called=_WHY), ask=_WHY, hint=_HINT),
)


@own_door("payments")
def debt(request: HttpRequest, standing: Standing, code: str) -> HttpResponse:
    """GET shows all of it; POST asks for less to be kept, and nothing is until an officer looked."""
    found = _own(standing, code)
    asks = found.debt.state in ("found", "recovering")
    read = read_all(request, _QUESTIONS) if request.method == "POST" else Read()
    if request.method == "POST" and asks and not read.errors:
        ask_for_less(debt_code=code, pence_each=read.answers["debt.pence_each"], because=read.answers["debt.why"],
                     by=standing.by, as_at=clock.now())
        return redirect(f"{reverse('online_debt', args=[code])}?asked")
    return show(
        request, "debt.html", standing, found=found, state=STATES[found.debt.state], asks=asks,
        title=registry.scheme(found.debt.scheme).title, periods=payments.periods_of(debt=found.debt),
        gone=payments.gone_of(debt=found.debt), most=payments.most_kept(debt=found.debt, on=clock.today()),
        asked="asked" in request.GET, fields=fields_of(_QUESTIONS, {}, read), error_list=error_list(read.errors),
        status=422 if read.errors else 200, back_url=reverse("online_account"))


def _own(standing: Standing, code: str) -> DebtAtAGlance:
    for found in payments.debts_at_a_glance(customer_id=standing.customer.id):
        if found.debt.code == code:
            return found
    raise NotYours("There is nothing with that reference.")
