"""What was read of each document, kept beside the dataset, so that a later run reads only what is new.

A result is a file of its own, named by the hash of the document's bytes, in a folder that is named by what else it
depends on: what another version of the program made is never found. It is written aside and renamed, so that it is
there whole or not at all, whenever a run is killed and however many run at once; its own hash stands in it.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import shutil
import tempfile
import time
import zlib
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from yusuan.pipeline.document.document import Document
from yusuan.pipeline.document.identities import Identities, unpacked
from yusuan.pipeline.document.rows import Trusted
from yusuan.pipeline.files.regular import read_regular
from yusuan.pipeline.whose.beside import beside
from yusuan.pipeline.workers.fingerprint import fingerprint

if TYPE_CHECKING:
    from yusuan.pipeline.read.readers import Reader

FOLDER = ".yusuan"
"""Where it lies in the folder of the dataset."""
_MAGIC = b"yusuan 1\n"
_HASH = 32
_KEPT = 30 * 24 * 60 * 60
_IDENTITIES = ".identities"
PASSING = ("document.unreadable", "document.timeout", "document.crashed", "document.too_large", "document.failed")
"""Refusals that may not come again: they are not kept."""


class Store:
    """The results that a folder holds for one version of the program. Raises OSError where it cannot be written."""

    def __init__(self, dataset: Path, reader: Reader) -> None:
        self.folder = dataset / FOLDER
        self._own = self.folder / fingerprint(reader)
        self.given: set[tuple[str, str]] = set()
        """Hash and path of each result that was found."""
        self.distrusted: set[tuple[str, str]] = set()
        """Those that are not to be given any more."""

    def open(self) -> None:
        """Make the folder, which no version control takes in, and let go of what was not used for a month."""
        self._own.mkdir(parents=True, exist_ok=True)
        ignored = self.folder / ".gitignore"
        if not ignored.exists():
            ignored.write_text("*\n", encoding="utf-8")
        os.utime(self._own)
        for other in self.folder.iterdir():
            if other.is_dir() and time.time() - other.stat().st_mtime > _KEPT:
                shutil.rmtree(other, ignore_errors=True)

    def get(self, sha256: str, path: str) -> Document | None:
        """What was read of a document with these bytes; None if nothing was, or if it is damaged."""
        if (sha256, path) in self.distrusted:
            return None
        document = _held(self._place(sha256, beside(path).digest()))
        own = isinstance(document, Document) and (document.document_id, document.sha256) == (sha256[:12], sha256)
        if not own:
            return None
        document.path = path
        self.given.add((sha256, path))
        return cast("Document", document)

    def put(self, document: Document) -> None:
        """Keep what was read of a document, unless it may come out otherwise the next time."""
        if not document.sha256 or document.reason.partition(":")[0] in PASSING:
            return
        place = self._place(document.sha256, document.beside.digest())
        if document.identities:
            # Apart, because only who shows a document asks for them.
            _hold(place.with_name(f"{place.name}{_IDENTITIES}"), document.identities)
            document.identities = b""
        _hold(place, zlib.compress(pickle.dumps(document, pickle.HIGHEST_PROTOCOL), 1))

    def identities(self, sha256: str, path: str) -> Path:
        """Where the identities of a document with these bytes are kept, if they are."""
        place = self._place(sha256, beside(path).digest())
        return place.with_name(f"{place.name}{_IDENTITIES}")

    def _place(self, sha256: str, known: str) -> Path:
        # What is known besides the pages is a part of what was read: a file that was renamed is read again.
        return self._own / sha256[:2] / f"{sha256}.{known}"


def identities_in(place: Path) -> Identities | None:
    """The identities that are kept in a file; None if there is none, or if it is damaged."""
    try:
        return unpacked(_held(place))
    except (TypeError, ValueError):
        return None


def _hold(place: Path, packed: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    number, aside = tempfile.mkstemp(prefix=".", dir=place.parent)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(_MAGIC + hashlib.sha256(packed).digest() + packed)
        Path(aside).replace(place)
    except BaseException:
        with suppress(OSError):
            Path(aside).unlink()
        raise


def _held(place: Path) -> Any:
    """What a file holds; None where there is none, or where it is not what this program has packed."""
    try:
        content = read_regular(place)
    except OSError:
        return None
    digest, packed = content[len(_MAGIC) : len(_MAGIC) + _HASH], content[len(_MAGIC) + _HASH :]
    if not content.startswith(_MAGIC) or hashlib.sha256(packed).digest() != digest:
        return None
    try:
        return Trusted.loads(zlib.decompress(packed))
    except Exception:  # whatever stands there, it is not what this program packs
        return None
