"""What the agency did not do, told to the person who asked, on a page of its own where no other fits."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from entitle.claims.queries import AlreadyClaiming, ChangedMeanwhile
from entitle.customers.queries import NoSuchCustomer
from entitle.decisions.queries import AlreadyDecided, SameOfficer
from entitle.kernel.lifecycle import NotAllowedNow
from entitle.kernel.words import ENGLISH, Words
from entitle.law.amount import NoLawForDate
from entitle.pages.language import language
from entitle.payments.queries import NotABacsDay
from entitle.procedures.errors import NotDone, NotFound, NotPermitted

View = Callable[..., HttpResponse]
REFUSALS = (NotDone, NotAllowedNow, AlreadyClaiming, AlreadyDecided, ChangedMeanwhile, NoLawForDate, NotABacsDay,
            SameOfficer)
"""All that a procedure may refuse: what was asked for, or what somebody else did first."""


def sentence(refusal: Exception) -> str:
    """The refusal as a sentence."""
    said = str(refusal)
    return said[:1].upper() + said[1:] + ("" if said.endswith((".", "?", "!")) else ".")


def why(refusal: NotDone) -> str:
    """What a procedure refused, in the language of the page; '' where it has not been said in that language."""
    here = language()
    words = gettext(refusal.message)
    if here != ENGLISH and words == refusal.message:
        return ""
    said = {name: value[here] if isinstance(value, Words) else value for name, value in refusal.values.items()}
    return words % said if said else words


def refused(request: HttpRequest, problem: Exception, *, home_url: str = "", status: int = 0) -> HttpResponse:
    """The page that says why not: 404 for what is not there, 403 for what is not allowed, else 409."""
    missing = isinstance(problem, NotFound | NoSuchCustomer)
    words = "There is no record with that reference." if isinstance(problem, NoSuchCustomer) else sentence(problem)
    found = status or (404 if missing else 403 if isinstance(problem, NotPermitted) else 409)
    return render(request, "refused.html", {"words": words, "home_url": home_url}, status=found)


def says_why_not(view: View) -> View:
    """A view whose procedure did not do what was asked shows why, where it did not itself."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except (*REFUSALS, NoSuchCustomer) as problem:
            return refused(request, problem)

    return guarded
