"""A path, bytes or an open file → a document."""

from __future__ import annotations

import os
from pathlib import Path
from typing import IO

from yusuan.pipeline.api.document import Document
from yusuan.pipeline.api.errors import NotPdf
from yusuan.pipeline.api.opened import Opened
from yusuan.pipeline.document.document import read_document
from yusuan.pipeline.files.collect import shown
from yusuan.pipeline.files.regular import read_regular
from yusuan.pipeline.read.readers import Reader
from yusuan.schemas.sentences import library as say

Source = str | os.PathLike[str] | bytes | bytearray | memoryview | IO[bytes]

NO_PDF = frozenset({"document.empty", "document.not_pdf"})
"""The rules by which a file is no PDF at all."""


def read(source: Source, reader: Reader = "pdfium") -> Document:
    """Read one PDF: a path, its bytes, or a file opened with mode 'rb'.

    `reader` parses the pages; "pdfplumber" is the slow reference. Whose document it is, and for which year, its pages
    tell; where they do not, the name of its file, its folders and a sources.csv beside it do.

    What the document holds raises nothing: what could not be read is in its `findings`, and one that cannot be trusted
    as a whole has the `status` "quarantined" and a `reason`.

    Raises NotPdf for what is no PDF, with what was found and what was expected; OSError for a file that cannot be
    opened or is no regular file; TypeError for any other source; ValueError for a reader that is none.
    """
    data, path = _bytes(source)
    reading = read_document(data, path, reader)
    if reading.findings and reading.findings[0].rule in NO_PDF:
        raise NotPdf(reading.findings[0].said)
    return Document(Opened(reading, data))


def _bytes(source: Source) -> tuple[bytes, str]:
    """The bytes, and the path that they are from; empty where none is known."""
    if isinstance(source, str | os.PathLike):
        return read_regular(Path(source)), shown(Path(source))
    if isinstance(source, bytes | bytearray | memoryview):
        return bytes(source), ""
    found = source.read() if hasattr(source, "read") else None
    if not isinstance(found, bytes):
        kind = type(source).__name__ if found is None else "a file of text"
        raise TypeError(say.NOT_A_SOURCE.of(kind=kind).en)
    name = getattr(source, "name", "")
    return found, shown(Path(name)) if isinstance(name, str) and Path(name).is_file() else ""
