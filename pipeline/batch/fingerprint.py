"""What a result depends on besides the bytes of its document: the program, what it reads PDFs with, added words."""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from pipeline.read.pdf import Reader
from pipeline.understand.words import vocabulary

ROOT = Path(__file__).resolve().parents[2]
_CODE = ("pipeline", "schemas")
_LIBRARIES = ("pypdfium2", "pdfminer.six", "pdfplumber", "numpy")


def fingerprint(reader: Reader) -> str:
    """The program's, and what changes with the words that this process has besides those of the package."""
    return "-".join(filter(None, (program(reader), vocabulary().digest)))


@cache
def program(reader: Reader) -> str:
    """16 hex digits that change with any file of code or declarations, any library that reads, and the reader."""
    digest = hashlib.sha256(f"{reader} {sys.version_info[:2]}".encode())
    for library in _LIBRARIES:
        digest.update(f" {library} {_version(library)}".encode())
    for path in sorted(path for folder in _CODE for path in (ROOT / folder).rglob("*.py")):
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
