"""A letter as an accessible PDF: tagged, titled, its language said, laid out for a window envelope."""
from __future__ import annotations

import threading
from collections.abc import Sequence
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from entitle.kernel.words import Words
from entitle.letters.code import qr_code
from entitle.letters.dates import long_date
from entitle.letters.templates import RenderedLetter

_LAYOUT = Path(__file__).parent / "layout"
DRAWN_ONLY = URLFetcher(allowed_protocols=("data",), fail_on_errors=True)
"""A letter fetches nothing: its pictures are drawn in it."""
_ONE_AT_A_TIME = threading.Lock()
"""The libraries that lay text out share lists of fonts between threads without care, and corrupt them."""
_LABELS = {
    "reference": Words("Reference", cy="Cyfeirnod"),
    "date": Words("Date", cy="Dyddiad"),
    "page": Words("Page", cy="Tudalen"),
    "of": Words("of", cy="o"),
    "code": Words("Code for our post room. You do not need to do anything with it.",
                  cy="Cod i'n hystafell bost. Does dim angen i chi wneud dim ag ef."),
}


def to_pdf(rendered: RenderedLetter, language: str, reference: str, large_print: bool = False, *,
           written_on: date | None = None, recipient: Sequence[str] = (), qr_reference: str = "",
           ends: str = "") -> bytes:
    """The letter on A4. The same letter gives the same bytes, so its digest can be kept.

    `recipient` is the name and the lines of the address, for the window. `qr_reference` is printed as a QR code and
    must be opaque: a code that names no one. `ends` is a last line, such as where to see how it stands. Large print is
    18 point throughout, save in the window of the envelope.
    """
    page = _template().render(
        letter=rendered, body=Markup(rendered.html), language=language, reference=reference, recipient=recipient,
        labels={key: words[language] for key, words in _LABELS.items()}, is_large=large_print,
        written_on=long_date(written_on, language=language) if written_on else "",
        qr_code=qr_code(qr_reference) if qr_reference else "", ends=ends,
    )
    with _ONE_AT_A_TIME:
        style, fonts = _style()
        made = HTML(string=page, url_fetcher=DRAWN_ONLY).write_pdf(
            stylesheets=[style], pdf_variant="pdf/ua-1", font_config=fonts)
    return with_header_scope(made)


def with_header_scope(pdf: bytes) -> bytes:
    """Give each header cell of a table its Scope, which PDF/UA-1 wants and WeasyPrint leaves out (its issue 2508)."""
    with pikepdf.open(BytesIO(pdf)) as document:
        for each in document.objects:
            if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/TH":
                attributes = each.get("/A", pikepdf.Dictionary(O=pikepdf.Name.Table))
                attributes["/Scope"] = pikepdf.Name.Column
                each["/A"] = attributes
        written = BytesIO()
        document.save(written, deterministic_id=True)
    return written.getvalue()


@cache
def _template() -> Template:
    layout = Environment(loader=FileSystemLoader(_LAYOUT), autoescape=True, undefined=StrictUndefined)
    return layout.get_template("letter.html.jinja")


@cache
def _style() -> tuple[CSS, FontConfiguration]:
    fonts = FontConfiguration()
    return CSS(filename=str(_LAYOUT / "letter.css"), font_config=fonts), fonts
