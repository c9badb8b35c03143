"""What is stored comes back byte for byte, or not at all; and only kinds we know are taken."""
from __future__ import annotations

import os
import zipfile
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from entitle.gateways import files
from entitle.gateways.files.store import FileStore


@pytest.fixture
def var(settings, tmp_path):
    settings.ENTITLE_VAR = tmp_path
    return tmp_path


def kept(folder) -> list:
    return [path for path in folder.rglob("*") if path.is_file()]


class TestTheStore:
    @given(st.binary(max_size=500))
    @settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
    def test_gives_back_what_it_was_given(self, tmp_path, content):
        store = FileStore(tmp_path)
        assert store.get(store.put(content)) == content

    def test_keeps_the_same_content_once(self, var):
        assert files.store(b"letter") == files.store(b"letter")
        [path] = kept(var)
        assert path.name == files.store(b"letter").sha256 and path.parent.name == path.name[2:4]

    def test_finds_out_when_a_file_was_altered(self, var):
        stored = files.store(b"I earn 100 pounds")
        kept(var)[0].write_bytes(b"I earn 900 pounds")
        with pytest.raises(files.FileDamaged):
            files.read(stored.sha256)

    def test_leaves_nothing_behind_when_the_disk_fails(self, var, monkeypatch):
        monkeypatch.setattr(os, "fsync", lambda handle: (_ for _ in ()).throw(OSError("disk full")))
        with pytest.raises(OSError, match="disk full"):
            files.store(b"letter")
        assert kept(var) == []

    def test_does_not_know_what_was_never_stored(self, var):
        with pytest.raises(FileNotFoundError):
            files.read("0" * 64)

    @pytest.mark.parametrize("name", ["../../etc/passwd", "A" * 64, "0" * 63, "0" * 64 + "\n"])
    def test_is_asked_by_digest_and_by_nothing_else(self, var, name):
        with pytest.raises(ValueError, match="named by its sha256"):
            files.read(name)


def picture(kind: str) -> bytes:
    drawn = BytesIO()
    Image.new("RGB", (8, 8)).save(drawn, kind)
    return drawn.getvalue()


def zipped(*names: str) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in names:
            archive.writestr(name, "<xml/>")
    return made.getvalue()


WORD = zipped("[Content_Types].xml", "word/document.xml")


class TestKindsOfFile:
    @pytest.mark.parametrize(("name", "content", "media_type"), [
        ("birth.PDF", b"%PDF-1.7\n", "application/pdf"),
        ("photo.jpeg", picture("JPEG"), "image/jpeg"),
        ("scan.png", picture("PNG"), "image/png"),
        ("letter.docx", WORD, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ])
    def test_the_few_we_take(self, name, content, media_type):
        assert files.check(name, content) == media_type

    @pytest.mark.parametrize(("name", "content"), [
        ("page.html", b"<html><script>alert(1)</script></html>"),
        ("birth.pdf", b"MZ\x90\x00 a program"),
        ("birth.pdf", picture("PNG")),
        ("photo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("letter.docx", zipped("sheet.xml")),
        ("letter.docx", zipped("word/document.xml", "word/vbaProject.bin")),
        ("letter.docx", b"PK\x03\x04 broken"),
        ("letter", b"%PDF-1.7\n"),
    ])
    def test_anything_else_is_turned_away_in_words(self, name, content):
        with pytest.raises(files.NotAccepted, match="must be a PDF") as error:
            files.check(name, content)
        assert "Rhaid i'r ffeil" in error.value.words.cy

    def test_so_is_a_word_file_damaged_in_any_place(self):
        whole = zipped("[Content_Types].xml", "word/document.xml", "word/Llŷr.xml")
        for place in range(30, len(whole)):
            try:
                files.check("letter.docx", whole[:place] + b"\xa9" + whole[place + 1:])
            except files.NotAccepted as turned_away:
                assert "must be a PDF" in str(turned_away)

    def test_so_is_an_empty_one_and_one_too_large(self):
        with pytest.raises(files.NotAccepted, match="empty"):
            files.check("a.pdf", b"")
        with pytest.raises(files.NotAccepted, match="10 megabytes"):
            files.check("a.pdf", b"%PDF-1.7\n" + b"0" * 10 * 1024 * 1024)
