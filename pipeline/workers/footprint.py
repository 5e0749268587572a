"""Settings of the whole process, for a command that reads many documents: less memory, less time."""

from __future__ import annotations

import gc
import os
import sys

_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD = -1, -3


class _Process:
    """What was done to this process."""

    settled = False


def is_settled() -> bool:
    """Whether this process is a command's own."""
    return _Process.settled


def collect_seldom() -> None:
    """Have the collector come by less often: what is imported and read is hardly ever garbage that holds itself."""
    gc.set_threshold(200_000, 10, 10)


def settle() -> None:
    """Settle the process after its imports. A library must not do this; a command may.

    What was imported is never garbage, so the collector need not look through it again and again. Arrow's own
    allocator keeps memory that the few large tables of a run do not repay.
    """
    if pyarrow := sys.modules.get("pyarrow"):
        pyarrow.set_memory_pool(pyarrow.system_memory_pool())
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")  # where it is imported later, if at all
    if sys.platform == "linux":
        import ctypes

        libc = ctypes.CDLL(None)
        if hasattr(libc, "mallopt"):
            # glibc keeps what large pages took, once it was given back; a fixed limit lets it go.
            libc.mallopt(_M_MMAP_THRESHOLD, 256 * 1024)
            libc.mallopt(_M_TRIM_THRESHOLD, 256 * 1024)
    gc.freeze()
    collect_seldom()
    _Process.settled = True


def begin_anew() -> None:
    """Have the collector count from here, where little is left of what was made: in the middle of a document it would
    look through all that is held of it, and find nothing.
    """
    gc.collect(0)


def sweep() -> None:
    """Give back what holds itself and nothing else holds."""
    gc.collect()
    if sys.platform == "linux":
        import ctypes

        libc = ctypes.CDLL(None)
        if hasattr(libc, "malloc_trim"):
            libc.malloc_trim(0)
