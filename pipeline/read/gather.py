"""Which way PDFium is asked: in bulk where that was built, else from Python. YUSUAN_GATHER=plain or bulk says which."""

from __future__ import annotations

import os
from functools import cache

from yusuan.pipeline.read.gather_bulk import Bulk
from yusuan.pipeline.read.gather_plain import Plain
from yusuan.pipeline.read.records import Gather

VARIABLE = "YUSUAN_GATHER"


class NotBuilt(RuntimeError):
    """The environment asks for a way that is not there."""


@cache
def gather() -> Gather:
    """How PDFium is asked in this process.

    Raises NotBuilt where the environment names a way that is not there.
    """
    asked = os.environ.get(VARIABLE, "")
    if asked not in ("", "plain", "bulk"):
        raise NotBuilt(f"{VARIABLE}={asked}: plain or bulk")
    found = None if asked == "plain" else Bulk.load()
    if asked == "bulk" and found is None:
        raise NotBuilt(f"{VARIABLE}=bulk: not built here, or of another version (pip install -e . builds it)")
    return found or Plain()
