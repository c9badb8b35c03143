"""The customer disagrees with a decision, and says so on the telephone: that is enough."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from entitle.channels.telephone.calls import Call, in_call_on, note
from entitle.channels.telephone.changes import questions_page
from entitle.decisions import queries as decisions
from entitle.gateways import clock
from entitle.kernel.lifecycle import NotAllowedNow
from entitle.pages.access import permission
from entitle.pages.answer_checks import answer_checks
from entitle.pages.many_questions import Read, read_all
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
    read = Read()
    if request.method == "POST":
        read = read_all(request, LOOK_AGAIN, checks=answer_checks(today=clock.today()))
    if request.method != "POST" or read.errors:
        return questions_page(request, call, LOOK_AGAIN, read)
    said = read.answers
    why = f"{said['reconsideration.disagrees_with']}\n\n{said['reconsideration.why']}"
    if said["reconsideration.has_new_evidence"]:
        why += "\n\nThey have something new to show us."
    try:
        asked = ask_to_look_again(decision_code=decision, why=why, by=call.by, as_at=call.as_at)
    except (NotDone, NotAllowedNow) as problem:
        return questions_page(request, call, LOOK_AGAIN, read, [str(problem)])
    note(request, call, f"Asked us to look again at {decision}: {asked.code}.")
    request.session["telephone_done"] = [
        "We will look again",
        f"Another officer will look at the decision again. Your reference is {asked.code}, and we will write to you.",
    ]
    return redirect("telephone_done", call.code)
