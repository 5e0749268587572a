"""Regular files read whole. A pipe or a device under the name of a file would keep a run waiting for ever."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from io import BufferedReader
from pathlib import Path

from yusuan.schemas.sentences import files as say
from yusuan.schemas.sentences.system import SaidOSError

MOST = 4 * 1024**3
"""Bytes of the largest file that is looked at; a sparse file may say that it has any number of them."""
_PIECE = 1024 * 1024
_KINDS = (
    (stat.S_ISFIFO, "pipe"),
    (stat.S_ISSOCK, "socket"),
    (stat.S_ISDIR, "folder"),
    (stat.S_ISCHR, "device"),
    (stat.S_ISBLK, "device"),
)


class TooLarge(SaidOSError):
    """A file has more bytes than may be read."""


def open_regular(path: Path, most: int = MOST) -> BufferedReader:
    """Open a file for reading. Raises OSError, at once, for what is no regular file, TooLarge for one above `most`."""
    # Without O_NONBLOCK opening a pipe waits for somebody to write into it.
    number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        found = os.fstat(number)
        if not stat.S_ISREG(found.st_mode):
            kind = next((name for test, name in _KINDS if test(found.st_mode)), "other")
            raise SaidOSError(errno.EINVAL, say.NOT_REGULAR.of(kind=say.KINDS[kind]))
        if found.st_size > most:
            raise TooLarge(errno.EFBIG, say.TOO_LARGE.of(size=found.st_size, most=most))
        return os.fdopen(number, "rb")
    except BaseException:
        os.close(number)
        raise


def read_regular(path: Path, most: int = MOST) -> bytes:
    """The bytes of a file; raises as `open_regular` does."""
    with open_regular(path, most) as file:
        return file.read()


def hashed(path: Path) -> str | None:
    """The SHA-256 of a file's bytes; None where it cannot be read or is no regular file."""
    try:
        digest = hashlib.sha256()
        with open_regular(path) as opened:
            # Not hashlib.file_digest, which goes on for ever where a file of the system has nothing to say yet.
            while piece := opened.read(_PIECE):
                digest.update(piece)
        return digest.hexdigest()
    except (OSError, ValueError):
        return None
