"""Regulation 7: which descriptor applies to someone whose level is not the same from day to day."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

_NONE = np.int64(0)


@dataclass(frozen=True)
class MostDays:
    """What the days of each descriptor come to, one a row: which limb holds, and the descriptor (0 is a) it gives.

    `one`: a single descriptor is on over half of the days; `several`: more than one is. Where none is, `together`: two
    or more that score points are, taken together; `tied`: as many days belong to two of those.
    """

    one: Any
    several: Any
    together: Any
    tied: Any
    too_many: Any
    """Whether some descriptor has more days than were counted."""
    highest: Any
    """Of the descriptors on over half of the days, the one with the most points."""
    longest: Any
    """Of those that score, the one on the most days; of those with as many days, the one with the most points."""


def most_days(points: Any, days: tuple[Any, ...], counted: Any) -> MostDays:
    """Weigh the days. `points` is one number a descriptor; `days` one array a descriptor; `counted` the days in all.

    "Over 50 per cent" is strict: 183 days of 365, not 182; 8 of 14, not 7. Where descriptors have the same points as
    well, the first of them is given.
    """
    counted = np.maximum(counted, _NONE)
    table = np.maximum(np.stack(np.broadcast_arrays(*map(np.atleast_1d, days))), _NONE)
    score = points[:, np.newaxis]
    over_half = table > counted - table
    on_over_half = over_half.sum(axis=0)
    scoring = np.where(score > _NONE, table, _NONE)
    together = scoring.sum(axis=0)
    longest = (scoring == scoring.max(axis=0)) & (scoring > _NONE)
    return MostDays(
        one=on_over_half == 1, several=on_over_half > 1, together=together > counted - together,
        tied=longest.sum(axis=0) > 1, too_many=(table > counted).any(axis=0),
        highest=_of_most_points(score, over_half), longest=_of_most_points(score, longest),
    )


def _of_most_points(score: Any, among: Any) -> Any:
    return np.where(among, score, -1).argmax(axis=0)
