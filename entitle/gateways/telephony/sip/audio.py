"""Sound into a call, and between two calls."""
from __future__ import annotations

import asyncio
from typing import Protocol

from baresip import AudioNotActive, AudioRestarted, BaresipError, Call

from entitle.gateways.telephony.sip.listening import Keys
from entitle.gateways.telephony.sip.voice import RATE, WIDTH

_FRAME = 0.02
_PIECE = RATE * WIDTH // 5
_GONE = (AudioNotActive, AudioRestarted)


class Open(Protocol):
    """Whether the call's line is still open."""

    def __call__(self) -> bool: ...


async def play(call: Call, sound: bytes, keys: Keys) -> None:
    """Until it has been heard, or a key is pressed."""
    at = 0
    while at < len(sound) and not keys.waiting:
        at += _write(call, sound[at:at + _PIECE])
        await asyncio.sleep(_FRAME)
    while not keys.waiting and _unheard(call):
        await asyncio.sleep(_FRAME)
    if keys.waiting:
        try:
            call.audio.flush_tx()
        except BaresipError:
            return


async def bridge(one: Call, other: Call, both_open: Open) -> tuple[int, int]:
    """Carry each one's sound to the other until either rings off; the bytes carried each way."""
    there = back = 0
    while both_open():
        there += _write(other, _read(one))
        back += _write(one, _read(other))
        await asyncio.sleep(_FRAME)
    return there, back


def _write(call: Call, sound: bytes) -> int:
    try:
        return call.audio.write(sound)
    except _GONE:
        return 0  # the line is being set up anew, or has closed: the next write will tell


def _read(call: Call) -> bytes:
    try:
        return call.audio.read(_PIECE)
    except _GONE:
        return b""


def _unheard(call: Call) -> int:
    try:
        return call.audio.info().tx_buffered
    except _GONE:
        return 0
