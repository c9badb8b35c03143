"""What a page's script needs to hear of its agent's calls."""
from __future__ import annotations

from dataclasses import dataclass

from entitle.channels.telephone.stream_token import stream_for
from entitle.contacts.models import Call
from entitle.kernel.references import Actor


@dataclass(frozen=True)
class Listening:
    """What a page's script must know: what kind of page it is ('ready', 'line', 'call'), and where the call stands."""

    page: str
    line: str
    state: str
    stream: str


def listening(page: str, agent: Actor, held: Call | None = None) -> Listening:
    """For a page that hears of its agent's calls."""
    assert agent.user_id is not None
    return Listening(page, held.code if held else "", held.state if held else "", stream_for(agent.user_id))
