"""Places to write on paper. Each has a name for those who read the form as a PDF with a screen reader."""
from __future__ import annotations

from markupsafe import Markup


def boxes(*groups: int, label: str = "") -> Markup:
    """Boxes for one character each, in groups: boxes(2, 2, 4) for a date."""
    drawn = Markup('<span class="gap"></span>').join(Markup('<span class="box"></span>') * size for size in groups)
    return Markup('<p class="boxes" role="img" aria-label="{}">{}</p>').format(label, drawn)


def named_boxes(*groups: int, label: str) -> Markup:
    """Boxes with their name above them."""
    return Markup('<p class="instruction">{}</p>').format(label) + boxes(*groups, label=label)


def line(label: str) -> Markup:
    """A named line to write on."""
    return Markup('<p class="line"><span class="name">{}</span><span class="rule"></span></p>').format(label)


def lines(count: int, label: str) -> Markup:
    """Room to write freely."""
    return Markup('<div class="room" role="img" aria-label="{}">{}</div>').format(
        label, Markup('<span class="rule"></span>') * count)


def ticks(labels: list[str], instruction: str) -> Markup:
    """A box to tick beside each answer."""
    rows = Markup("").join(Markup('<li><span class="box"></span> {}</li>').format(label) for label in labels)
    return Markup('<p class="instruction">{}</p><ul class="ticks">{}</ul>').format(instruction, rows)
