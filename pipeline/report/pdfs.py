"""The PDFs of a dataset, found by their hash: a path of a dataset may lead anywhere."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.collect import PATHS_JOINED, hashed, pdf_files


class Pdfs:
    """Finds the PDF of a document: at the paths that the dataset gives, or in a folder."""

    def __init__(self, folder: Path | None = None) -> None:
        """Look below `folder` first, where one is given. Raises pipeline.collect.NothingToRead if it has no PDF."""
        self._known = dict(_by_hash(pdf_files([folder]))) if folder else {}

    def find(self, path: str, sha256: str | None) -> Path | None:
        """The file with this hash; None if there is none. `path` is that of documents.csv, maybe several in one."""
        if sha256 is None:
            return None
        if sha256 in self._known:
            return self._known[sha256]
        files = (Path(each) for each in path.split(PATHS_JOINED))
        return next((file for file in files if _is_file(file) and hashed(file) == sha256), None)


def content(file: Path, sha256: str) -> bytes | None:
    """The bytes of a file, if they still have this hash."""
    try:
        data = file.read_bytes()
    except OSError:
        return None
    return data if hashlib.sha256(data).hexdigest() == sha256 else None


def _is_file(path: Path) -> bool:
    # A pipe or a device would never come to an end.
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _by_hash(files: Iterable[Path]) -> Iterator[tuple[str, Path]]:
    for file in files:
        if _is_file(file) and (sha256 := hashed(file)):
            yield sha256, file
