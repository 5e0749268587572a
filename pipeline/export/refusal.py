"""Why a dataset is not exported."""

from __future__ import annotations

from yusuan.pipeline.messages.findings import SaidError


class NotExported(SaidError, ValueError):
    """A dataset that a format cannot hold, or a file that cannot be written; the message says what was found."""


class NoRoom(NotExported):
    """A file that could be begun and not be ended, as on a disk without room."""
