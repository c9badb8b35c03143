"""What steering was found to do, for the handbook: figures, and a picture of how sure it is when it is right."""
from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from entitle.steering.learned import MODES, WITH_SENTENCES
from entitle.steering.scoring import Scores

_SIDE, _EDGE = 320, 40


def publish(scores: Mapping[str, Scores], *, taught: int, threshold: float, docs: Path) -> list[Path]:
    """Write the page and the picture. The same scores come out the same to the byte."""
    page, picture = docs / "handbook" / "steering-measured.md", docs / "pictures" / "steering_calibration.svg"
    page.write_text(_page(scores, taught, threshold), encoding="utf-8")
    picture.write_text(_calibration(scores[WITH_SENTENCES]), encoding="utf-8")
    return [page, picture]


def _page(scores: Mapping[str, Scores], taught: int, threshold: float) -> str:
    best = scores[WITH_SENTENCES]
    lines = [
        "# Steering, measured", "",
        f"Written by `make steering`. {taught:,} utterances taught; {best.answers} labelled ones, by others, were each "
        "tried by a classifier that was taught", "all but a fifth of them, and not that one.", "",
        "| of all tried | with the sentence model | words alone |", "|---|---|---|",
        *(_row(label, [getattr(scores[mode], name) for mode in MODES]) for label, name in (
            ("the very intent", "strict"), ("an intent that would do", "lenient"), ("the very queue", "by_queue"),
            ("a queue that would do", "by_queue_lenient"), (f"accepted (as sure as {threshold})", "coverage"),
            ("of those, an intent that would do", "accepted_lenient"),
            ("of those, a queue that would do", "accepted_by_queue"),
            ("mean gap between confidence and being right", "calibration_error"))),
        _counts("danger heard", [(scores[mode].danger_caught, scores[mode].danger) for mode in MODES]),
        _counts("others sent to safeguarding", [(scores[mode].others_sent, scores[mode].others) for mode in MODES]),
        _counts("Welsh told", [(scores[mode].welsh_told, scores[mode].welsh) for mode in MODES]), "",
        "## How sure, and how often right", "",
        "Confidence is cooled by one temperature, found on other utterances than the one it is said of.", "",
        "![Confidence against the share of answers that were right](../pictures/steering_calibration.svg)", "",
        "| answers | mean confidence | the very intent |", "|---|---|---|",
        *(f"| {band.answers} | {band.confidence:.2f} | {band.right:.2f} |" for band in best.bands), "",
        "## What was taken for what", "", "Every mistake, with the sentence model.", "",
        "| it was | it was taken for | times |", "|---|---|---|",
        *(f"| {was} | {taken} | {times} |" for (was, taken), times in
          sorted(best.mistaken.items(), key=lambda entry: (-entry[1], entry[0]))),
    ]
    return "\n".join(lines) + "\n"


def _row(label: str, shares: list[float]) -> str:
    return f"| {label} | " + " | ".join(f"{100 * share:.1f} %" for share in shares) + " |"


def _counts(label: str, counts: list[tuple[int, int]]) -> str:
    return f"| {label} | " + " | ".join(f"{some} of {all_of}" for some, all_of in counts) + " |"


def _calibration(scores: Scores) -> str:
    """A square: along it confidence, up it the share right; each dot a tenth, as large as its answers are many."""
    def across(share: float) -> float:
        return round(_EDGE + share * _SIDE, 1)

    def up(share: float) -> float:
        return round(_EDGE + (1 - share) * _SIDE, 1)

    whole = _SIDE + 2 * _EDGE
    dots = [f'<circle cx="{across(band.confidence)}" cy="{up(band.right)}" r="{3 + band.answers ** 0.5:.1f}" '
            f'fill="#1d70b8" fill-opacity="0.7"/>' for band in scores.bands]
    ticks = [f'<text x="{across(tenth / 10)}" y="{whole - 20}" text-anchor="middle">{tenth / 10}</text>'
             f'<text x="30" y="{up(tenth / 10) + 4}" text-anchor="end">{tenth / 10}</text>' for tenth in (0, 5, 10)]
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}" font-family="sans-serif" '
        'font-size="12" role="img" aria-labelledby="title">',
        '<title id="title">Confidence against the share of answers that were right: on the line, the same</title>',
        f'<rect width="{whole}" height="{whole}" fill="#fff"/>',
        f'<path d="M{_EDGE} {_EDGE}V{_EDGE + _SIDE}H{_EDGE + _SIDE}" fill="none" stroke="#0b0c0c"/>',
        f'<path d="M{across(0)} {up(0)}L{across(1)} {up(1)}" stroke="#505a5f" stroke-dasharray="4 4"/>',
        *dots, *ticks,
        f'<text x="{whole / 2}" y="{whole - 4}" text-anchor="middle">how sure</text>',
        f'<text x="{_EDGE}" y="20">share that were right</text>', "</svg>"]) + "\n"
