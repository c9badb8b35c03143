"""One form many times over in one PDF, each copy with its own number and reference: laid out once, and then stamped."""
from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf
from markupsafe import Markup
from pikepdf import Array, Dictionary, Name
from weasyprint import HTML

from entitle.letters.code import qr_code
from entitle.letters.form_pdf import form_to_pdf
from entitle.letters.pdf import DRAWN_ONLY

_FIRST = Markup(
    '<section><p class="top">{words}</p><img src="{qr}" alt=""><p class="foot">{reference}</p></section>')
_OTHERS = Markup('<section><p class="foot">{words}, {reference}</p></section>')
_SHEETS = Markup("""<!DOCTYPE html><title>Numbers</title><style>
@page {{ size: A4; margin: 0 }}
section {{ position: relative; width: 210mm; height: 297mm; break-after: page; font: 9pt "Liberation Sans", Arial }}
p, img {{ position: absolute; margin: 0 }}
.top {{ top: 9mm; left: 16mm; font-size: 12pt; font-weight: bold }}
img {{ top: 21.5mm; left: 162.5mm; width: 28mm; height: 28mm }}
.foot {{ top: 282mm; left: 16mm }}
</style>{sections}""")
"""A sheet laid over the first page of a form, and one over each of its others: where `printed_form` leaves room."""


@dataclass(frozen=True)
class Mark:
    """What one copy bears: words with its number ("Form 7 of 200"), and the opaque code by which it is found again."""

    words: str
    reference: str


def numbered_forms(html: str, marks: Sequence[Mark]) -> bytes:
    """The form, as `printed_form` gives it without a reference, once for each mark. Tagged, as a form alone is.

    Laying a form out takes a second or more, and stamping it hundredths: so a pack costs little more than one form.
    """
    form = form_to_pdf(html)
    sheets = HTML(string=_sheets(marks), url_fetcher=DRAWN_ONLY).write_pdf()
    with pikepdf.open(BytesIO(form)) as pack, pikepdf.open(BytesIO(sheets)) as stamps:
        first = [{"Contents": page.obj.Contents, "Resources": page.obj.Resources} for page in pack.pages]
        tree = pack.Root.StructTreeRoot
        trees = [tree]
        for _ in marks[1:]:
            trees.append(_add_copy(pack, form, first))
        _join(pack, trees, stride=max(number for number, _ in _parents(tree)) + 1, pages=len(first))
        for place, page in enumerate(pack.pages):
            copy, leaf = divmod(place, len(first))
            _stamp(page, pack.copy_foreign(stamps.pages[2 * copy + (leaf > 0)].as_form_xobject()))
        written = BytesIO()
        pack.save(written, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return written.getvalue()


def _sheets(marks: Sequence[Mark]) -> str:
    return _SHEETS.format(sections=Markup("").join(
        _FIRST.format(words=mark.words, qr=qr_code(mark.reference), reference=mark.reference)
        + _OTHERS.format(words=mark.words, reference=mark.reference) for mark in marks))


def _add_copy(pack: pikepdf.Pdf, form: bytes, first: Sequence[Mapping[str, Any]]) -> Any:
    """The form's pages once more, drawing what the first copy draws; its own tags, which say what is on which page."""
    with pikepdf.open(BytesIO(form)) as again:
        for page, drawn in zip(again.pages, first, strict=True):
            pack.pages.append(page)
            added = pack.pages[-1].obj
            added.Contents, added.Resources = drawn["Contents"], drawn["Resources"]
        return pack.copy_foreign(again.Root.StructTreeRoot)


def _join(pack: pikepdf.Pdf, trees: Sequence[Any], *, stride: int, pages: int) -> None:
    """One tree of tags for the whole pack: the tags of each copy keep their numbers, moved past those before."""
    whole, leaves = trees[0], list(pack.pages)
    tops: list[Any] = []
    numbered: list[Any] = []
    for copy, tree in enumerate(trees):
        for top in _tops(tree):
            top.P = whole
            tops.append(top)
        for number, tags in list(_parents(tree)):
            numbered.extend([number + copy * stride, tags])
        for page in leaves[copy * pages:(copy + 1) * pages]:
            if Name.StructParents in page.obj:
                page.obj.StructParents = int(page.obj.StructParents) + copy * stride
    whole.K = Array(tops)
    whole.ParentTree = pack.make_indirect(Dictionary(Nums=Array(numbered)))
    whole.ParentTreeNextKey = len(trees) * stride


def _tops(tree: Any) -> list[Any]:
    return list(tree.K) if isinstance(tree.K, Array) else [tree.K]


def _parents(tree: Any) -> Iterator[tuple[int, Any]]:
    numbers = tree.ParentTree.Nums
    return ((int(numbers[place]), numbers[place + 1]) for place in range(0, len(numbers), 2))


def _stamp(page: pikepdf.Page, sheet: Any) -> None:
    """Laid over the page, and no part of its tags: what it says is for paper."""
    resources: Any = page.obj.Resources
    drawn = {**dict(resources.get("/XObject", {})), "/Number": sheet}
    page.obj.Resources = Dictionary({**dict(resources), "/XObject": Dictionary(drawn)})
    page.contents_add(b"q\n", prepend=True)
    page.contents_add(b"Q\n/Artifact BMC q /Number Do Q EMC\n")
