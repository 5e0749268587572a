"""The PDFs of a dataset, found by their hash: a path of a dataset may lead anywhere."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from yusuan.pipeline.batch import last_run
from yusuan.pipeline.files.collect import NotListed, paths_of, pdf_files
from yusuan.pipeline.files.regular import hashed, read_regular
from yusuan.pipeline.workers.store import FOLDER


class Pdfs:
    """Finds the PDF of a document: at the paths that the dataset gives, or in a folder."""

    def __init__(self, folder: Path | None = None, dataset: Path | None = None) -> None:
        """Look below `folder` first, where one is given. Raises yusuan.pipeline.files.collect.NothingToRead if it
        has no PDF. What lies below it and could not be listed is in `unlisted` then.

        A path of the dataset that is relative is looked for from the working folder, and, if `dataset` says in which
        folder it lies, from where the last run was started and from the folders above.
        """
        self.unlisted: list[NotListed] = []
        self._known = dict(_by_hash(pdf_files([folder], self.unlisted.append))) if folder else {}
        self._starts = [Path(), *(_starts(dataset) if dataset else ())]

    def find(self, path: str, sha256: str | None) -> Path | None:
        """The file with this hash; None if there is none. `path` is that of documents.csv, maybe several in one."""
        if not sha256:
            return None
        if sha256 in self._known:
            return self._known[sha256]
        files = dict.fromkeys(start / each for each in paths_of(path) for start in self._starts)
        return next((file for file in files if hashed(file) == sha256), None)


def content(file: Path, sha256: str) -> bytes | None:
    """The bytes of a file, if they still have this hash."""
    try:
        data = read_regular(file)
    except (OSError, ValueError):
        return None
    return data if hashlib.sha256(data).hexdigest() == sha256 else None


def _starts(dataset: Path) -> Iterator[Path]:
    if started := last_run.load(dataset / FOLDER).started:
        yield Path(started)
    yield from dataset.absolute().parents


def _by_hash(files: Iterable[Path]) -> Iterator[tuple[str, Path]]:
    for file in files:
        if sha256 := hashed(file):
            yield sha256, file
