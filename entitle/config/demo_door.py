"""The demonstration's way in: one button a person, no password, on this machine only."""
from __future__ import annotations

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme

from entitle.config.addresses import from_this_machine
from entitle.config.second_factor import mark
from entitle.pages.access import public
from entitle.staff.models import User


@public
def enter(request: HttpRequest, username: str) -> HttpResponse:
    """POST /demo/enter/<username>: signed in as them. Not there (404) outside demo mode, or from elsewhere."""
    if not settings.ENTITLE_DEMO or not from_this_machine(request):
        raise Http404
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    user = User.objects.filter(username=username, is_active=True).first()
    if user is None:
        raise Http404
    login(request, user, backend="django.contrib.auth.backends.ModelBackend")
    mark(request, user)
    after = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(after, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return redirect(after if safe else resolve_url(settings.ENTITLE_HOMES[user.kind]))
