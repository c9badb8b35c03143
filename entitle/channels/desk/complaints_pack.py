"""The examiner's pack as a file: one accessible PDF, or a zip with it, every letter as written, and what was done."""
from __future__ import annotations

import csv
from io import BytesIO, StringIO
from zipfile import ZIP_DEFLATED, ZipFile

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe
from markupsafe import Markup

from entitle.blueprint import registry
from entitle.channels.desk.complaints import EVENTS, STATES, complaint_or_404
from entitle.channels.desk.frame import desk, now, officer
from entitle.channels.desk.looking import open_record
from entitle.channels.desk.outside_complaints import outside_or_404
from entitle.contacts.complaint_kinds import complaint_category_words, complaint_outcomes
from entitle.contacts.models import Message
from entitle.history.vocabulary import words_of
from entitle.kernel.periods import london_date
from entitle.letters.pdf import to_pdf
from entitle.letters.templates import RenderedLetter
from entitle.procedures.make_examiner_pack import make_examiner_pack
from entitle.record.examiner_pack import ExaminerPack

_PAGE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title></head>
<body><h1>{title}</h1>
{body}</body></html>
"""


@desk("complaint.answer")
@require_safe
def pack(request: HttpRequest, code: str, form: str) -> HttpResponse:
    """The look and the making of it are written first."""
    open_record(request, complaint_or_404(code).customer_id)
    return _file(request, code, form)


@desk("complaint.answer")
@require_safe
def outside_pack(request: HttpRequest, code: str, form: str) -> HttpResponse:
    """Of someone who has no record: their complaint, and what was done about it."""
    outside_or_404(code)
    return _file(request, code, form)


def _file(request: HttpRequest, code: str, form: str) -> HttpResponse:
    if form not in ("pdf", "zip"):
        raise Http404
    made = make_examiner_pack(code=code, by=officer(request), as_at=now())
    body = _pdf(made) if form == "pdf" else _zip(made)
    return HttpResponse(body, content_type=f"application/{form}", headers={
        "Content-Disposition": f'attachment; filename="{code}.{form}"', "Cache-Control": "no-store"})


def _pdf(made: ExaminerPack) -> bytes:
    found = made.complaint
    html = render_to_string("desk/complaint_pack.html", {
        "pack": made, "found": found, "about": complaint_category_words(found.category).en, "events": EVENTS,
        "state": STATES[found.state], "outcome": complaint_outcomes()[found.outcome].en if found.outcome else "",
        "happened": [(each.at, words_of(each.code).en, each.channel) for each in made.events],
        "scheme_title": lambda name: registry.scheme(name).title.en if name else "",
        "letters": [(each, Markup(_under(each.body_html))) for each in made.messages],
    }, using="jinja2")
    written = RenderedLetter(name="complaint_pack", language="en", subject=f"Complaint {found.code}: all that we hold",
                             html=html, markdown="", text_message="", details={})
    return to_pdf(written, "en", found.code, written_on=london_date(now()))


def _under(html: str) -> str:
    """A letter's own headings, below that of the letter."""
    return html.replace("<h2", "<h4").replace("</h2>", "</h4>").replace("<h3", "<h5").replace("</h3>", "</h5>")


def _zip(made: ExaminerPack) -> bytes:
    kept = BytesIO()
    with ZipFile(kept, "w", ZIP_DEFLATED) as archive:
        archive.writestr(f"{made.complaint.code}.pdf", _pdf(made))
        archive.writestr("what-was-done.csv", _table(made))
        for each in made.messages:
            archive.writestr(f"letters/{each.code}.html", _page(each))
    return kept.getvalue()


def _page(letter: Message) -> str:
    return _PAGE.format(language=letter.language, title=Markup.escape(letter.subject), body=letter.body_html)


def _table(made: ExaminerPack) -> str:
    lines = StringIO()
    table = csv.writer(lines)
    table.writerow(["at", "what", "code", "channel"])
    table.writerows([each.at.isoformat(), words_of(each.code).en, each.code, each.channel] for each in made.events)
    return lines.getvalue()
