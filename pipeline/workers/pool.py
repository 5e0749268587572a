"""Files read by several processes at once.

The documents are the same, whatever the number of processes and the order in which they are done: each is read by
itself, and they come together in the order of their files. A file that takes too long, or whose process dies, is
quarantined with the reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from yusuan.pipeline.document.document import Document, quarantined
from yusuan.pipeline.files.collect import shown
from yusuan.pipeline.files.regular import hashed
from yusuan.pipeline.understand.words import vocabulary
from yusuan.pipeline.workers.processes import Processes
from yusuan.pipeline.workers.worker import work

if TYPE_CHECKING:
    from yusuan.pipeline.messages.findings import Finding
    from yusuan.pipeline.read.readers import Reader
    from yusuan.pipeline.workers.executor import Done
    from yusuan.pipeline.workers.limits import Limits


def read_files(
    files: Sequence[Path], reader: Reader, limits: Limits, done: Done = lambda document: None, *, workers: int = 1
) -> list[Document]:
    """An `Executor` of so many processes. Raises KeyboardInterrupt when the user ends it; no process is left then."""
    found: dict[int, Document] = {}
    arguments = reader, limits, vocabulary().added
    processes: Processes[str, Document] = Processes(work, arguments, workers, limits.seconds, _lost)
    for number, document in processes.each(map(str, files)):
        found[number] = document
        done(document)
    return [found[number] for number in range(len(files))]


def _lost(path: str, finding: Finding) -> Document:
    return quarantined(shown(Path(path)), finding, hashed(Path(path)))
