"""Settings of the whole process, for a command that reads many documents: less memory, less time."""

from __future__ import annotations

import gc


def settle() -> None:
    """Settle the process after its imports. A library must not do this; a command may.

    What was imported is never garbage, so the collector need not look through it again and again; and what
    is read makes no cycles, so that it may come by less often. Arrow's own allocator keeps memory that the
    few large tables of a run do not repay.
    """
    import pyarrow

    pyarrow.set_memory_pool(pyarrow.system_memory_pool())
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
