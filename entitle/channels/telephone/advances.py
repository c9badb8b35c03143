"""A caller asks for an advance: what they can have, how it is paid back, and their agreement aloud."""
from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from entitle.blueprint import registry
from entitle.channels.telephone.calls import OWN, Call, in_call_on, note, page_context
from entitle.channels.telephone.script import claims_of
from entitle.kernel.money import pounds
from entitle.pages.access import permission
from entitle.pages.advance_form import advance_form
from entitle.pages.formats import say


@permission("claim.take")
@in_call_on(OWN)
def advance(request: HttpRequest, call: Call, claim: str) -> HttpResponse:
    """Of the first claim of those taken together that has advances."""
    found = next((each for each in claims_of(call, claim) if registry.scheme(each.scheme).advance), None)
    if found is None:
        return redirect("telephone_sent", call.code, claim)
    form = advance_form(request, claim=found, by=call.by, as_at=call.as_at)
    if form.sent is not None:
        note(request, call, f"Asked for {pounds(form.sent.pence)} in advance, reference {form.sent.code}; agreed aloud "
                            "to how it is paid back.")
        return redirect("telephone_advance", call.code, claim)
    return render(request, "telephone/advance.html", page_context(
        call, page_title=(
            "If they have a one-off cost" if form.one_off else "If they cannot wait for their first payment"),
        claim=found, form=form,
        title=say(registry.scheme(found.scheme).title), error_list=form.errors,
        back_url=call.address("telephone_sent", claim)), status=422 if form.errors else 200)
