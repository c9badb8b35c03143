"""Words to sound: 16-bit mono at 8,000 samples a second, as a telephone line carries it."""
from __future__ import annotations

import audioop
import io
import shutil
import subprocess
import wave
from collections.abc import Callable
from functools import lru_cache

RATE, WIDTH = 8_000, 2
Voice = Callable[[str, str], bytes]
_VOICES = {"en-GB": "en-gb", "cy-GB": "cy"}
_SECONDS = 30


class NoVoice(Exception):
    """There is nothing to read words out with; the message says what to install."""


def spoken_by_espeak() -> Voice:
    """A voice that speaks both languages, from the package espeak-ng. Raises NoVoice where it is not installed."""
    program = shutil.which("espeak-ng")
    if program is None:
        raise NoVoice("install espeak-ng (apt), or hand in another voice")

    @lru_cache(maxsize=512)
    def voice(words: str, language: str) -> bytes:
        said = subprocess.run([program, "-v", _VOICES[language], "-s", "150", "--stdin", "--stdout"], check=True,
                              input=words.encode(), capture_output=True, timeout=_SECONDS).stdout
        with wave.open(io.BytesIO(said)) as sound:
            return audioop.ratecv(sound.readframes(sound.getnframes()), WIDTH, 1, sound.getframerate(), RATE, None)[0]

    return voice


def clicks(words: str, language: str) -> bytes:
    """A tenth of a second of sound for any words: to try the line out quickly."""
    return b"\x00\x10\x00\xf0" * (RATE // 20)
