"""A file that appears whole or not at all: written aside, then renamed over the one before."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from yusuan.pipeline.write.folder import clear_stale

_ASIDE = ".yusuan-export-"


@contextmanager
def whole(target: Path) -> Iterator[Path]:
    """Give a path to write to, in a folder of its own beside `target`; rename what is there when all went well.

    A process that is killed leaves the old file; what it wrote is cleared away a day later. Raises OSError when the
    folder cannot be written.
    """
    clear_stale(target.parent, _ASIDE)
    aside = Path(tempfile.mkdtemp(prefix=_ASIDE, dir=target.parent))
    try:
        path = aside / target.name
        yield path
        with path.open("rb+") as file:
            os.fsync(file.fileno())
        path.replace(target)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
