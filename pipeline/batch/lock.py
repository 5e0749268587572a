"""One run at a time writes into a folder, so that none takes away what another has written meanwhile."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from yusuan.schemas.sentences.runs import LOCKED
from yusuan.schemas.sentences.system import SaidOSError

_NAME = "lock"
_WAIT = 600.0
"""Seconds that another run may take to write."""
_LOOK = 0.1


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold the folder until the end; the lock of a process that is killed is free. Raises OSError after ten minutes."""
    number = os.open(folder / _NAME, os.O_RDWR | os.O_CREAT | getattr(os, "O_NONBLOCK", 0), 0o666)
    try:
        until = time.monotonic() + _WAIT
        while not _taken(number):
            if time.monotonic() > until:
                raise SaidOSError(errno.EBUSY, LOCKED.of(seconds=_WAIT))
            time.sleep(_LOOK)
        yield
    finally:
        os.close(number)


def _taken(number: int) -> bool:
    if sys.platform == "win32":
        return True  # there the files of the last run to write are those that stay
    import fcntl

    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True  # a file system without locks
    return True
