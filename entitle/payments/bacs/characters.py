"""Names in the letters that Bacs allows: A to Z, 0 to 9, full stop, ampersand, slash, hyphen and space."""
from __future__ import annotations

import unicodedata

ALLOWED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.&/- ")
NAMELESS = "ACCOUNT HOLDER"
"""Written where nothing of a name is left, as for a name in another script."""

_LETTERS = str.maketrans(
    {"ß": "SS", "ẞ": "SS", "Æ": "AE", "Ø": "O", "Œ": "OE", "Ł": "L", "Đ": "D", "Ð": "D", "Þ": "TH", "Ħ": "H", "I": "I",
     "ı": "I", "Ŋ": "N", "Ŧ": "T", "–": "-", "—": "-", "‐": "-", "'": None, "’": None, "‘": None, "ʼ": None, "`": None}
)
_KEYBOARD = {code: _LETTERS.get(code, letter if (letter := chr(code).upper()) in ALLOWED else " ")
             for code in range(128)}
"""What becomes of each letter of an English keyboard: most names hold no other, and need no more."""


def bacs_letters(written: str) -> str:
    """'Síle Ní Dhomhnaill' is 'SILE NI DHOMHNAILL' and "O'Neill" is 'ONEILL'. Never empty."""
    if written.isascii():
        return " ".join(written.translate(_KEYBOARD).split()) or NAMELESS
    letters = unicodedata.normalize("NFKD", written.upper().translate(_LETTERS)).translate(_LETTERS).upper()
    kept = (letter if letter in ALLOWED else " " for letter in letters if not unicodedata.combining(letter))
    return " ".join("".join(kept).split()) or NAMELESS
