"""What can happen to a figure."""
from __future__ import annotations

from entitle.history.vocabulary import vocabulary

FROZEN = "figures.frozen"
vocabulary("reporting", {FROZEN: "The figures of a day were frozen"})
