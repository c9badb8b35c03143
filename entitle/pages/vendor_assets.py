"""Copy the compiled look of govuk-frontend and the MoJ library into place, less what only GOV.UK may use.

Run as `python -m entitle.pages.vendor_assets` after `npm ci --ignore-scripts`. The code of both libraries is MIT; the
GDS Transport typeface, the crown, the crest and the GOV.UK icons are not, so they never leave node_modules.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

HERE = Path(__file__).parent
MODULES = HERE.parent.parent / "node_modules"
VENDOR = HERE / "static" / "vendor"
TYPEFACES = '"Helvetica Neue","Liberation Sans",arial,sans-serif'

_FONT_FACE = re.compile(r"/\*![^*]*Margaret Calvert[^*]*\*/|@font-face\{[^}]*\}")
_RULE_WITH_CREST = re.compile(r"[^{}]*\{[^{}]*govuk-crest[^{}]*\}")
_SOURCE_MAP = re.compile(r"\n?(?:/\*|//)# sourceMappingURL=[^\n*]*(?:\*/)?")
_NOT_OURS = ("govuk", "crest", "crown", "apple-touch", "opengraph", "favicon")


class NotInstalled(RuntimeError):
    """The npm packages are not there; the message says what to run."""


def main() -> None:
    """Replace static/vendor with fresh copies. Raises NotInstalled before `npm ci` has been run."""
    if not (MODULES / "govuk-frontend").is_dir():
        raise NotInstalled("The style libraries are missing: run `npm ci --ignore-scripts` first.")
    shutil.rmtree(VENDOR, ignore_errors=True)
    _copy(MODULES / "govuk-frontend" / "dist" / "govuk", "govuk-frontend")
    _copy(MODULES / "@ministryofjustice" / "frontend" / "moj", "moj-frontend")


def clean_css(css: str) -> str:
    """A library's style sheet with our typefaces, no crest, and addresses relative to itself."""
    css = _SOURCE_MAP.sub("", _FONT_FACE.sub("", css))
    css = _RULE_WITH_CREST.sub("", css)
    css = re.sub(r"GDS Transport,\s*arial,\s*sans-serif", TYPEFACES, css)
    return css.replace("/assets/", "assets/")


def ours_to_use(name: str) -> bool:
    """Whether an image may be shown by a service that is not on GOV.UK."""
    return not any(word in name for word in _NOT_OURS)


def _copy(source: Path, library: str) -> None:
    target = VENDOR / library
    images = target / "assets" / "images"
    images.mkdir(parents=True)
    css = (source / f"{library}.min.css").read_text(encoding="utf-8")
    (target / f"{library}.min.css").write_text(clean_css(css), encoding="utf-8")
    script = (source / f"{library}.min.js").read_text(encoding="utf-8")
    (target / f"{library}.min.js").write_text(_SOURCE_MAP.sub("", script) + "\n", encoding="utf-8")
    for image in sorted((source / "assets" / "images").iterdir()):
        if ours_to_use(image.name):
            shutil.copyfile(image, images / image.name)


if __name__ == "__main__":
    main()
