"""What the caller does while the line listens: keys, that cut a prompt short, and words by a recogniser."""
from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

Recogniser = Callable[[], Awaitable[str]]
"""Gives the words of the next thing the caller says; blank where nothing was understood, or keys are pressed first."""


class Keys:
    """Keys as they are pressed, in order."""

    def __init__(self) -> None:
        self._pressed: asyncio.Queue[str] = asyncio.Queue()

    def press(self, key: str) -> None:
        self._pressed.put_nowait(key)

    @property
    def waiting(self) -> bool:
        """Whether a key has been pressed that nobody has taken."""
        return not self._pressed.empty()

    async def take(self, most: int, seconds: float) -> str:
        """Up to `most` keys, each within `seconds` of the one before; '#' ends them."""
        taken = ""
        while len(taken) < most:
            try:
                key = await asyncio.wait_for(self._pressed.get(), seconds)
            except TimeoutError:
                break
            if key == "#":
                break
            taken += key
        return taken


def typed(words: str) -> Recogniser:
    """A recogniser for a caller whose words come as text (a relay service, or a test): once, then nothing."""
    left = [words] if words else []

    async def recognise() -> str:
        return left.pop() if left else ""

    return recognise
