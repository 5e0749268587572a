"""The dataset → files in a folder, each of which appears whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from pipeline.dataset import Dataset
from pipeline.write.datapackage import descriptor
from pipeline.write.table_file import csv_bytes, parquet_bytes
from schemas.fields import DOCUMENTS, FINDINGS, LINE_ITEMS, PERFORMANCE_TARGETS, STATEMENTS

_ASIDE = ".yusuan-"
_STALE = 24 * 60 * 60


def files(dataset: Dataset) -> dict[str, bytes]:
    """The files of the dataset, name → content; datapackage.json comes last."""
    written = {
        "documents.csv": csv_bytes(dataset.documents, DOCUMENTS),
        "line_items.csv": csv_bytes(dataset.line_items, LINE_ITEMS),
        "line_items.parquet": parquet_bytes(dataset.line_items, LINE_ITEMS),
        "findings.csv": csv_bytes(dataset.findings, FINDINGS),
        "statements.csv": csv_bytes(dataset.statements, STATEMENTS),
        "performance_targets.csv": csv_bytes(dataset.performance_targets, PERFORMANCE_TARGETS),
    }
    written["datapackage.json"] = descriptor(written)
    return written


def write_dataset(dataset: Dataset, folder: str | os.PathLike[str]) -> None:
    """Write the dataset into `folder`, which is made if need be.

    All files are first written aside, then renamed one by one, datapackage.json last: its hashes
    tell whether the files belong together. Raises OSError when the folder cannot be written.
    """
    put(files(dataset), Path(folder))


def put(contents: Mapping[str, bytes], folder: Path) -> None:
    """Write files (name → content) into `folder`, in their order, each whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    _clear_stale(folder)
    aside = Path(tempfile.mkdtemp(prefix=_ASIDE, dir=folder))
    try:
        for name, content in contents.items():
            with (aside / name).open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        for name in contents:
            (aside / name).replace(folder / name)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _clear_stale(folder: Path) -> None:
    """Remove what a run that was killed left aside; a younger folder may belong to a run under way."""
    for aside in folder.glob(f"{_ASIDE}*"):
        if aside.is_dir() and time.time() - aside.stat().st_mtime > _STALE:
            shutil.rmtree(aside, ignore_errors=True)
