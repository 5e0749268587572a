"""Paths from a command line → the PDF files they name, and as the dataset writes them."""

from __future__ import annotations

import os
import re
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
            found.add(_own_name(path))
        else:
            raise NothingToRead(f"no such file or folder: {shown(path)}")
    if not found:
        raise NothingToRead(f"no PDF under {', '.join(shown(path) for path in given) or 'no path at all'}")
    return sorted(found, key=shown)


def _own_name(path: Path) -> Path:
    """The file behind a name like /dev/stdin, which is another file in every process; else the path as it is.

    Raises NothingToRead for a pipe or a device.
    """
    if path.absolute().parts[1:2] not in (("dev",), ("proc",)):
        return path
    found = Path(os.path.realpath(path))
    if not found.is_file():
        raise NothingToRead(f"{shown(path)} is a pipe or a device; expected a PDF in a file")
    return found


def _below(folder: Path) -> Iterable[Path]:
    # os.walk does not follow links in a circle. A folder that may not be listed is not passed over in silence.
    def unlistable(error: OSError) -> None:
        raise NothingToRead(f"cannot list {error.filename}: {error.strerror}")

    for parent, folders, names in os.walk(folder, onerror=unlistable):
        folders.sort()
        yield from (Path(parent, name) for name in names if name.lower().endswith(".pdf"))


def shown(path: Path) -> str:
    """A path as the dataset writes it: slashes forward, and escaped, as in Python, what cannot be printed, a backslash,
    and a bar beside a space, so that no two paths are written alike, nor one as two.
    """
    text = "".join(char if char.isprintable() and char != "\\" else _escape(char) for char in path.as_posix())
    return re.sub(r"(?<= )\||\|(?= )", r"\\x7c", text)


def _escape(char: str) -> str:
    return char.encode("unicode_escape").decode()


def paths_of(written: str) -> list[Path]:
    """The paths of a document from what the dataset writes: what `shown` made of each of them."""
    return [Path(_ESCAPED.sub(_unescaped, each)) for each in written.split(PATHS_JOINED)]


_ESCAPED = re.compile(r"\\(?:[\\nrt]|x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8})")


def _unescaped(found: re.Match[str]) -> str:
    kind, digits = found[0][1], found[0][2:]
    return chr(int(digits, 16)) if digits else {"n": "\n", "r": "\r", "t": "\t"}.get(kind, kind)
