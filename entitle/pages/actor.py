"""Who is acting, as every procedure wants to be told."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from entitle.kernel.references import Actor
from entitle.staff.models import User

NEW_DEVICE = "is_on_new_device"
"""Set on the request of a customer, by the middleware that knows devices; where it was not, nothing is known of it."""


def actor_of(request: HttpRequest, channel: str, *, for_another: bool = False) -> Actor:
    """The person signed in, by this channel. `for_another`: they act on someone else's record, as a representative.

    Raises PermissionDenied where nobody is signed in.
    """
    user = request.user
    if not user.is_authenticated:
        raise PermissionDenied
    if user.kind == User.STAFF:
        return Actor(role="staff", channel=channel, user_id=user.pk, name=user.name)
    return Actor(role="representative" if for_another else "customer", channel=channel, user_id=user.pk, name=user.name,
                 on_new_device=getattr(request, NEW_DEVICE, True))
