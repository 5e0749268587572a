"""A dataset → the files that are asked for, each of which appears whole or not at all."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from yusuan.pipeline.export.database import write_database
from yusuan.pipeline.export.refusal import NoRoom, NotExported
from yusuan.pipeline.export.whole import whole
from yusuan.pipeline.export.workbook import write_workbook
from yusuan.pipeline.load.folder import Loaded, load
from yusuan.schemas.sentences.exporting import CANNOT_WRITE, NOT_CLOSED, OF_FILE
from yusuan.schemas.sentences.said import Said
from yusuan.schemas.sentences.system import of_system

Writer = Callable[[Loaded, Path], list[Said]]
FORMATS: Mapping[str, Writer] = {".xlsx": write_workbook, ".duckdb": write_database}
"""How a file name ends → what writes such a file and returns what a reader must be told."""


_WRONG_PLACE = (errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.ENAMETOOLONG)


def export(folder: Path, targets: Iterable[Path]) -> list[Said]:
    """Write the dataset in `folder` into each file of `targets`, which end as FORMATS has it.

    Returns what a reader must be told, a sentence each. Raises BreaksContract for a folder that holds no dataset,
    NotExported for one that a format cannot hold and for a file that cannot be written; the files that were written
    before stay.
    """
    loaded = load(folder)
    said: list[Said] = []
    for target in targets:
        _refuse_open(target)
        try:
            with whole(target) as path:
                said += [OF_FILE.of(path=target, said=note) for note in FORMATS[target.suffix.lower()](loaded, path)]
        except OSError as error:
            kind = NotExported if error.errno in _WRONG_PLACE else NoRoom
            raise kind(CANNOT_WRITE.of(path=target, error=of_system(error))) from error
    return said


def _refuse_open(target: Path) -> None:
    """Refuse to replace a database whose changes still stand beside it: with them the new one would not open."""
    log = target.with_name(f"{target.name}.wal")
    if target.suffix.lower() == ".duckdb" and log.exists():
        raise NotExported(NOT_CLOSED.of(path=target, log=log))
