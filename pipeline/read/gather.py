"""Which way PDFium is asked: in bulk where that was built, else from Python. YUSUAN_GATHER=plain or bulk says which."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from yusuan.pipeline.read.built import VERSION, library, name, sizes

if TYPE_CHECKING:
    from yusuan.pipeline.read.records import Gather

VARIABLE = "YUSUAN_GATHER"
_NOT_BUILT = f"{VARIABLE}=bulk: not built here, or of another version (pip install -e . builds it)"


class NotBuilt(RuntimeError):
    """The environment asks for a way that is not there."""


@cache
def gather() -> Gather:
    """How PDFium is asked in this process.

    Raises NotBuilt where the environment names a way that is not there.
    """
    from yusuan.pipeline.read.gather_bulk import Bulk
    from yusuan.pipeline.read.gather_plain import Plain

    asked = _asked()
    found = None if asked == "plain" else Bulk.load()
    if asked == "bulk" and found is None:
        raise NotBuilt(_NOT_BUILT)
    return found or Plain()


def way() -> str:
    """The name of how PDFium is asked, found without importing what asks it.

    Raises NotBuilt as `gather` does.
    """
    asked = _asked()
    found = None if asked == "plain" else library(Path(__file__).parent)
    try:
        fits = found is not None and sizes(found)[:1] == [VERSION]
    except AttributeError:
        fits = False
    if asked == "bulk" and not fits:
        raise NotBuilt(_NOT_BUILT)
    return name() if fits else "plain"


def _asked() -> str:
    asked = os.environ.get(VARIABLE, "")
    if asked not in ("", "plain", "bulk"):
        raise NotBuilt(f"{VARIABLE}={asked}: plain or bulk")
    return asked
