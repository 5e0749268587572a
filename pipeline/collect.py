"""Paths from a command line → the PDF files they name, and their bytes."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

PATHS_JOINED = " | "
"""What parts the paths of a document that was handed in under several names."""


class NothingToRead(ValueError):
    """A path does not exist, or no PDF lies under any of the paths."""


def pdf_files(paths: Iterable[str | os.PathLike[str]]) -> list[Path]:
    """Every PDF that the paths name: files as they are, folders searched recursively for *.pdf.

    Sorted and each once. Raises NothingToRead when a path does not exist or nothing was found.
    """
    found: set[Path] = set()
    given = [Path(path) for path in paths]
    for path in given:
        if path.is_dir():
            found.update(_below(path))
        elif path.exists():
            found.add(path)
        else:
            raise NothingToRead(f"no such file or folder: {shown(path)}")
    if not found:
        raise NothingToRead(f"no PDF under {', '.join(shown(path) for path in given) or 'no path at all'}")
    return sorted(found, key=shown)


def _below(folder: Path) -> Iterable[Path]:
    # os.walk does not follow links in a circle. A folder that may not be listed is not passed over in silence.
    def unlistable(error: OSError) -> None:
        raise NothingToRead(f"cannot list {error.filename}: {error.strerror}")

    for parent, folders, names in os.walk(folder, onerror=unlistable):
        folders.sort()
        yield from (Path(parent, name) for name in names if name.lower().endswith(".pdf"))


def hashed(file: Path) -> str | None:
    """The SHA-256 of a file's bytes; None where it cannot be read."""
    try:
        with file.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError:
        return None


def shown(path: Path) -> str:
    """A path as the dataset writes it: slashes forward, what is no UTF-8 or cannot be printed escaped."""
    text = path.as_posix().encode("utf-8", "backslashreplace").decode("utf-8")
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)
