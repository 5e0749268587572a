"""What a result depends on besides the bytes of its document: the program, what it reads PDFs with, added words."""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from yusuan import pipeline, schemas
from yusuan.pipeline.read.gather import way
from yusuan.pipeline.understand.words import vocabulary

if TYPE_CHECKING:
    from yusuan.pipeline.read.readers import Reader

_LIBRARIES = (
    *("pypdfium2", "pdfminer.six", "pdfplumber", "numpy"),
    # What recognises pages that are pictures, where it is installed.
    *("rapidocr", "onnxruntime", "opencv-python-headless", "opencv-python"),
)


def fingerprint(reader: Reader) -> str:
    """The program's, which way it asks PDFium, and what changes with the words that this process has besides those of
    the package.
    """
    return "-".join(filter(None, (program(reader), way(), vocabulary().digest)))


@cache
def program(reader: Reader) -> str:
    """16 hex digits that change with any file of code or declarations, any library that reads, and the reader.

    They are the same with `gather.c` built or not, so that the workers of a cluster may differ in that.
    """
    digest = hashlib.sha256(f"{reader} {sys.version_info[:2]}".encode())
    for library in _LIBRARIES:
        digest.update(f" {library} {_version(library)}".encode())
    for package in (pipeline, schemas):
        folder = Path(package.__path__[0])
        for path in sorted(path for kind in ("*.py", "*.c") for path in folder.rglob(kind)):
            name = f"{package.__name__}/{path.relative_to(folder).as_posix()}"
            digest.update(name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
