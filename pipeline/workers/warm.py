"""All that reading a document takes, imported once, in the process of which those that read are copies.

To import it settles the process; nothing else may.
"""

from __future__ import annotations

import os

# Threads of a library that reads nothing here are none that a copy of this process could miss.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from yusuan.pipeline.document import halves, steps
from yusuan.pipeline.read import with_pdfium
from yusuan.pipeline.workers import worker
from yusuan.pipeline.workers.footprint import settle

assert halves and steps and with_pdfium and worker
settle()
