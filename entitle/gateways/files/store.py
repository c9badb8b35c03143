"""The store on disk: a file is named by the digest of its content, so none can be altered unseen."""
from __future__ import annotations

import hashlib
import os
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

_DIGEST = re.compile(r"[0-9a-f]{64}\Z")


class FileDamaged(Exception):
    """What is on the disk is not what was stored."""


@dataclass(frozen=True)
class Stored:
    """Where it is kept, by its digest, and how many bytes it is."""

    sha256: str
    size: int


@dataclass(frozen=True)
class FileStore:
    """A folder of files, two levels of folders by the first digits of their digests."""

    folder: Path

    def put(self, content: bytes) -> str:
        """Keep it and give its sha256. It is on the disk, whole, before this returns. The same content is kept once."""
        digest = hashlib.sha256(content).hexdigest()
        path = self._path(digest)
        if path.exists():
            return digest
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as fresh:
                fresh.write(content)
                fresh.flush()
                os.fsync(fresh.fileno())
            os.replace(name, path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        _sync(path.parent)
        return digest

    def get(self, sha256: str) -> bytes:
        """The content. Raises FileNotFoundError, or FileDamaged where it is no longer what was stored."""
        content = self._path(sha256).read_bytes()
        if hashlib.sha256(content).hexdigest() != sha256:
            raise FileDamaged(f"the file {sha256} is not what was stored")
        return content

    def _path(self, sha256: str) -> Path:
        if not _DIGEST.match(sha256):
            raise ValueError("a file is named by its sha256: 64 digits and letters a to f")
        return self.folder / sha256[:2] / sha256[2:4] / sha256


def _sync(folder: Path) -> None:
    """Make the new name in a folder last through a loss of power."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _ours() -> FileStore:
    return FileStore(Path(settings.ENTITLE_VAR) / "files")


def store(content: bytes) -> Stored:
    """Keep a file under ENTITLE_VAR/files."""
    return Stored(sha256=_ours().put(content), size=len(content))


def read(sha256: str) -> bytes:
    """The file of that digest. Raises FileNotFoundError or FileDamaged."""
    return _ours().get(sha256)
