"""Paths from a command line → the PDF files they name, and as the dataset writes them."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterable
from pathlib import Path

from yusuan.pipeline.messages.findings import SaidError
from yusuan.schemas.sentences import runs as say
from yusuan.schemas.sentences.said import joined
from yusuan.schemas.sentences.system import of_system

PATHS_JOINED = " | "
"""What parts the paths of a document that was handed in under several names."""


class NothingToRead(SaidError, ValueError):
    """A path does not exist, or no PDF lies under any of the paths."""


class NotListed(NothingToRead):
    """A folder could not be listed, so that nobody knows what lies in it."""

    def __init__(self, folder: Path, error: OSError) -> None:
        super().__init__(say.NOT_LISTED.of(folder=shown(folder), error=of_system(error)))
        self.folder = folder


def pdf_files(
    paths: Iterable[str | os.PathLike[str]], unlisted: Callable[[NotListed], object] | None = None
) -> list[Path]:
    """Every PDF that the paths name: files as they are, folders searched recursively for *.pdf.

    Sorted and each once. Raises NothingToRead when a path does not exist or nothing was found, and NotListed for a
    folder that cannot be listed; where `unlisted` is given, that is told and the search goes on, if anything else is
    found.
    """
    found: set[Path] = set()
    given = [Path(path) for path in paths]
    dark: list[NotListed] = []
    for path in given:
        if _is_folder(path):
            found.update(_below(path, dark.append))
        else:
            found.add(_own_name(path))
    if dark and not (found and unlisted):
        raise dark[0]
    if not found:
        raise NothingToRead(say.NO_PDF.of(paths=joined(map(shown, given))) if given else say.NO_PATH.of())
    for each in dark:
        assert unlisted
        unlisted(each)
    return sorted(found, key=shown)


def _is_folder(path: Path) -> bool:
    """Whether a path that was given is a folder. Raises NothingToRead where there is nothing."""
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except PermissionError:
        return False  # a document that cannot be opened, as which it is refused
    except (OSError, ValueError):
        raise NothingToRead(say.NO_SUCH_PATH.of(path=shown(path))) from None


def _own_name(path: Path) -> Path:
    """The file behind a name like /dev/stdin, which is another file in every process; else the path as it is.

    Raises NothingToRead for a pipe or a device.
    """
    if path.absolute().parts[1:2] not in (("dev",), ("proc",)):
        return path
    found = Path(os.path.realpath(path))
    if not found.is_file():
        raise NothingToRead(say.NO_FILE.of(path=shown(path)))
    return found


def _below(folder: Path, dark: Callable[[NotListed], object]) -> Iterable[Path]:
    # os.walk does not follow links in a circle. A folder that may not be listed is not passed over in silence.
    for parent, folders, names in os.walk(folder, onerror=lambda error: dark(NotListed(Path(error.filename), error))):
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
