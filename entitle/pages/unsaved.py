"""An answer that was posted after the session ended: kept in the new session and shown again after sign-in.

It is shown only to the person whose page it was typed on, which a signed mark on the form tells.
"""

from __future__ import annotations

from django.core import signing
from django.http import HttpRequest

_KEY = "unsaved_answer"
_SALT = "entitle.pages.unsaved"
_NOT_ANSWERS = frozenset(("csrfmiddlewaretoken", "kept_for", "leave"))
_ONE_DAY = 24 * 60 * 60  # seconds
_LARGEST = 20_000  # characters; more than any form of ours holds


def seal_owner(request: HttpRequest) -> str:
    """The mark for a form: who it was made for, signed."""
    return signing.dumps(_user_id(request), salt=_SALT)


def keep_unsaved(request: HttpRequest) -> bool:
    """Hold what was posted until the person has signed in again. False where nothing was a known person's.

    Called when a POST arrives without a session, before the person is sent to sign in and back to the same address.
    """
    posted = {name: text for name, text in request.POST.items() if name not in _NOT_ANSWERS and isinstance(text, str)}
    try:
        owner = signing.loads(request.POST.get("kept_for", ""), salt=_SALT, max_age=_ONE_DAY)
    except signing.BadSignature:
        return False
    if not owner or not posted or sum(map(len, posted.values())) > _LARGEST:
        return False
    request.session[_KEY] = {"path": request.path, "owner": owner, "posted": posted}
    return True


def take_unsaved(request: HttpRequest) -> dict[str, str] | None:
    """What this person had typed on this page when the session ended, once; None where there is nothing."""
    held = request.session.get(_KEY)
    if not held or held["path"] != request.path:
        return None
    del request.session[_KEY]
    return held["posted"] if held["owner"] == _user_id(request) else None


def _user_id(request: HttpRequest) -> int:
    user = getattr(request, "user", None)
    return user.pk if user is not None and user.is_authenticated else 0
