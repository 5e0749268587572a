"""All that reading a document takes, imported once, in the process of which those that read are copies.

To import it settles the process; nothing else may.
"""

from __future__ import annotations

import os

# Threads of a library that reads nothing here are none that a copy of this process could miss.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from yusuan.pipeline.workers.footprint import collect_seldom, settle

collect_seldom()

from yusuan.pipeline.document import halves, steps  # noqa: E402
from yusuan.pipeline.read import with_pdfium  # noqa: E402
from yusuan.pipeline.workers import worker  # noqa: E402

assert halves and steps and with_pdfium and worker
settle()
