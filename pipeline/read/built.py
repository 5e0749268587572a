"""The library that `gather.c` is built to, where it was built: found without anything that reads."""

from __future__ import annotations

import ctypes
from ctypes import c_int32, c_void_p
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path
from typing import Any

VERSION = 1
"""That of `gather.c` which this program knows."""
_NUMBERS = 16
"""More than a library says of itself."""


def library(folder: Path) -> Any:
    """The library in a folder; None where there is none that can be loaded."""
    for suffix in EXTENSION_SUFFIXES:
        path = folder / f"_gather{suffix}"
        if path.is_file():
            try:
                # PyDLL keeps the interpreter's lock: PDFium may not be asked by two threads at once.
                return ctypes.PyDLL(str(path))
            except OSError:
                return None
    return None


def sizes(library: Any) -> list[int]:
    """What a library says of itself: its version first, then the bytes of its records. Raises AttributeError."""
    said = (c_int32 * _NUMBERS)()
    ask = library.gather_sizes
    ask.argtypes, ask.restype = (c_int32, c_void_p), c_int32
    count = ask(len(said), ctypes.addressof(said))
    return list(said)[:count]


def name(version: int = VERSION) -> str:
    """What results are known by that were read with a library of this version."""
    return f"bulk{version}"
