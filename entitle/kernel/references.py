"""How one thing names another without importing it, and the codes that people read out."""
from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass

import numpy as np

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O or U to mishear
_MISHEARD = str.maketrans("OIL", "011")
_BODY = 11
_PLACES = {letter: place for place, letter in enumerate(_ALPHABET)}
_LETTERS = np.frombuffer(_ALPHABET.encode("ascii"), dtype=np.uint8)
_SHIFTS, _WEIGHTS = np.arange(_BODY, dtype=np.uint64) * np.uint64(5), np.arange(1, _BODY + 1)
SECRET = "INV-●●●●-●●●●-●●●●"
"""What stands for a secret code wherever a message is kept: the code itself is put in only as the message goes out."""


@dataclass(frozen=True)
class Reference:
    """What it is and its number: how a lower room points up, and what history and work items carry."""

    kind: str
    id: int

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"


@dataclass(frozen=True)
class Actor:
    """Who acts, by which door, and for whom: handed to every procedure and written in history.

    `role` is 'staff', 'customer', 'representative' or 'system'; `user_id` is None only for the system itself.
    `on_new_device` says that they signed in, for themselves, on a device that was not known to be theirs.
    """

    role: str
    channel: str
    user_id: int | None = None
    name: str = ""
    on_new_device: bool = False


SYSTEM = Actor(role="system", channel="system", name="Entitle")


def new_code(prefix: str) -> str:
    """A fresh public code such as 'CLM-7K3M-9QX2-4HTC': random, giving nothing away, with a check letter at the end.

    55 random bits: among a thousand million codes, two are the same about once in a hundred times.
    """
    number, body = secrets.randbits(5 * _BODY), ""
    for _ in range(_BODY):
        number, place = divmod(number, len(_ALPHABET))
        body += _ALPHABET[place]
    return _in_fours(prefix, body + _check(body))


def new_codes(prefix: str, count: int) -> list[str]:
    """So many fresh codes, as many times faster as a mass act needs them."""
    random = np.frombuffer(secrets.token_bytes(8 * count), dtype="<u8")
    places = (random[:, None] >> _SHIFTS & np.uint64(31)).astype(np.intp)
    checks = places @ _WEIGHTS % 31
    letters = _LETTERS[np.column_stack((places, checks))]
    codes = np.full((count, len(prefix) + 15), ord("-"), dtype=np.uint8)
    codes[:, :len(prefix)] = np.frombuffer(prefix.encode("ascii"), dtype=np.uint8)
    for start in range(0, _BODY, 4):
        place = len(prefix) + 1 + start // 4 * 5
        codes[:, place:place + 4] = letters[:, start:start + 4]
    whole: list[str] = codes.view(f"S{codes.shape[1]}").ravel().astype(str).tolist()
    return whole


def secret_code(prefix: str, *, key: str, about: str) -> str:
    """A code that opens something, made again by whoever has the key and by nobody else: so it need not be kept.

    The same for the same thing: a letter that was lost can be written again. 55 bits, as any code has.
    """
    number = int.from_bytes(hmac.digest(key.encode(), f"entitle secret code {about}".encode(), "sha256"))
    body = ""
    for _ in range(_BODY):
        number, letter = divmod(number, len(_ALPHABET))
        body += _ALPHABET[letter]
    return _in_fours(prefix, body + _check(body))


def code_digest(code: str) -> bytes:
    """What is kept of a secret code: enough to know it by, and not to write it from."""
    return hashlib.sha256(code.encode()).digest()


def read_code(written: str) -> str | None:
    """A code as people type or say it, put right; None where the check letter shows it was misread."""
    letters = written.upper().replace(" ", "").replace("-", "")
    prefix, body = letters[: -_BODY - 1], letters[-_BODY - 1 :].translate(_MISHEARD)
    if not prefix.isalpha() or any(letter not in _ALPHABET for letter in body) or _check(body[:-1]) != body[-1:]:
        return None
    return _in_fours(prefix, body)


def _in_fours(prefix: str, body: str) -> str:
    return "-".join((prefix, *(body[place : place + 4] for place in range(0, len(body), 4))))


def _check(body: str) -> str:
    return _ALPHABET[sum((place + 1) * _PLACES[letter] for place, letter in enumerate(body)) % 31]
