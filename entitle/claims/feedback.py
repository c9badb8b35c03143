"""What a body that a claim was handed to says came of it: dated codes, in feedback.yaml."""
from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import yaml

from entitle.kernel.words import Words


def feedback_words(*, said: str, on: date) -> Words:
    """What a code meant on a day; one that we have no words for is as they wrote it."""
    about, from_on = _all().get(said, (Words(said), date.max))
    return about if from_on <= on else Words(said)


@cache
def _all() -> dict[str, tuple[Words, date]]:
    entries = yaml.safe_load((Path(__file__).parent / "feedback.yaml").read_text(encoding="utf-8"))["codes"]
    return {entry["code"]: (Words(**entry["about"]), entry["from"]) for entry in entries}
