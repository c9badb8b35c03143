"""Which files we take from people: few kinds, each known by its name and by what is in it, and not too large."""
from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import PurePath

import magic

from entitle.kernel.words import Words

MOST_BYTES = 10 * 1024 * 1024
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
KINDS = {
    ".pdf": frozenset({"application/pdf"}),
    ".jpg": frozenset({"image/jpeg"}),
    ".jpeg": frozenset({"image/jpeg"}),
    ".png": frozenset({"image/png"}),
    ".docx": frozenset({_WORD, "application/zip"}),
}
_SEEN_BY_MAGIC = 1024 * 1024


class NotAccepted(ValueError):
    """A file we do not take. `words` say why to whoever sent it."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


def check(file_name: str, content: bytes) -> str:
    """The media type of a file that we take. Raises NotAccepted.

    Its extension and what libmagic finds in it must be on the list and agree; a Word file is looked into.
    """
    if not content:
        raise NotAccepted(Words("The file is empty. Choose another one.", cy="Mae'r ffeil yn wag. Dewiswch un arall."))
    if len(content) > MOST_BYTES:
        raise NotAccepted(Words("The file must be smaller than 10 megabytes.",
                                cy="Rhaid i'r ffeil fod yn llai na 10 megabeit."))
    found = magic.from_buffer(content[:_SEEN_BY_MAGIC], mime=True)
    extension = PurePath(file_name).suffix.lower()
    if found not in KINDS.get(extension, ()) or (extension == ".docx" and not _is_word(content)):
        raise NotAccepted(Words("The file must be a PDF, a Word document (docx) or a JPG or PNG picture.",
                                cy="Rhaid i'r ffeil fod yn PDF, yn ddogfen Word (docx) neu'n llun JPG neu PNG."))
    return _WORD if extension == ".docx" else found


def _is_word(content: bytes) -> bool:
    """A zip with a Word document in it and no macros."""
    try:
        names = zipfile.ZipFile(BytesIO(content)).namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):  # whatever is damaged about it
        return False
    return "word/document.xml" in names and not any(name.endswith("vbaProject.bin") for name in names)
