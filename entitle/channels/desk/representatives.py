"""Who may speak or act for a customer: proposed, seen, confirmed by an officer, ended."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from entitle.channels.desk import forms
from entitle.channels.desk.claim_steps import form_page
from entitle.channels.desk.frame import desk, now, officer
from entitle.channels.desk.looking import open_record
from entitle.channels.desk.refusals import attempt
from entitle.customers import queries as customers
from entitle.customers.models import Customer, Representative
from entitle.procedures.confirm_representative import confirm_representative
from entitle.procedures.end_representative import end_representative
from entitle.procedures.propose_representative import propose_representative

KINDS = {
    "helper": "A helper, on topics that the customer agrees to",
    "appointee": "An appointee, who acts for someone who cannot",
    "corporate": "A council, care home or other body, as appointee",
    "attorney": "An attorney or deputy",
}
_SCOPE = {"all": "Anything", "claims": "Claims", "payments": "Payments", "letters": "Letters", "changes": "Changes"}
_PROPOSE = (
    forms.words("person.name", "Name of the person who is to act"),
    forms.one_of("person.kind", "As what?", KINDS),
    forms.one_of(
        "person.scope", "What may a helper speak about?", _SCOPE, hint="An appointee or attorney may act in everything."
    ),
)


@desk("change.record")
def representatives(request: HttpRequest, code: str) -> HttpResponse:
    """GET lists them; POST proposes one. A proposal gives nobody any power yet."""
    customer, filled = open_record(request, customers.get(code).id), forms.fill(request, _PROPOSE)
    errors = filled.errors
    if request.method == "POST" and not errors:
        values = filled.values
        topics = (
            tuple(topic for topic in _SCOPE if topic != "all")
            if values["person.scope"] == "all"
            else (values["person.scope"],)
        )
        scope = topics if values["person.kind"] == "helper" else ()
        errors = attempt(
            lambda: propose_representative(
                customer_code=code,
                name=values["person.name"],
                kind="appointee" if values["person.kind"] == "corporate" else values["person.kind"],
                scope=scope,
                is_corporate=values["person.kind"] == "corporate",
                by=officer(request),
                as_at=now(),
            )
        )
        if not errors:
            messages.success(request, "Proposed. It counts once it is confirmed.")
            return redirect("desk-representatives", code=code)
    return form_page(
        request,
        filled,
        customer=customer,
        template="representatives.html",
        title="People who act for them",
        button="Propose this person",
        errors=errors,
        people=customers.representatives(customer.id),
        back_url=reverse("desk-record", args=[code]),
    )


@desk("representative.appoint")
def confirm(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Let someone act: an appointee only once the customer was visited and the applicant interviewed."""
    customer, found = _theirs(request, code, number)
    seen = found.kind == Representative.APPOINTEE
    questions = (
        (
            forms.day("seen.visited_on", "When was the customer visited?", past=True),
            forms.day("seen.interviewed_on", "When was the applicant interviewed?", past=True),
            forms.bank_account("payee.account", "Which account of theirs is to be paid, from today?"),
        )
        if seen
        else (forms.day("consent.until_on", "Until when did the customer agree?", future=True, optional=True,
                        hint="Leave this blank where they did not say. They can end it at any time."),)
    )
    filled = forms.fill(request, questions)
    errors = filled.errors
    if request.method == "POST" and not errors:
        errors = attempt(
            lambda: confirm_representative(
                representative_id=found.id,
                visited_on=filled.values.get("seen.visited_on"),
                interviewed_on=filled.values.get("seen.interviewed_on"),
                account=filled.values.get("payee.account"),
                until_on=filled.values.get("consent.until_on"),
                by=officer(request),
                as_at=now(),
            )
        )
        if not errors:
            messages.success(request, f"{found.name} may now act.")
            return redirect("desk-representatives", code=code)
    return form_page(
        request,
        filled,
        customer=customer,
        title=f"Let {found.name} act as {found.kind}",
        button="Confirm",
        errors=errors,
        known={"seen.visited_on": found.visited_on, "seen.interviewed_on": found.interviewed_on},
        paragraphs=["There can be only one appointee. You decide this, and your name is kept.",
                    "From today all that this customer is owed is paid to the appointee."]
        if seen
        else ["The customer must have agreed to this."],
        back_url=reverse("desk-representatives", args=[code]),
    )


@desk("change.record")
def end(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Stop someone acting, at once."""
    customer, found = _theirs(request, code, number)
    filled = forms.fill(request, (forms.words("end.reason", "Why", long=True),))
    errors = filled.errors
    if request.method == "POST" and not errors:
        errors = attempt(
            lambda: end_representative(
                representative_id=found.id, reason=filled.values["end.reason"], by=officer(request), as_at=now()
            )
        )
        if not errors:
            messages.success(request, f"{found.name} may no longer act.")
            return redirect("desk-representatives", code=code)
    return form_page(
        request,
        filled,
        customer=customer,
        title=f"Stop {found.name} acting",
        button="Stop them acting",
        is_serious=True,
        errors=errors,
        back_url=reverse("desk-representatives", args=[code]),
    )


def _theirs(request: HttpRequest, code: str, number: int) -> tuple[Customer, Representative]:
    customer = open_record(request, customers.get(code).id)
    found = next((each for each in customers.representatives(customer.id) if each.pk == number), None)
    if found is None:
        raise Http404
    return customer, found
