"""Where a page hears of its own agent's calls, and what it shows there: signed, and of use for a minute."""
from __future__ import annotations

from urllib.parse import urlencode

from django.conf import settings
from django.core import signing

_SALT = "entitle.calls"
SECONDS = 60


def stream_for(agent_id: int) -> str:
    """The address at which one agent's browser hears of their calls; nothing where no such process is run."""
    address = settings.ENTITLE_CALLS_URL
    return f"{address}?{urlencode({'token': signing.dumps(agent_id, salt=_SALT)})}" if address else ""


def agent_of(token: str) -> int | None:
    """Whose it is; None for one that is not ours, or is too old."""
    try:
        return int(signing.loads(token, salt=_SALT, max_age=SECONDS))
    except signing.BadSignature:
        return None
