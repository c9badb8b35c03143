"""A file that someone sends: looked at, kept by its content, and recorded as evidence at once."""

from __future__ import annotations

from collections.abc import Callable

from entitle.channels.online.standing import Standing
from entitle.gateways import clock, files
from entitle.procedures.receive_evidence import Document, receive_evidence
from entitle.questions.kinds.answering import NotKept, Upload

_LONGEST_NAME = 200


def keeper(standing: Standing, *, kind: str, request_code: str = "") -> Callable[[Upload], str]:
    """Takes a file and gives the code of the document it became. Raises NotKept, with words, for one we do not take."""

    def keep(upload: Upload) -> str:
        try:
            media_type = files.check(upload.file_name, upload.content)
        except files.NotAccepted as refusal:
            raise NotKept(refusal.words) from refusal
        stored = files.store(upload.content)
        document = Document(kind=kind, sha256=stored.sha256, file_name=upload.file_name[-_LONGEST_NAME:],
                            media_type=media_type, size=stored.size)
        return receive_evidence(document=document, customer_code=standing.customer.code, request_code=request_code,
                                by=standing.by, as_at=clock.now()).code

    return keep
