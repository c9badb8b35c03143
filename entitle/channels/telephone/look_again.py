"""The customer disagrees with a decision, and says so on the telephone: that is enough."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from entitle.channels.telephone.calls import Call, in_call_on, note
from entitle.channels.telephone.changes import questions_page
from entitle.decisions import queries as decisions
from entitle.kernel.periods import london_date
from entitle.pages.access import permission
from entitle.pages.many_questions import in_their_words, read_set, said_in
from entitle.procedures.ask_to_look_again import ask_to_look_again
from entitle.procedures.errors import NotDone, NotFound
from entitle.questions.bank.changes import LOOK_AGAIN


@permission("change.record")
@in_call_on("claims")
def look_again(request: HttpRequest, call: Call, decision: str) -> HttpResponse:
    """What they disagree with and why, in their own words."""
    found = decisions.get(code=decision)
    if found is None or found.customer_id != call.customer.id:
        raise NotFound("This customer has no decision with that reference.")
    read = read_set(request, LOOK_AGAIN, today=london_date(call.as_at))
    if request.method != "POST" or read.errors:
        return questions_page(request, call, LOOK_AGAIN, read)
    why = in_their_words(LOOK_AGAIN, said_in(read, LOOK_AGAIN), call.language)
    try:
        asked = ask_to_look_again(decision_code=decision, why=why, contact=call.contact, by=call.by, as_at=call.as_at)
    except NotDone as problem:
        return questions_page(request, call, LOOK_AGAIN, read, [str(problem)])
    note(request, call, f"Asked us to look again at {decision}: {asked.code}.")
    request.session["telephone_done"] = [
        "We will look again",
        f"Another officer will look at the decision again. Your reference is {asked.code}, and we will write to you.",
    ]
    return redirect("telephone_done", call.code)
