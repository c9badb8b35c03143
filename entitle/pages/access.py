"""Every route states who may use it, and a route that states nothing serves nobody.

Each view carries one of the five marks below. The mark enforces itself, and `DenyByDefault` refuses a view without one.
"""
from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import structlog
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.views.decorators.csrf import csrf_exempt
from django.views.generic.base import RedirectView

from entitle.pages import sign_in
from entitle.staff import queries as staff
from entitle.staff.models import User

View = Callable[..., HttpResponse]
PUBLIC, SIGNED_IN, CUSTOMERS, MACHINES = "public", "signed_in", "customers", "machines"
OF_OTHERS = ("allauth.account.", "allauth.mfa.", "allauth.socialaccount.")
"""Modules whose views are not ours to mark: signing in, which looks after itself."""
_log = structlog.get_logger(__name__)


def public(view: View) -> View:
    """Anyone, signed in or not."""
    return _marked(view, PUBLIC)


def signed_in(view: View) -> View:
    """Anyone who has signed in: staff and customers."""
    return _marked(sign_in.signed_in(view), SIGNED_IN)


def customer_only(view: View) -> View:
    """A customer, or whoever acts for one, signed in as such; staff use their own doors."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not isinstance(request.user, User) or request.user.kind != User.CUSTOMER:
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return _marked(sign_in.signed_in(guarded), CUSTOMERS)


def permission(name: str) -> Callable[[View], View]:
    """Staff one of whose roles has this permission. Raises UnknownPermission, when the module is read, for a slip."""
    staff.can(None, name)

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if name not in permissions(request):
                _log.warning("refused", permission=name, user_id=request.user.pk)
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return _marked(sign_in.signed_in(guarded), name)

    return decorate


def machines(proves: Callable[[HttpRequest], bool]) -> Callable[[View], View]:
    """Another organisation's machine, which proves by each post that it is who it says: no browser, no session."""

    def decorate(view: View) -> View:
        @csrf_exempt
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method != "POST":
                return HttpResponseNotAllowed(["POST"])
            if not proves(request):
                _log.warning("machine not believed", path=request.path)
                return HttpResponse(status=403)
            return view(request, *args, **kwargs)

        return _marked(guarded, MACHINES)

    return decorate


def permissions(request: HttpRequest) -> frozenset[str]:
    """All that the person signed in may do; read once a request, so that a template may ask for each button."""
    found: frozenset[str] | None = getattr(request, "_permissions", None)
    if found is None:
        found = staff.permissions_of(request.user.pk)
        request._permissions = found  # type: ignore[attr-defined]
    return found


def access_of(view: object) -> str | None:
    """What a view states: a permission's name, 'public', 'signed_in', 'customers' or 'machines'; None for nothing."""
    return getattr(view, "access", None)


def is_of_others(view: object) -> bool:
    """Whether a view belongs to signing in, which looks after itself, or only redirects to one."""
    of_others = str(getattr(view, "__module__", "")).startswith(OF_OTHERS)
    return of_others or getattr(view, "view_class", None) is RedirectView


class DenyByDefault:
    """Middleware: 403, and a line in the log, for a route that does not state who may use it."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: View, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        if access_of(view) is None and not is_of_others(view):
            _log.error("route states no permission", view=f"{view.__module__}.{getattr(view, '__qualname__', view)}")
            raise PermissionDenied


def _marked(view: View, access: str) -> View:
    view.access = access  # type: ignore[attr-defined]
    return view
