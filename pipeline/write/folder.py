"""The dataset → files in a folder, each of which appears whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from yusuan.pipeline.write.datapackage import DESCRIPTOR, descriptor
from yusuan.pipeline.write.table_file import CsvFile, ParquetFile
from yusuan.schemas.dataset.fields import IN_PARQUET, RESOURCES

if TYPE_CHECKING:
    from yusuan.pipeline.dataset.dataset import Dataset, Piece
    from yusuan.schemas.dataset.resource import Resource

_ASIDE = ".yusuan-"
_STALE = 24 * 60 * 60


def write_dataset(dataset: Dataset, folder: str | os.PathLike[str]) -> None:
    """Write the dataset into `folder`, which is made if need be.

    All files are first written aside, then renamed one by one, datapackage.json last: its hashes
    tell whether the files belong together. Raises OSError when the folder cannot be written.
    """
    write_pieces([dataset], folder)


def names() -> list[str]:
    """The names of the files that a dataset is written as."""
    return [*(f"{resource.name}.csv" for resource in RESOURCES), *(f"{r.name}.parquet" for r in IN_PARQUET), DESCRIPTOR]


def write_pieces(
    pieces: Iterable[Dataset | Piece], folder: str | os.PathLike[str], resources: Sequence[Resource] = RESOURCES
) -> None:
    """Write a dataset that comes in pieces, as `in_pieces` of dataset/dataset.py gives it; else as `write_dataset`.

    `resources` describes its files. What making the pieces raises leaves the folder as it was.
    """
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    clear_stale(target, _ASIDE)
    aside = Path(tempfile.mkdtemp(prefix=_ASIDE, dir=target))
    try:
        tables = _write(pieces, aside, resources)
        (aside / DESCRIPTOR).write_bytes(descriptor([aside / name for name in tables], resources))
        for name in names():
            _sync(aside / name)
        for name in names():
            (aside / name).replace(target / name)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _write(pieces: Iterable[Dataset | Piece], folder: Path, resources: Sequence[Resource]) -> list[str]:
    """Write the table files into `folder` and return their names."""
    files = {f"{resource.name}.csv": CsvFile(folder / f"{resource.name}.csv", resource) for resource in resources}
    parquet: list[ParquetFile] = [
        ParquetFile(folder / f"{r.name}.parquet", files[f"{r.name}.csv"].resource) for r in IN_PARQUET
    ]
    written: list[CsvFile | ParquetFile] = [*files.values(), *parquet]
    try:
        for piece in pieces:
            for file in written:
                for rows in piece.rows(file.resource):
                    file.add(rows)
    finally:
        for file in written:
            file.close()
    return [*files, *(f"{r.name}.parquet" for r in IN_PARQUET)]


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def clear_stale(folder: Path, prefix: str) -> None:
    """Remove what a run that was killed left aside; a younger folder may belong to a run under way."""
    for aside in folder.glob(f"{prefix}*"):
        if aside.is_dir() and time.time() - aside.stat().st_mtime > _STALE:
            shutil.rmtree(aside, ignore_errors=True)
