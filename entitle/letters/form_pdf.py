"""A form to fill in by hand, as an accessible PDF."""
from __future__ import annotations

from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration

from entitle.letters.pdf import DRAWN_ONLY, with_header_scope


def form_to_pdf(html: str) -> bytes:
    """A whole page of HTML with its own style and only pictures that are drawn in it, tagged (PDF/UA-1)."""
    made = HTML(string=html, url_fetcher=DRAWN_ONLY).write_pdf(pdf_variant="pdf/ua-1", font_config=FontConfiguration())
    return with_header_scope(made)
