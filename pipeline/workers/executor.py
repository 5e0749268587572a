"""What reads files: several processes of this machine (`pool.py`) or the workers of a cluster (`cluster.py`)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from yusuan.pipeline.document.document import Document
from yusuan.pipeline.messages.findings import SaidError

if TYPE_CHECKING:
    from yusuan.pipeline.read.readers import Reader
    from yusuan.pipeline.workers.limits import Limits

Done = Callable[[Document], None]
"""Called with each document as soon as it is there."""


class Executor(Protocol):
    """Reads files somewhere."""

    def __call__(self, files: Sequence[Path], reader: Reader, limits: Limits, done: Done) -> list[Document]:
        """The documents in the order of their files, one for each file, the same whoever reads them."""
        ...


class NoCluster(SaidError):
    """A cluster cannot do the work; the message says what was found and what was expected."""
