"""The documents that the dataset in a folder holds, so that a run loses none of them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from yusuan.pipeline.document.document import Document, quarantined
from yusuan.pipeline.files.collect import PATHS_JOINED, paths_of, shown
from yusuan.pipeline.files.regular import hashed, read_regular
from yusuan.pipeline.messages.findings import Finding, SaidError
from yusuan.schemas.dataset.fields import DOCUMENTS
from yusuan.schemas.dataset.rules import RULES
from yusuan.schemas.sentences import runs as say
from yusuan.schemas.sentences.said import Said, quoted
from yusuan.schemas.sentences.system import of_system

if TYPE_CHECKING:
    from yusuan.pipeline.batch.last_run import LastRun
    from yusuan.pipeline.workers.store import Store

_LONGEST = 2**31 - 1
"""Characters of a field: a document may have been handed in under very many names."""


class NoDataset(SaidError, ValueError):
    """What lies in a folder under the name of a dataset is none; the message says what was found and expected."""


class NotKept(SaidError, ValueError):
    """A document of a dataset can be had neither from its PDF nor from what was kept of it."""


@dataclass(frozen=True)
class Held:
    """A document of a dataset: the hash of its bytes, empty where they could not be had, its path as written, and why
    it was refused.
    """

    sha256: str
    path: str
    reason: str = ""
    reason_zh: str = ""

    @property
    def paths(self) -> list[str]:
        """The path under each of its names."""
        return self.path.split(PATHS_JOINED)


def held_in(folder: Path) -> list[Held]:
    """The documents of the dataset in a folder; none where there is no dataset. Raises NoDataset."""
    file = folder / f"{DOCUMENTS.name}.csv"
    csv.field_size_limit(_LONGEST)
    try:
        rows = list(csv.DictReader(io.StringIO(read_regular(file).decode("utf-8"), newline=""), strict=True))
        found = [
            Held(row["sha256"] or "", row["path"], row["reason"] or "", row.get("reason_zh") or "") for row in rows
        ]
    except FileNotFoundError:
        return []
    except (OSError, KeyError, UnicodeDecodeError, csv.Error) as error:
        said = of_system(error) if isinstance(error, OSError) else quoted(error)
        said = say.WITHOUT_COLUMN.of(column=error) if isinstance(error, KeyError) else said
        raise NoDataset(say.NO_DATASET.of(file=file, error=said)) from None
    if broken := [number for number, each in enumerate(found, start=1) if each.path is None]:
        raise NoDataset(say.CUT_OFF.of(file=file, row=broken[0]))
    return found


def would_go(held: Sequence[Held], paths: Iterable[str]) -> list[str]:
    """The paths of those documents of a dataset of which none is among `paths`."""
    new = set(paths)
    return [document.path for document in held if not new.intersection(document.paths)]


def below(held: Iterable[Held], folders: Sequence[Path]) -> list[Held]:
    """What of the documents of a dataset lies below some folders, each with those of its paths that do."""
    found = []
    for document in held:
        paths = [path for path in document.paths if set(folders).intersection(paths_of(path)[0].parents)]
        if paths:
            found.append(replace(document, path=PATHS_JOINED.join(paths)))
    return found


def without(held: Iterable[Held], paths: Iterable[str]) -> list[Held]:
    """The documents of a dataset less some of their paths, and so without those that have no other."""
    gone = set(paths)
    left = [(document, [path for path in document.paths if path not in gone]) for document in held]
    return [replace(document, path=PATHS_JOINED.join(paths)) for document, paths in left if paths]


def with_held(
    held: Sequence[Held], files: Sequence[Path], store: Store, last: LastRun
) -> tuple[list[Path], list[Document]]:
    """`files` with those of the documents of a dataset that are still there, and the documents whose file is gone or
    has changed, as they were kept. Raises NotKept.
    """
    new = {shown(file) for file in files}
    more: list[Path] = []
    kept: list[Document] = []
    for document in held:
        for path in document.paths:
            if path in new:
                continue
            (file,) = paths_of(path)
            if not document.sha256 or (last.known(file) or hashed(file)) == document.sha256:
                more.append(file)
            elif found := store.get(document.sha256, path):
                kept.append(found)
            elif (rule := document.reason.partition(": ")[0]) in RULES:
                english = document.reason.partition(": ")[2]
                said = Said(english, document.reason_zh or english)
                kept.append(quarantined(path, Finding(rule, said), document.sha256))
            else:
                raise NotKept(say.NOT_KEPT.of(path=path))
    return sorted({*files, *more}, key=shown), kept


def changed(held: Sequence[Held], documents: Sequence[Document]) -> list[str]:
    """The paths of a dataset under which another document was read now."""
    before = {path: document.sha256 for document in held if document.sha256 for path in document.paths}
    return [found.path for found in documents if found.sha256 and before.get(found.path, found.sha256) != found.sha256]
