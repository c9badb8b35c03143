"""The PDF: tagged, titled, in its language, with Welsh letters, large print, and a code a scanner reads."""
from __future__ import annotations

import subprocess
from datetime import date
from io import BytesIO

import pdfua
import pikepdf
import pytest
import zxingcpp
from PIL import Image

from entitle.letters.pdf import to_pdf
from entitle.letters.templates import RenderedLetter

LETTER = RenderedLetter(
    name="hello", language="cy", subject="Eich pensiwn, Siân Ŵyn", markdown="", text_message="",
    html="<p>Annwyl Siân Ŵyn o Lŷn, tŷ ŵyr</p><section><h2>Talu</h2><table>"
         "<thead><tr><th>Dydd</th><th>Swm</th></tr></thead>"
         "<tbody><tr><td>Dydd Mawrth</td><td>£241.30</td></tr></tbody></table></section><ul><li>un</li></ul>"
         "<blockquote><p>Erbyn 3 Tachwedd</p></blockquote>",
    details={"agency": "Swyddfa Bensiynau", "phone": "0808 157 0120"},
)
ADDRESS = ("Siân Ŵyn", "1 Stryd Fawr", "Llanfair", "LL1 1AA")
CODE = "CLM-7K3M-9QX2"


def made(**changes: object) -> bytes:
    return to_pdf(LETTER, "cy", CODE, **{"written_on": date(2026, 11, 3), "recipient": ADDRESS, **changes})


def text_of(pdf: bytes, *options: str) -> str:
    return subprocess.run(["pdftotext", *options, "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()


@pytest.mark.parametrize("large_print", [False, True])
def test_the_accessibility_checker_finds_nothing(tmp_path, large_print):
    path = tmp_path / "letter.pdf"
    path.write_bytes(made(large_print=large_print, qr_reference=CODE))
    report = pdfua.validate(str(path))
    assert [finding for outcome in report.outcomes for finding in outcome.findings] == []


def test_it_has_its_language_its_title_and_its_tags():
    with pikepdf.open(BytesIO(made())) as document:
        assert str(document.Root.Lang) == "cy"
        assert document.docinfo["/Title"] == LETTER.subject
        assert bool(document.Root.MarkInfo.Marked)
        tags = [each for each in document.objects if isinstance(each, pikepdf.Dictionary)]
        headers = [tag for tag in tags if tag.get("/S") == "/TH"]
        assert [str(header["/A"]["/Scope"]) for header in headers] == ["/Column", "/Column"]


def test_welsh_letters_survive_being_read_back():
    text = text_of(made())
    for words in ("Annwyl Siân Ŵyn o Lŷn, tŷ ŵyr", "Dyddiad: 3 Tachwedd 2026", "Cyfeirnod", "Tudalen 1 o 1", *ADDRESS):
        assert words in text


def test_large_print_is_18_point_all_through_but_for_the_window():
    heights = {}
    for line in text_of(made(large_print=True), "-bbox").splitlines():
        if line.strip().startswith("<word"):
            places = dict(pair.split("=") for pair in line.split(">")[0].split()[1:])
            low, high = (float(places[side].strip('"')) for side in ("yMin", "yMax"))
            heights[line.split(">")[1].split("<")[0]] = high - low
    small = {word for word, height in heights.items() if height < 18}
    assert "Annwyl" in heights and "Tudalen" in heights
    assert small <= set(" ".join(ADDRESS).split())


def test_the_address_stands_in_the_window_of_the_envelope():
    [line] = [line for line in text_of(made(), "-bbox").splitlines() if ">LL1<" in line]
    left, top, right, bottom = (float(part.split('"')[1]) / 72 * 25.4 for part in line.split(">")[0].split()[1:])
    assert left >= 24.5 and right <= 120 and top >= 39.5 and bottom <= 66.3


def test_the_code_is_read_back_by_a_scanner():
    pixels = subprocess.run(["pdftoppm", "-r", "150", "-png", "-singlefile", "-"],
                            input=made(qr_reference=CODE), capture_output=True, check=True).stdout
    [found] = zxingcpp.read_barcodes(Image.open(BytesIO(pixels)))
    assert found.text == CODE


def test_a_code_that_names_someone_is_not_printed():
    with pytest.raises(ValueError, match="only a public code"):
        made(qr_reference="Olwen Price AB123456C")


def test_the_same_letter_is_the_same_bytes():
    assert made() == made()
